#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "actors/view_set.hpp"
#include "net/event_feed.hpp"

namespace jumak::actors {

/// Views folded beside the running ones, from the command side's log by a feed of their own, in the thread that calls.
/// One thread; it may give up at any time.
class view_build final : private net::feed_handler {
 public:
  using time_point = std::chrono::steady_clock::time_point;
  /// Other views to begin with, when the log does not go on behind position `refused`.
  using other_start = std::function<std::shared_ptr<view_set>(position refused)>;

  /// `from.applied` is taken from the views. Errors: bad_configuration.
  [[nodiscard]] static result<std::unique_ptr<view_build>> open(net::context& messaging, net::feed_options from,
                                                                std::shared_ptr<view_set> begin, other_start other,
                                                                const std::atomic<bool>& give_up);
  ~view_build() override;
  view_build(const view_build&) = delete;
  view_build& operator=(const view_build&) = delete;

  // Each folds until something holds. Errors: unavailable (given up, or the log is another one), newer_format, corrupt.
  /// Until the end of the log that was first heard of.
  result<void> catch_up();
  /// Until at most `commits` are missing of what was heard of; nothing more when that is so already.
  result<void> come_near(std::uint64_t commits);
  /// Until the views are at `head`; false when they were not by the deadline, or are beyond it.
  result<bool> fold_to(const log_head& head, time_point deadline);

  /// Where the views are.
  [[nodiscard]] const std::shared_ptr<view_set>& views() const noexcept { return set_; }

 private:
  view_build(std::shared_ptr<view_set> begin, other_start other, const std::atomic<bool>& give_up)
      : set_(std::move(begin)), other_(std::move(other)), give_up_(give_up) {}

  void on_commits(std::vector<net::fed_commit> commits) override;
  void on_head(const log_head& head, bool live) override;
  std::optional<log_head> on_unknown_start(const std::string& reason) override;
  void on_diverged(const std::string& reason) override;

  /// Applies what has come up to the commit; waits a little when nothing has.
  result<void> fold_some(commit_number last);
  [[nodiscard]] result<std::deque<net::fed_commit>> take(commit_number last);

  std::shared_ptr<view_set> set_;
  other_start other_;
  const std::atomic<bool>& give_up_;
  std::unique_ptr<net::event_feed> feed_;

  std::mutex mutex_;
  std::condition_variable came_;
  std::deque<net::fed_commit> waiting_;
  std::shared_ptr<view_set> begin_instead_;
  std::optional<log_head> first_heard_;
  std::optional<std::string> diverged_;
};

}  // namespace jumak::actors
