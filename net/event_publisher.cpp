#include "net/event_publisher.hpp"

#include <mutex>
#include <thread>
#include <utility>

#include "core/assert.hpp"
#include "net/publisher_loop.hpp"
#include "net/thread_name.hpp"

namespace jumak::net {

class event_publisher::implementation {
 public:
  implementation(context& messaging, publisher_options options)
      : name(options.name), loop(messaging, std::move(options)) {}

  std::string name;
  std::string address;
  std::thread thread;
  std::mutex closing;
  publisher_loop loop;
};

event_publisher::event_publisher(std::unique_ptr<implementation> inside) : inside_(std::move(inside)) {}

event_publisher::~event_publisher() { close(); }

result<std::unique_ptr<event_publisher>> event_publisher::open(context& messaging, publisher_options options) {
  auto inside = std::make_unique<implementation>(messaging, std::move(options));
  auto bound = inside->loop.bind();
  if (!bound) return tl::unexpected(std::move(bound).error());
  inside->address = std::move(*bound);
  return std::unique_ptr<event_publisher>(new event_publisher(std::move(inside)));
}

const std::string& event_publisher::bound_address() const noexcept { return inside_->address; }

void event_publisher::start(event_renderer& renderer, const log_head& head) {
  JUMAK_ASSERT(!inside_->thread.joinable());
  inside_->thread = std::thread([inside = inside_.get(), &renderer, head] {
    name_this_thread("net-" + inside->name);
    inside->loop.run(renderer, head);
  });
}

void event_publisher::post(std::span<const durable_commit> commits) { inside_->loop.post(commits); }

void event_publisher::post_heartbeat() { inside_->loop.post_heartbeat(); }

void event_publisher::close() {
  const std::lock_guard lock(inside_->closing);
  inside_->loop.end();
  if (inside_->thread.joinable()) inside_->thread.join();
}

publisher_statistics event_publisher::statistics() const { return inside_->loop.statistics(); }

}  // namespace jumak::net
