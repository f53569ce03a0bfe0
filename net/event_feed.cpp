#include "net/event_feed.hpp"

#include <mutex>
#include <thread>
#include <utility>

#include "core/assert.hpp"
#include "net/feed_loop.hpp"
#include "net/thread_name.hpp"

namespace jumak::net {

class event_feed::implementation {
 public:
  implementation(context& messaging, feed_options options) : loop(messaging, std::move(options)) {}

  std::thread thread;
  std::mutex closing;
  feed_loop loop;
};

event_feed::event_feed(std::unique_ptr<implementation> inside) : inside_(std::move(inside)) {}

event_feed::~event_feed() { close(); }

result<std::unique_ptr<event_feed>> event_feed::open(context& messaging, feed_options options) {
  auto inside = std::make_unique<implementation>(messaging, std::move(options));
  if (auto connected = inside->loop.connect(); !connected) return tl::unexpected(std::move(connected).error());
  return std::unique_ptr<event_feed>(new event_feed(std::move(inside)));
}

void event_feed::start(feed_handler& handler) {
  JUMAK_ASSERT(!inside_->thread.joinable());
  inside_->thread = std::thread([inside = inside_.get(), &handler] {
    name_this_thread("net-feed");
    inside->loop.run(handler);
  });
}

void event_feed::applied(std::size_t commits, std::size_t bytes) { inside_->loop.applied(commits, bytes); }

void event_feed::close() {
  const std::lock_guard lock(inside_->closing);
  inside_->loop.end();
  if (inside_->thread.joinable()) inside_->thread.join();
}

feed_statistics event_feed::statistics() const { return inside_->loop.statistics(); }

}  // namespace jumak::net
