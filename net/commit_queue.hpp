#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <span>
#include <vector>

#include "net/event_publisher.hpp"
#include "net/limits.hpp"

namespace jumak::net {

/// Commits on their way to the publisher's thread. Bounded: when it is full the oldest go, since whoever
/// misses them reads history, and nobody has to wait. Any thread.
class commit_queue {
 public:
  explicit commit_queue(const publisher_limits& limits) : limits_(limits) {}

  void put(std::span<const durable_commit> commits);
  /// Moves everything to the end of `out`.
  void take(std::vector<durable_commit>& out);
  [[nodiscard]] bool empty() const;
  [[nodiscard]] std::uint64_t dropped() const;

 private:
  publisher_limits limits_;
  mutable std::mutex mutex_;
  std::deque<durable_commit> commits_;
  std::size_t bytes_ = 0;
  std::uint64_t dropped_ = 0;
};

}  // namespace jumak::net
