#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "app/client/back_off.hpp"
#include "app/client/reply.hpp"

namespace jumak::app::client {

/// The limits of one request's retries.
struct retry_limits {
  /// From the start to giving up, all copies and pauses included.
  std::chrono::milliseconds patience{10'000};
  /// How long one copy may go unanswered before the next one is sent.
  std::chrono::milliseconds reply_wait{3'000};
  std::chrono::milliseconds pause_min{50};
  std::chrono::milliseconds pause_max{2'000};
};

/// Decides when one request is sent, sent again and given up. No socket and no clock: whoever owns
/// those calls `due`, does what it says, and reports what happened. All copies carry the same id,
/// so that however many arrive, the server lets one of them count.
class retry {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  enum class step : std::uint8_t {
    send,      ///< Send a copy as soon as the connection takes it, then call `sent`.
    wait,      ///< Nothing to do before `wake_at`.
    answered,  ///< The last reply is the answer.
    given_up,  ///< Patience is over.
  };

  retry(retry_limits limits, std::uint64_t seed, time_point now);

  /// What is to be done at `now`.
  [[nodiscard]] step due(time_point now);
  /// A copy went out.
  void sent(time_point now);
  /// A reply with our id came in.
  void answered(verdict meaning, std::optional<std::chrono::milliseconds> retry_after,
                time_point now);
  /// The connection that carried the last copy is gone, and a reply with it.
  void connection_lost(time_point now);

  /// When `due` has something new to say, unless a reply comes first.
  [[nodiscard]] time_point wake_at() const noexcept;
  /// Whether some copy may have had an effect nobody told us about.
  [[nodiscard]] bool outcome_open() const noexcept { return !settled_ && copies_open_ > 0; }
  [[nodiscard]] std::uint32_t copies_sent() const noexcept { return copies_sent_; }

 private:
  enum class state : std::uint8_t { ready, awaiting, pausing, answered, given_up };

  void pause(std::chrono::milliseconds at_least, time_point now);

  retry_limits limits_;
  back_off pauses_;
  state state_ = state::ready;
  time_point give_up_at_;
  time_point until_;  // the end of the wait for a reply, or of the pause
  std::uint32_t copies_sent_ = 0;
  std::uint32_t copies_open_ = 0;
  bool settled_ = false;
};

}  // namespace jumak::app::client
