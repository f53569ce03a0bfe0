#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "domain/views/chunked_rows.hpp"

namespace jumak::hotel::views {

/// Many short lists in one place, such as the history of each reservation: an entry knows the one
/// before it, and an owner keeps only the last. Four bytes an entry and four an owner.
template <class Entry>
class chain_rows {
 public:
  /// The last entry of a chain. An empty chain has none.
  class chain {
    friend class chain_rows;
    static constexpr std::uint32_t nothing = 0xFFFF'FFFF;
    std::uint32_t last_ = nothing;

   public:
    static auto kept(auto& self) { return std::tie(self.last_); }
  };

  static auto kept(auto& self) { return std::tie(self.links_); }

  void append(chain& to, Entry entry) { to.last_ = links_.append({std::move(entry), to.last_}); }

  /// The entries in the order they were added. Valid as long as the rows are.
  [[nodiscard]] std::vector<const Entry*> entries_of(chain of) const {
    std::vector<const Entry*> entries;
    for (std::uint32_t at = of.last_; at != chain::nothing; at = links_[at].before) {
      entries.push_back(&links_[at].entry);
    }
    std::ranges::reverse(entries);
    return entries;
  }

 private:
  struct link {
    Entry entry;
    std::uint32_t before;
  };
  chunked_rows<link> links_;
};

}  // namespace jumak::hotel::views
