#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

#include "core/timestamp.hpp"

namespace jumak::actors {

/// Knows when each shard's next deadline is due, and wakes those shards alone. One look at a number a shard, every
/// tick of an endpoint that ticks anyway: no timer, and no message while nothing is due.
class due_watch {
 public:
  /// Tells a shard what the clock says; must not block.
  using wake = std::function<void(std::uint32_t shard, timestamp clock)>;

  due_watch(std::uint32_t shards, wake wake_shard);

  /// The shard wants to be woken then. By the shard, after each step.
  void note(std::uint32_t shard, timestamp due) noexcept;
  /// Wakes the shards that are due; each once until it has noted anew. One thread at a time.
  void look(timestamp clock);

 private:
  std::uint32_t shards_;
  wake wake_;
  std::unique_ptr<std::atomic<std::int64_t>[]> due_;  ///< Microseconds, per shard.
};

}  // namespace jumak::actors
