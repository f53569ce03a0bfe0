#include "app/client/retry.hpp"

#include <algorithm>

namespace jumak::app::client {

retry::retry(retry_limits limits, std::uint64_t seed, time_point now)
    : limits_(limits),
      pauses_(limits.pause_min, limits.pause_max, seed),
      give_up_at_(now + limits.patience),
      until_(now) {}

retry::step retry::due(time_point now) {
  if (state_ == state::answered) {
    return step::answered;
  }
  if (state_ == state::given_up || now >= give_up_at_) {
    state_ = state::given_up;
    return step::given_up;
  }
  if (state_ == state::awaiting && now >= until_) {
    pause(std::chrono::milliseconds(0), now);
  }
  if (state_ == state::pausing && now >= until_) {
    state_ = state::ready;
  }
  return state_ == state::ready ? step::send : step::wait;
}

void retry::sent(time_point now) {
  ++copies_sent_;
  ++copies_open_;
  state_ = state::awaiting;
  until_ = now + limits_.reply_wait;
}

void retry::answered(verdict meaning, std::optional<std::chrono::milliseconds> retry_after,
                     time_point now) {
  if (state_ == state::answered || state_ == state::given_up) {
    return;
  }
  if (meaning != verdict::in_doubt && copies_open_ > 0) {
    --copies_open_;
  }
  switch (meaning) {
    case verdict::decided:
      settled_ = true;
      state_ = state::answered;
      return;
    case verdict::refused:
      state_ = state::answered;
      return;
    case verdict::try_again:
    case verdict::in_doubt:
      // A late word on an earlier copy does not take back the copy sent since.
      if (state_ == state::awaiting) {
        pause(retry_after.value_or(std::chrono::milliseconds(0)), now);
      }
      return;
  }
}

void retry::connection_lost(time_point now) {
  if (state_ == state::awaiting) {
    pause(std::chrono::milliseconds(0), now);
  }
}

retry::time_point retry::wake_at() const noexcept {
  return state_ == state::ready ? give_up_at_ : std::min(until_, give_up_at_);
}

void retry::pause(std::chrono::milliseconds at_least, time_point now) {
  state_ = state::pausing;
  until_ = now + at_least + pauses_.next();
}

}  // namespace jumak::app::client
