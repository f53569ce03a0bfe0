#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "app/client/back_off.hpp"
#include "app/client/reply.hpp"

namespace jumak::app::client {

struct flow_limits {
  /// Commands sent and not answered. A server admits at least 1,024 a connection, so that within
  /// this default nothing is `overloaded` as long as the server has room for us at all.
  std::size_t in_flight_max = 512;
  /// Without any answer for so long, the connection is taken for dead.
  std::chrono::milliseconds reply_wait{5'000};
  /// Without any command settled for so long, the replay gives up.
  std::chrono::milliseconds patience{30'000};
  std::chrono::milliseconds pause_min{50};
  std::chrono::milliseconds pause_max{2'000};
};

/// Says which command of a long list to send next, keeping the order within each aggregate while
/// many are under way. No socket and no clock. Commands are numbered 0 to n - 1.
///
/// When one command has to be sent again, nothing new goes out until all that is under way is
/// answered or its connection is gone; then, after a pause, what is unsettled is sent again in
/// order before anything new. What that guarantees:
/// - Every command takes effect once, since its id stays the same.
/// - After a loss of the connection the order within an aggregate is kept: a connection delivers a
///   prefix of what was sent (connection.hpp), so what was decided before is a prefix too.
/// - After `overloaded`, `unavailable` or `outcome_unknown` it may not be: commands sent right
///   behind the one turned away may have been let in. Such a command is counted in
///   `out_of_order` when it is settled at last; not so if the reply that turned it away, or those
///   to the ones behind it, were lost with their connection. A window of 1 excludes both.
class replay_flow {
 public:
  using time_point = std::chrono::steady_clock::time_point;
  enum class status : std::uint8_t { running, finished, given_up };

  /// `aggregates[i]` tells which aggregate command i goes to, as small numbers from 0.
  replay_flow(std::vector<std::uint32_t> aggregates, flow_limits limits, std::uint64_t seed,
              time_point now);

  /// The command to send now, if any; it counts as under way from here on.
  [[nodiscard]] std::optional<std::size_t> next(time_point now);
  /// A reply for command `index`. True if it settles the command, which happens once.
  bool answered(std::size_t index, verdict meaning, bool duplicate,
                std::optional<std::chrono::milliseconds> retry_after, time_point now);
  /// The connection is gone, or `overdue` said to drop it.
  void connection_lost(time_point now);
  /// Nothing new is sent any more; what is under way is waited for.
  void stop() noexcept { stopped_ = true; }

  /// Whether the server was silent for too long on this connection.
  [[nodiscard]] bool overdue(time_point now) const noexcept;
  [[nodiscard]] status status_at(time_point now) const noexcept;
  /// When, without any reply, there is something new to do.
  [[nodiscard]] time_point wake_at() const noexcept;

  [[nodiscard]] std::size_t size() const noexcept { return states_.size(); }
  [[nodiscard]] std::size_t settled() const noexcept { return settled_; }
  [[nodiscard]] std::size_t in_flight() const noexcept { return in_flight_.size(); }
  /// Copies sent beyond the first of each command.
  [[nodiscard]] std::uint64_t resent() const noexcept { return resent_; }
  /// Commands that were, or may have been, decided after a later one of their aggregate.
  [[nodiscard]] std::uint64_t out_of_order() const noexcept { return out_of_order_; }

 private:
  /// Whether a command may have been decided later than it was first sent.
  enum class doubt : std::uint8_t {
    none,
    /// One copy's outcome was unknown: if the next is a duplicate, that copy did it, in order.
    one_unknown,
    /// A copy was turned away, or more than one unknown.
    turned_away,
  };
  struct command_state {
    bool settled = false;
    doubt in_order = doubt::none;
  };

  void send_again_later(std::size_t index, std::chrono::milliseconds at_least, time_point now);
  void settle(std::size_t index, bool decided, bool duplicate, time_point now);

  flow_limits limits_;
  back_off pauses_;
  std::vector<std::uint32_t> aggregates_;
  std::vector<command_state> states_;
  std::vector<std::size_t> decided_end_;  // by aggregate: one past its last decided command
  std::set<std::size_t> in_flight_;
  std::set<std::size_t> again_;
  std::size_t next_new_ = 0;
  std::size_t settled_ = 0;
  std::uint64_t resent_ = 0;
  std::uint64_t out_of_order_ = 0;
  bool draining_ = false;
  bool stopped_ = false;
  time_point pause_until_;
  time_point heard_at_;
  time_point progress_at_;
};

}  // namespace jumak::app::client
