#include "storage/log/memory_log.hpp"

#include <algorithm>
#include <mutex>

#include "core/assert.hpp"
#include "core/hash.hpp"
#include "storage/log/chain.hpp"

namespace jumak::storage {

memory_log::memory_log(std::uint64_t seed) : seed_(seed) {
  head_.log = log_id{{hash64_of("log id", seed), seed}};
  open();
}

void memory_log::open() {
  if (!surviving_.empty()) keep(surviving_);
  surviving_.clear();
  planned_.reset();
  failed_ = false;
  log_head next = head();
  const std::uint64_t random = hash64_of("epoch", seed_ + next.epoch.value());
  const std::string epoch[] = {
      seal_epoch(next, {.random = random, .ancestor = {}, .ancestor_position = {}})};
  keep(epoch);
}

void memory_log::fail_append_after(std::uint64_t appends, bool stored) {
  planned_ = planned_failure{appends, stored};
}

log_head memory_log::head() const {
  const std::shared_lock lock(mutex_);
  return head_;
}

append_outcome memory_log::append(std::span<const std::string> commits) {
  JUMAK_ASSERT(!commits.empty());
  if (failed_) return append_outcome::unknown;
  if (planned_ && planned_->appends_before-- == 0) {
    failed_ = true;
    if (planned_->stored) surviving_.assign(commits.begin(), commits.end());
    return append_outcome::unknown;
  }
  keep(commits);
  return append_outcome::durable;
}

void memory_log::keep(std::span<const std::string> commits) {
  const std::unique_lock lock(mutex_);
  log_head reached = head_;
  for (const std::string& bytes : commits) {
    const commit_key key = key_after(reached);
    reached = head_after_all(reached, {&bytes, 1});
    entries_.emplace_back(key, bytes);
  }
  head_ = reached;
}

std::vector<memory_log::stored_commit>::const_iterator memory_log::at_or_after(
    commit_key key) const {
  return std::lower_bound(
      entries_.begin(), entries_.end(), key,
      [](const stored_commit& left, commit_key right) { return left.first < right; });
}

result<std::vector<std::string>> memory_log::read(commit_key from, std::size_t max_bytes) const {
  const std::shared_lock lock(mutex_);
  std::vector<std::string> page;
  chain_check chain;
  std::size_t bytes = 0;
  for (auto entry = at_or_after(from); entry != entries_.end(); ++entry) {
    if (!page.empty() && bytes + entry->second.size() > max_bytes) break;
    if (const auto taken = chain.take(entry->first, entry->second); !taken) {
      return tl::unexpected(taken.error());
    }
    bytes += entry->second.size();
    page.push_back(entry->second);
  }
  return page;
}

result<std::string> memory_log::read_commit(commit_key key) const {
  const std::shared_lock lock(mutex_);
  const auto entry = at_or_after(key);
  if (entry == entries_.end() || entry->first != key)
    return failure(errc::corrupt, missing_commit(key));
  return entry->second;
}

result<commit_key> memory_log::find(position event) const {
  const std::shared_lock lock(mutex_);
  if (event < position(1) || event > head_.head())
    return failure(errc::not_found, outside_log(event));
  // Commits without events share the position of the one that follows; the last of them has events.
  const auto after = at_or_after({event.next(), commit_number(0)});
  return std::prev(after)->first;
}

}  // namespace jumak::storage
