#include "actors/due_watch.hpp"

#include <limits>

namespace jumak::actors {
namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

}  // namespace

due_watch::due_watch(std::uint32_t shards, wake wake_shard)
    : shards_(shards), wake_(std::move(wake_shard)), due_(std::make_unique<std::atomic<std::int64_t>[]>(shards)) {
  for (std::uint32_t shard = 0; shard < shards; ++shard) due_[shard].store(never);
}

void due_watch::note(std::uint32_t shard, timestamp due) noexcept {
  due_[shard].store(due.time_since_epoch().count(), std::memory_order_relaxed);
}

void due_watch::look(timestamp clock) {
  const std::int64_t now = clock.time_since_epoch().count();
  for (std::uint32_t shard = 0; shard < shards_; ++shard) {
    std::int64_t due = due_[shard].load(std::memory_order_relaxed);
    if (due > now) continue;
    // Lost when the shard has just noted anew: then the next look sees that.
    if (due_[shard].compare_exchange_strong(due, never, std::memory_order_relaxed)) wake_(shard, clock);
  }
}

}  // namespace jumak::actors
