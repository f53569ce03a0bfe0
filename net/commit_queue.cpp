#include "net/commit_queue.hpp"

#include <iterator>
#include <utility>

namespace jumak::net {

void commit_queue::put(std::span<const durable_commit> commits) {
  const std::lock_guard lock(mutex_);
  for (const durable_commit& one : commits) {
    bytes_ += one.bytes->size();
    commits_.push_back(one);
  }
  while (commits_.size() > limits_.commits_queued_max || bytes_ > limits_.bytes_queued_max) {
    bytes_ -= commits_.front().bytes->size();
    commits_.pop_front();
    ++dropped_;
  }
}

void commit_queue::take(std::vector<durable_commit>& out) {
  const std::lock_guard lock(mutex_);
  out.insert(out.end(), std::make_move_iterator(commits_.begin()), std::make_move_iterator(commits_.end()));
  commits_.clear();
  bytes_ = 0;
}

bool commit_queue::empty() const {
  const std::lock_guard lock(mutex_);
  return commits_.empty();
}

std::uint64_t commit_queue::dropped() const {
  const std::lock_guard lock(mutex_);
  return dropped_;
}

}  // namespace jumak::net
