#pragma once

#include <caf/all.hpp>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace jumak::actors {

/// Watches actors and stops them in order. An actor that ends by itself is a bug (a handler threw): its state
/// can no longer be trusted, so `broken` is told once, and the process stops acknowledging and starts anew
/// from the log. Main thread, except `broken`, which comes from an actor's thread.
class supervision {
 public:
  supervision(caf::actor_system& system, std::function<void(const std::string&)> broken);
  /// stop()s.
  ~supervision();
  supervision(const supervision&) = delete;
  supervision& operator=(const supervision&) = delete;

  /// Watches an actor; they are stopped in the order they were added.
  template <class Handle>
  void watch(const std::string& name, const Handle& handle) {
    add(name, caf::actor_cast<caf::actor>(handle));
  }

  /// Ends every watched actor, in order, each after it has handled what is in its mailbox, and waits `patience`
  /// at most for all of them; false when one did not end in time.
  bool stop(std::chrono::milliseconds patience);

 private:
  struct child {
    std::string name;
    caf::actor handle;
  };
  void add(const std::string& name, caf::actor handle);

  caf::actor_system& system_;
  std::function<void(const std::string&)> broken_;
  caf::actor watcher_;
  std::vector<child> children_;
};

}  // namespace jumak::actors
