#include "net/router_endpoint.hpp"

#include <zmq.h>

#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

#include "core/assert.hpp"
#include "net/router_loop.hpp"
#include "net/thread_name.hpp"

namespace jumak::net {

class router_endpoint::implementation {
 public:
  implementation(context& messaging, router_options options) : name(options.name) {
    loop = std::make_unique<router_loop>(messaging, std::move(options));
  }

  std::string name;
  std::string address;
  std::thread thread;
  std::mutex closing;
  std::unique_ptr<router_loop> loop;  ///< Lives until the endpoint goes, so that a late post() finds it.
};

router_endpoint::router_endpoint(std::unique_ptr<implementation> inside) : inside_(std::move(inside)) {}

router_endpoint::~router_endpoint() { close(); }

result<std::unique_ptr<router_endpoint>> router_endpoint::open(context& messaging, router_options options) {
  auto inside = std::make_unique<implementation>(messaging, std::move(options));
  auto bound = inside->loop->bind();
  if (!bound) return tl::unexpected(std::move(bound).error());
  inside->address = std::move(*bound);
  return std::unique_ptr<router_endpoint>(new router_endpoint(std::move(inside)));
}

const std::string& router_endpoint::bound_address() const noexcept { return inside_->address; }

void router_endpoint::start(request_handler& handler) {
  JUMAK_ASSERT(!inside_->thread.joinable());
  inside_->thread = std::thread([inside = inside_.get(), &handler] {
    name_this_thread("net-" + inside->name);
    inside->loop->run(handler);
  });
}

void router_endpoint::post(std::unique_ptr<reply_batch> batch) { inside_->loop->post(std::move(batch)); }

void router_endpoint::stop_accepting() { inside_->loop->stop_accepting(); }

bool router_endpoint::drain(std::chrono::steady_clock::time_point deadline) {
  return inside_->loop->wait_until_answered(deadline);
}

void router_endpoint::close() {
  const std::lock_guard lock(inside_->closing);
  inside_->loop->end();
  if (inside_->thread.joinable()) inside_->thread.join();
}

router_statistics router_endpoint::statistics() const { return inside_->loop->statistics(); }

}  // namespace jumak::net
