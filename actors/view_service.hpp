#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "actors/limits.hpp"
#include "actors/messages.hpp"
#include "actors/query_messages.hpp"
#include "actors/view_order.hpp"
#include "actors/view_set.hpp"
#include "hosting/hosted_domain.hpp"

namespace jumak::actors {

/// What of the delivered commits was applied, and is credit for the feed.
struct applied_credit {
  std::size_t commits = 0;
  std::size_t bytes = 0;
};

/// All views that queries join, at one position, with the queries that wait for a later one. Plain and
/// single-threaded: time is an argument.
///
/// A query is answered from a view that has applied its `after`, or `timeout`. Until the views have once
/// reached the head that was heard of first, and after anything that makes them doubtful, it is `unavailable`.
class view_service {
 public:
  using time_point = std::chrono::steady_clock::time_point;
  using replies = std::vector<ready_reply>;

  view_service(std::shared_ptr<view_set> begin, query_limits limits, std::string version, time_point started);

  /// Applies commits whole, in log order, and answers the queries that waited for them. While held, keeps them for later.
  void on_commits(fed_commits_ptr commits, replies& out);
  void on_queries(query_batch& batch, replies& out);
  void on_feed(const feed_state& news, replies& out);
  void on_tick(time_point now, replies& out);

  /// Obeys and answers. While held it stands at one commit, from which it answers queries; views that are at another one
  /// are not swapped in.
  void on_order(view_order& order, replies& out);

  /// The head that was applied.
  [[nodiscard]] const log_head& applied() const noexcept { return set_->head(); }
  /// What was applied since the last call. Views that stopped take no more of the log: they give no credit.
  [[nodiscard]] applied_credit take_credit() noexcept { return std::exchange(credit_, {}); }
  [[nodiscard]] bool ready() const noexcept { return ready_ && !broken_ && !stopped_; }
  /// Why no query is answered any more; empty while all is well.
  [[nodiscard]] const std::optional<std::string>& broken() const noexcept { return broken_; }
  /// Why the views stand still: the log has an event that a newer version wrote. GetSystemStatus is answered all
  /// the same, and says so. Empty while all is well.
  [[nodiscard]] const std::optional<std::string>& stopped() const noexcept { return stopped_; }

 private:
  [[nodiscard]] std::shared_ptr<view_set> hold();
  void release(replies& out);
  [[nodiscard]] std::shared_ptr<view_set> swap(std::shared_ptr<view_set> next);
  void begin(std::shared_ptr<view_set> other);
  void apply(const fed_commits& commits);
  void apply(const commit_view& commit);
  void note_problem(const commit_view& commit, const error& problem);
  void note_ready();
  void answer(routed_query& query, time_point now, replies& out);
  [[nodiscard]] std::string answer_now(const routed_query& query, time_point now);
  [[nodiscard]] result<std::string> ask(const routed_query& query, time_point now) const;
  [[nodiscard]] std::optional<error> refusal(const routed_query& query) const;
  [[nodiscard]] std::string system_status(time_point now) const;
  void release_waiting(time_point now, replies& out);

  std::shared_ptr<view_set> set_;
  query_limits limits_;
  std::string version_;
  time_point started_;
  std::vector<std::string_view> names_;
  bool held_ = false;
  std::deque<fed_commits_ptr> held_back_;
  applied_credit credit_;
  std::optional<log_head> heard_;     ///< Where the log ends, as far as was heard.
  std::optional<log_head> first_heard_;
  std::string command_status_;        ///< JSON members the command side says of itself, without braces.
  bool ready_ = false;
  std::optional<std::string> broken_;
  std::optional<std::string> stopped_;
  std::multimap<position, routed_query> waiting_;
  std::size_t answer_bytes_ = 0;  ///< Of this step so far.
  time_point now_;
};

}  // namespace jumak::actors
