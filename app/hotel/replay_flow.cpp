#include "app/hotel/replay_flow.hpp"

#include <algorithm>
#include <utility>

#include "core/assert.hpp"

namespace jumak::app::client {

replay_flow::replay_flow(std::vector<std::uint32_t> aggregates, flow_limits limits,
                         std::uint64_t seed, time_point now)
    : limits_(limits),
      pauses_(limits.pause_min, limits.pause_max, seed),
      aggregates_(std::move(aggregates)),
      states_(aggregates_.size()),
      decided_end_(aggregates_.empty() ? 0 : std::ranges::max(aggregates_) + 1U),
      pause_until_(now),
      heard_at_(now),
      progress_at_(now) {
  JUMAK_ASSERT(limits.in_flight_max > 0);
}

std::optional<std::size_t> replay_flow::next(time_point now) {
  if (draining_) {
    if (!in_flight_.empty() || now < pause_until_) {
      return std::nullopt;
    }
    draining_ = false;
  }
  if (stopped_ || in_flight_.size() >= limits_.in_flight_max) {
    return std::nullopt;
  }
  std::size_t index = next_new_;
  if (!again_.empty()) {
    index = again_.extract(again_.begin()).value();
    ++resent_;
  } else if (next_new_ < states_.size()) {
    ++next_new_;
  } else {
    return std::nullopt;
  }
  if (in_flight_.empty()) {
    heard_at_ = now;
  }
  in_flight_.insert(in_flight_.end(), index);
  return index;
}

bool replay_flow::answered(std::size_t index, verdict meaning, bool duplicate,
                           std::optional<std::chrono::milliseconds> retry_after, time_point now) {
  JUMAK_ASSERT(index < next_new_);
  if (states_[index].settled) {
    return false;
  }
  heard_at_ = now;
  if (meaning == verdict::decided || meaning == verdict::refused) {
    settle(index, meaning == verdict::decided, duplicate, now);
    return true;
  }
  doubt& in_order = states_[index].in_order;
  const bool first_unknown = meaning == verdict::in_doubt && in_order == doubt::none;
  in_order = first_unknown ? doubt::one_unknown : doubt::turned_away;
  if (in_flight_.contains(index)) {
    send_again_later(index, retry_after.value_or(std::chrono::milliseconds(0)), now);
  }
  return false;
}

void replay_flow::connection_lost(time_point now) {
  while (!in_flight_.empty()) {
    send_again_later(*in_flight_.begin(), std::chrono::milliseconds(0), now);
  }
}

void replay_flow::send_again_later(std::size_t index, std::chrono::milliseconds at_least,
                                   time_point now) {
  in_flight_.erase(index);
  again_.insert(index);
  // One pause for all that come back together; only the longest wish of the server counts.
  const time_point wished = now + at_least;
  pause_until_ = draining_ ? std::max(pause_until_, wished) : wished + pauses_.next();
  draining_ = true;
}

void replay_flow::settle(std::size_t index, bool decided, bool duplicate, time_point now) {
  in_flight_.erase(index);
  again_.erase(index);
  states_[index].settled = true;
  ++settled_;
  progress_at_ = now;
  if (!draining_) {
    pauses_.reset();
  }
  if (!decided) {
    return;
  }
  std::size_t& end = decided_end_[aggregates_[index]];
  const doubt in_order = states_[index].in_order;
  const bool late =
      in_order == doubt::turned_away || (in_order == doubt::one_unknown && !duplicate);
  if (late && end > index + 1) {
    ++out_of_order_;
  }
  end = std::max(end, index + 1);
}

bool replay_flow::overdue(time_point now) const noexcept {
  return !in_flight_.empty() && now - heard_at_ >= limits_.reply_wait;
}

replay_flow::status replay_flow::status_at(time_point now) const noexcept {
  if (settled_ == states_.size() || (stopped_ && in_flight_.empty())) {
    return status::finished;
  }
  return now - progress_at_ >= limits_.patience ? status::given_up : status::running;
}

replay_flow::time_point replay_flow::wake_at() const noexcept {
  time_point wake = progress_at_ + limits_.patience;
  if (!in_flight_.empty()) {
    wake = std::min(wake, heard_at_ + limits_.reply_wait);
  } else if (draining_) {
    wake = std::min(wake, pause_until_);
  }
  return wake;
}

}  // namespace jumak::app::client
