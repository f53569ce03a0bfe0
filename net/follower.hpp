#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "core/commit.hpp"
#include "net/fed_commit.hpp"
#include "net/limits.hpp"
#include "net/log_page.hpp"

namespace jumak::net {

/// How a read side follows a log over a network that loses, repeats, reorders and delays: live commits are a
/// hint, pages of history are the truth. What it delivers is exactly the log, commit after commit; each was
/// checked to extend the one before (number, position, hash, log id).
///
/// It is a plain state machine: no socket, no thread, no clock. Tell it what came and what time it is, then
/// take out what it wants done. At most one page is asked for at a time.
///
/// Only a page may say that the log is another one (`diverged`): a live message can be old.
class follower {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  /// Goes on behind `applied`; log_head{} starts with the first commit of whatever log answers.
  follower(const log_head& applied, const follower_limits& limits, time_point now);

  // What came.
  void on_live_commit(fed_commit commit, time_point now);
  void on_notice(const log_head& head, time_point now);
  void on_page(const page_header& page, std::vector<fed_commit> commits, time_point now);
  /// The reader has applied this much of what was delivered, and frees its credit.
  void on_applied(std::size_t commits, std::size_t bytes);
  /// The page it wanted could not be asked for, or the connection was lost before the answer came.
  void on_unanswered(time_point now);
  /// Live commits come by a new connection: what was said before it is lost, and where the log ends unknown.
  void on_connected();
  void tick(time_point now);

  // What it wants done.
  /// The commits to deliver now, in order; empty when there are none.
  [[nodiscard]] std::vector<fed_commit> take_commits();
  /// The page to ask for now, if any.
  [[nodiscard]] std::optional<page_request> take_request();
  /// When to call tick at the latest.
  [[nodiscard]] time_point next_tick() const noexcept;

  // What it knows.
  /// Set for good once the log turned out to be another: why, as a sentence.
  [[nodiscard]] const std::optional<std::string>& diverged() const noexcept { return diverged_; }
  [[nodiscard]] const log_head& delivered() const noexcept { return delivered_; }
  /// The furthest the log was heard to go.
  [[nodiscard]] const log_head& heard() const noexcept { return heard_; }
  /// True when a page has confirmed the log and everything heard of is delivered.
  [[nodiscard]] bool live() const noexcept;
  /// True once a page has said that the log goes on behind what was applied at the start.
  [[nodiscard]] bool confirmed() const noexcept { return confirmed_; }
  [[nodiscard]] time_point heard_at() const noexcept { return heard_at_; }
  [[nodiscard]] std::uint64_t gaps() const noexcept { return gaps_; }
  [[nodiscard]] std::uint64_t pages_requested() const noexcept { return sequence_; }

 private:
  [[nodiscard]] bool has_log() const noexcept { return delivered_.log != log_id{}; }
  [[nodiscard]] bool has_credit() const noexcept;
  [[nodiscard]] bool wants_page() const noexcept;
  [[nodiscard]] std::optional<std::string> contradiction(const page_header& page) const;
  void hear(const log_head& head, time_point now);
  void note_life(time_point now);
  void keep(fed_commit commit);
  void deliver(fed_commit commit);
  void deliver_kept();
  bool deliver_page(std::vector<fed_commit> commits);
  void ask(time_point now);
  void back_off(time_point now);
  void diverge(std::string reason);

  follower_limits limits_;
  log_head delivered_;
  log_head heard_;
  time_point heard_at_;
  time_point silent_at_;                    ///< When silence becomes a doubt.
  std::optional<time_point> behind_since_;  ///< Since when the log is said to end before delivered_.
  std::optional<std::string> diverged_;
  std::vector<fed_commit> outbox_;

  std::deque<fed_commit> kept_;  ///< Live commits ahead of delivered_, in order of their numbers.
  std::size_t kept_bytes_ = 0;
  std::size_t unapplied_commits_ = 0;
  std::size_t unapplied_bytes_ = 0;

  /// True until a page has answered a doubt: at the start, after silence, after a contradiction.
  bool in_doubt_ = true;
  bool confirmed_ = false;
  std::optional<page_request> request_;      ///< To be taken.
  std::optional<page_request> outstanding_;
  time_point answer_due_;
  time_point ask_after_;
  std::chrono::milliseconds wait_{0};
  std::uint64_t sequence_ = 0;
  std::uint64_t gaps_ = 0;
};

}  // namespace jumak::net
