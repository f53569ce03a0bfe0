#include "net/topic_set.hpp"

namespace jumak::net {
namespace {

constexpr char own_topic = '$';

bool is_own(std::string_view prefix) { return !prefix.empty() && prefix.front() == own_topic; }

}  // namespace

void topic_set::add(std::string_view prefix) {
  if (is_own(prefix)) return;
  if (prefixes_.size() >= prefixes_max_) {
    overflowed_ = true;
    return;
  }
  prefixes_.emplace(prefix);
}

void topic_set::remove(std::string_view prefix) {
  if (const auto known = prefixes_.find(prefix); known != prefixes_.end()) prefixes_.erase(known);
}

bool topic_set::matches(std::string_view topic) const {
  if (overflowed_) return true;
  if (prefixes_.empty()) return false;
  // A prefix of the topic sorts at or before it. Going down from there, whatever is no prefix tells how much
  // of the topic the next one can still share, so there are as many steps as there are nested prefixes.
  std::string_view rest = topic;
  while (true) {
    auto next = prefixes_.upper_bound(rest);
    if (next == prefixes_.begin()) return false;
    const std::string& candidate = *--next;
    if (topic.starts_with(candidate)) return true;
    std::size_t shared = 0;
    while (shared < candidate.size() && shared < rest.size() && candidate[shared] == rest[shared]) ++shared;
    rest = rest.substr(0, shared);
  }
}

bool topic_set::matches_below(std::string_view begin) const {
  if (matches(begin)) return true;
  const auto next = prefixes_.lower_bound(begin);
  return next != prefixes_.end() && std::string_view(*next).starts_with(begin);
}

}  // namespace jumak::net
