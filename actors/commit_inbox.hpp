#pragma once

#include <atomic>
#include <mutex>
#include <vector>

#include "actors/limits.hpp"
#include "actors/messages.hpp"

namespace jumak::actors {

/// What became durable and one shard was not told yet. A shard looks here before anything else it does, so
/// nobody has to wake it for a commit unless it waits for one: at low load that is a hand-over between
/// threads saved for every commit. Any thread.
class commit_inbox {
 public:
  explicit commit_inbox(inbox_limits limits = {}) : limits_(limits) {}

  /// Puts a result in, in log order. True when the shard should be woken for it, which is once until it has
  /// taken what is there.
  [[nodiscard]] bool put(flush_result_ptr result);

  /// Moves everything to the end of `out`, in log order. By the shard.
  void take(std::vector<flush_result_ptr>& out);

  /// From now on the shard wants to be woken for the next result, or does not. By the shard, which must
  /// take() once more after it asked for it: what came before is not told.
  void wake_me(bool eager) noexcept { eager_.store(eager); }

 private:
  inbox_limits limits_;
  std::mutex mutex_;
  std::vector<flush_result_ptr> results_;
  std::size_t records_ = 0;
  bool told_ = false;  ///< The shard was or is being woken, and has not taken yet.
  std::atomic<bool> eager_{false};
};

}  // namespace jumak::actors
