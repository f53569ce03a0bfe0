#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace jumak::net {

/// The prefixes somebody subscribed to. Topics that begin with `$` are the engine's own and are not kept.
/// Not thread-safe.
class topic_set {
 public:
  explicit topic_set(std::size_t prefixes_max) noexcept : prefixes_max_(prefixes_max) {}

  /// The same prefix counts once: XPUB tells of the first subscriber and of the last that leaves.
  void add(std::string_view prefix);
  void remove(std::string_view prefix);

  /// True when somebody subscribed to a prefix of `topic`.
  [[nodiscard]] bool matches(std::string_view topic) const;
  /// True when somebody may want a topic that begins with `begin`: one of its prefixes, or something longer,
  /// is subscribed to. Lets a renderer skip a whole aggregate.
  [[nodiscard]] bool matches_below(std::string_view begin) const;
  /// True when no topic of events has a subscriber: nothing needs rendering.
  [[nodiscard]] bool empty() const noexcept { return prefixes_.empty() && !overflowed_; }
  [[nodiscard]] std::size_t size() const noexcept { return prefixes_.size(); }

 private:
  std::size_t prefixes_max_;
  bool overflowed_ = false;  ///< More prefixes than we keep: everything matches from then on.
  std::set<std::string, std::less<>> prefixes_;
};

}  // namespace jumak::net
