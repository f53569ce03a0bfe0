#include "net/follower.hpp"

#include <algorithm>
#include <utility>

namespace jumak::net {
namespace {

std::string number_text(commit_number number) { return std::to_string(number.value()); }

}  // namespace

follower::follower(const log_head& applied, const follower_limits& limits, time_point now)
    : limits_(limits), delivered_(applied), heard_(applied), heard_at_(now), silent_at_(now + limits.silence), ask_after_(now) {}

void follower::on_live_commit(fed_commit commit, time_point now) {
  if (diverged_) return;
  hear(head_after(commit.view), now);
  const commit_number number = commit.view.header().number;
  if (!has_log() || number <= delivered_.last_commit) return;
  if (commit.view.extends(delivered_) && has_credit() && kept_.empty()) return deliver(std::move(commit));
  const bool is_next = number == delivered_.last_commit.next();
  if (is_next && !commit.view.extends(delivered_)) {
    in_doubt_ = true;
    return;
  }
  if (!is_next && kept_.empty()) ++gaps_;
  keep(std::move(commit));
  deliver_kept();
}

void follower::on_notice(const log_head& head, time_point now) {
  if (!diverged_) hear(head, now);
}

void follower::hear(const log_head& head, time_point now) {
  note_life(now);
  if (has_log() && head.log != delivered_.log) {
    in_doubt_ = true;
    return;
  }
  const bool same_end = head.last_commit == delivered_.last_commit;
  if (same_end && has_log() && head.last_hash != delivered_.last_hash) in_doubt_ = true;
  if (head.last_commit > heard_.last_commit) heard_ = head;
  // A head behind ours is old news that was on the way, or a log that got shorter. Old news ends.
  if (head.last_commit >= delivered_.last_commit) behind_since_.reset();
  else if (!behind_since_) behind_since_ = now;
}

void follower::on_page(const page_header& page, std::vector<fed_commit> commits, time_point now) {
  if (diverged_ || !outstanding_ || page.sequence != outstanding_->sequence) return;
  note_life(now);
  if (page.status == page_status::unavailable) {
    outstanding_.reset();
    return back_off(now);
  }
  if (const auto reason = contradiction(page)) return diverge(*reason);
  outstanding_.reset();
  in_doubt_ = false;
  confirmed_ = true;
  delivered_.log = page.head.log;
  behind_since_.reset();
  if (heard_.log != page.head.log || heard_.last_commit < page.head.last_commit) heard_ = page.head;
  const bool moved = deliver_page(std::move(commits));
  deliver_kept();
  if (!moved && wants_page()) return back_off(now);
  wait_ = std::chrono::milliseconds(0);
  ask_after_ = now;
  tick(now);
}

std::optional<std::string> follower::contradiction(const page_header& page) const {
  const page_request& asked = *outstanding_;
  const commit_number last(asked.from.number.value() - 1);
  if (page.status == page_status::diverged) {
    return "the command side does not know commit " + number_text(last) + " of log " + to_text(asked.log);
  }
  if (has_log() && page.head.log != delivered_.log) {
    return "the command side has log " + to_text(page.head.log) + ", not " + to_text(delivered_.log);
  }
  if (page.head.last_commit < last) {
    return "the command side's log ends at commit " + number_text(page.head.last_commit) +
           ", before commit " + number_text(last) + " that was applied here";
  }
  if (page.head.last_commit == last && page.head.last_hash != asked.previous) {
    return "commit " + number_text(last) + " is another one on the command side";
  }
  return std::nullopt;
}

bool follower::deliver_page(std::vector<fed_commit> commits) {
  bool moved = false;
  for (fed_commit& commit : commits) {
    const commit_number number = commit.view.header().number;
    if (number <= delivered_.last_commit) continue;
    if (number != delivered_.last_commit.next()) break;
    if (!commit.view.extends(delivered_)) {
      diverge("commit " + number_text(number) + " of the command side does not follow what was applied here");
      break;
    }
    deliver(std::move(commit));
    moved = true;
  }
  return moved;
}

void follower::on_applied(std::size_t commits, std::size_t bytes) {
  unapplied_commits_ -= std::min(commits, unapplied_commits_);
  unapplied_bytes_ -= std::min(bytes, unapplied_bytes_);
  deliver_kept();
}

void follower::tick(time_point now) {
  if (diverged_) return;
  if (outstanding_ && now >= answer_due_) {
    outstanding_.reset();
    back_off(now);
  }
  if (now >= silent_at_ || (behind_since_ && now - *behind_since_ >= limits_.silence)) {
    in_doubt_ = true;
    silent_at_ = now + limits_.silence;
    behind_since_.reset();
  }
  if (!outstanding_ && now >= ask_after_ && wants_page()) ask(now);
}

bool follower::wants_page() const noexcept {
  if (!has_credit()) return false;
  // Without a doubt, what is kept and fits needs no page; it waited for credit only.
  return in_doubt_ || delivered_.last_commit < heard_.last_commit;
}

void follower::on_unanswered(time_point now) {
  if (!outstanding_) return;
  outstanding_.reset();
  request_.reset();
  back_off(now);
}

void follower::on_connected() {
  if (!diverged_) in_doubt_ = true;
}

void follower::note_life(time_point now) {
  heard_at_ = now;
  silent_at_ = now + limits_.silence;
}

void follower::ask(time_point now) {
  page_request request;
  request.sequence = ++sequence_;
  request.log = delivered_.log;
  request.from = {delivered_.next_position, delivered_.last_commit.next()};
  request.previous = delivered_.last_hash;
  request.bytes_max = limits_.page_bytes;
  request_ = request;
  outstanding_ = request;
  answer_due_ = now + limits_.page_timeout;
}

void follower::back_off(time_point now) {
  wait_ = wait_.count() == 0 ? limits_.retry_first : std::min(2 * wait_, limits_.retry_longest);
  ask_after_ = now + wait_;
}

void follower::diverge(std::string reason) {
  diverged_ = std::move(reason);
  outstanding_.reset();
  request_.reset();
  kept_.clear();
  kept_bytes_ = 0;
}

void follower::keep(fed_commit commit) {
  const auto number = commit.view.header().number;
  const auto place = std::lower_bound(kept_.begin(), kept_.end(), number, [](const fed_commit& one, commit_number wanted) {
    return one.view.header().number < wanted;
  });
  if (place != kept_.end() && place->view.header().number == number) return;
  if (kept_.size() >= limits_.live_commits_max || kept_bytes_ + commit.bytes.size() > limits_.live_bytes_max) return;
  kept_bytes_ += commit.bytes.size();
  kept_.insert(place, std::move(commit));
}

void follower::deliver_kept() {
  while (!kept_.empty()) {
    const commit_view& first = kept_.front().view;
    const bool old = first.header().number <= delivered_.last_commit;
    const bool next = first.header().number == delivered_.last_commit.next();
    if (!old && (!next || !has_credit())) return;
    fed_commit commit = std::move(kept_.front());
    kept_.pop_front();
    kept_bytes_ -= commit.bytes.size();
    if (old) continue;
    if (!commit.view.extends(delivered_)) {
      in_doubt_ = true;
      return;
    }
    deliver(std::move(commit));
  }
}

void follower::deliver(fed_commit commit) {
  delivered_ = head_after(commit.view);
  behind_since_.reset();
  if (heard_.last_commit < delivered_.last_commit) heard_ = delivered_;
  ++unapplied_commits_;
  unapplied_bytes_ += commit.bytes.size();
  outbox_.push_back(std::move(commit));
}

std::vector<fed_commit> follower::take_commits() { return std::exchange(outbox_, {}); }

std::optional<page_request> follower::take_request() { return std::exchange(request_, std::nullopt); }

follower::time_point follower::next_tick() const noexcept {
  if (outstanding_) return answer_due_;
  return wants_page() ? ask_after_ : silent_at_;
}

bool follower::live() const noexcept {
  return !diverged_ && has_log() && !in_doubt_ && delivered_.last_commit >= heard_.last_commit;
}

bool follower::has_credit() const noexcept {
  return unapplied_commits_ < limits_.unapplied_commits_max && unapplied_bytes_ < limits_.unapplied_bytes_max;
}

}  // namespace jumak::net
