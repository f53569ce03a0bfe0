#include "actors/view_build.hpp"

namespace jumak::actors {
namespace {

/// How soon giving up is noticed.
constexpr std::chrono::milliseconds look(20);
constexpr commit_number any_commit{UINT64_MAX};

}  // namespace

result<std::unique_ptr<view_build>> view_build::open(net::context& messaging, net::feed_options from,
                                                     std::shared_ptr<view_set> begin, other_start other,
                                                     const std::atomic<bool>& give_up) {
  std::unique_ptr<view_build> made(new view_build(std::move(begin), std::move(other), give_up));
  from.applied = made->set_->head();
  auto feed = net::event_feed::open(messaging, std::move(from));
  if (!feed) return tl::unexpected(feed.error());
  made->feed_ = std::move(*feed);
  made->feed_->start(*made);
  return made;
}

view_build::~view_build() {
  if (feed_) feed_->close();
}

void view_build::on_commits(std::vector<net::fed_commit> commits) {
  {
    const std::lock_guard lock(mutex_);
    for (net::fed_commit& one : commits) waiting_.push_back(std::move(one));
  }
  came_.notify_one();
}

void view_build::on_head(const log_head& head, bool) {
  {
    const std::lock_guard lock(mutex_);
    if (!first_heard_) first_heard_ = head;
  }
  came_.notify_one();
}

std::optional<log_head> view_build::on_unknown_start(const std::string&) {
  const std::lock_guard lock(mutex_);
  const view_set& refused = begin_instead_ ? *begin_instead_ : *set_;
  begin_instead_ = other_(refused.head().head());
  return begin_instead_->head();
}

void view_build::on_diverged(const std::string& reason) {
  const std::lock_guard lock(mutex_);
  diverged_ = reason;
}

result<std::deque<net::fed_commit>> view_build::take(commit_number last) {
  std::unique_lock lock(mutex_);
  const auto next_is_due = [&] { return !waiting_.empty() && waiting_.front().view.header().number <= last; };
  came_.wait_for(lock, look, next_is_due);
  if (give_up_) return failure(errc::unavailable, "it was given up, since the server stops");
  if (diverged_) return failure(errc::unavailable, *diverged_);
  if (begin_instead_) set_ = std::exchange(begin_instead_, nullptr);
  std::deque<net::fed_commit> taken;
  while (next_is_due()) {
    taken.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }
  return taken;
}

result<void> view_build::fold_some(commit_number last) {
  const auto taken = take(last);
  if (!taken) return tl::unexpected(taken.error());
  std::size_t bytes = 0;
  for (const net::fed_commit& commit : *taken) {
    if (auto applied = set_->apply(commit.view); !applied) return applied;
    bytes += commit.bytes.size();
  }
  if (!taken->empty()) feed_->applied(taken->size(), bytes);
  return {};
}

result<void> view_build::catch_up() {
  while (true) {
    if (auto folded = fold_some(any_commit); !folded) return folded;
    const std::lock_guard lock(mutex_);
    if (first_heard_ && set_->head().last_commit >= first_heard_->last_commit) return {};
  }
}

result<void> view_build::come_near(std::uint64_t commits) {
  while (set_->head().last_commit.plus(commits) < feed_->statistics().head.last_commit) {
    if (auto folded = fold_some(any_commit); !folded) return folded;
  }
  return {};
}

result<bool> view_build::fold_to(const log_head& head, time_point deadline) {
  while (set_->head().last_commit < head.last_commit) {
    if (std::chrono::steady_clock::now() >= deadline) return false;
    if (auto folded = fold_some(head.last_commit); !folded) return tl::unexpected(folded.error());
  }
  return set_->head() == head;
}

}  // namespace jumak::actors
