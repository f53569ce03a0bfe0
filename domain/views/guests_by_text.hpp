#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/hash.hpp"
#include "domain/views/numbers.hpp"

namespace jumak::hotel::views {

/// Which guests have a text, such as an e-mail address; many may share one. It keeps hashes and no
/// texts, so that personal ones stay in the guest's own row: the caller compares. An empty text is
/// no text.
class guests_by_text {
 public:
  static auto kept(auto& self) { return std::tie(self.entries_); }

  /// The guest has the text `now` in place of `before`.
  void move(guest_number guest, std::string_view before, std::string_view now) {
    if (!before.empty()) {
      entries_.erase({hash64_of(before), guest});
    }
    if (!now.empty()) {
      entries_.insert({hash64_of(now), guest});
    }
  }

  /// Of those that may have the text, the one with the least number from `guest` on.
  [[nodiscard]] std::optional<guest_number> from(std::string_view text, guest_number guest) const {
    const std::uint64_t hash = hash64_of(text);
    const auto found = entries_.lower_bound({hash, guest});
    return found != entries_.end() && found->first == hash ? std::optional(found->second)
                                                           : std::nullopt;
  }

 private:
  std::set<std::pair<std::uint64_t, guest_number>> entries_;
};

}  // namespace jumak::hotel::views
