#include "actors/supervision.hpp"

namespace jumak::actors {
namespace {

using watch_atom = caf::atom_constant<caf::atom("watch")>;

caf::behavior run_watcher(caf::event_based_actor* self, const std::function<void(const std::string&)>& broken) {
  self->set_down_handler([self, broken](const caf::down_msg& down) {
    if (down.reason == caf::exit_reason::user_shutdown) return;
    broken("an actor ended by itself: " + self->system().render(down.reason));
  });
  return {[self](watch_atom, const caf::actor& child) { self->monitor(child); }};
}

/// False when the deadline came first. Ends of others, which came too late for their own wait, are passed over.
bool wait_for_end(caf::blocking_actor& self, const caf::actor_addr& child,
                  std::chrono::steady_clock::time_point deadline) {
  bool ended = false;
  while (!ended) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left <= std::chrono::milliseconds(0)) return false;
    self.receive([&](const caf::down_msg& down) { ended = down.source == child; }, caf::after(left) >> [] {});
  }
  return true;
}

}  // namespace

supervision::supervision(caf::actor_system& system, std::function<void(const std::string&)> broken)
    : system_(system), broken_(std::move(broken)), watcher_(system.spawn(run_watcher, broken_)) {}

supervision::~supervision() {
  constexpr std::chrono::milliseconds patience(2'000);
  stop(patience);
}

void supervision::add(const std::string& name, caf::actor handle) {
  caf::anon_send(watcher_, watch_atom::value, handle);
  children_.push_back({name, std::move(handle)});
}

bool supervision::stop(std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  bool all_ended = true;
  caf::scoped_actor self(system_);
  for (child& one : children_) {
    self->monitor(one.handle);
    // Behind all messages it has, unlike an exit message of high priority.
    caf::anon_send(one.handle, caf::exit_msg{self->address(), caf::exit_reason::user_shutdown});
    all_ended = wait_for_end(*self, one.handle.address(), deadline) && all_ended;
  }
  children_.clear();
  caf::anon_send_exit(watcher_, caf::exit_reason::user_shutdown);
  watcher_ = nullptr;
  return all_ended;
}

}  // namespace jumak::actors
