#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

#include "core/error.hpp"

namespace jumak::actors {

/// Why commands are turned away at the moment, if they are. Any thread may set and read it.
class admission {
 public:
  enum class state : std::uint8_t { open, starting, tail_full, log_failed, stopping };
  void set(state now) noexcept { state_.store(now, std::memory_order_relaxed); }
  /// Changes only from `from`, so that a passing trouble does not hide a lasting one.
  void change(state from, state to) noexcept { state_.compare_exchange_strong(from, to, std::memory_order_relaxed); }
  [[nodiscard]] state now() const noexcept { return state_.load(std::memory_order_relaxed); }
  /// What a good command is answered instead of being decided; nothing while the doors are open.
  [[nodiscard]] std::optional<error> refusal(std::uint32_t retry_after_ms) const;

 private:
  std::atomic<state> state_ = state::open;
};

}  // namespace jumak::actors
