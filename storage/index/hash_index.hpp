#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace jumak::storage {

/// Finds rows kept elsewhere, in a vector of the caller, by 32 bits of their hash: open addressing,
/// 8 bytes an entry, at most half full. Nothing is ever taken out. One thread.
class hash_index {
 public:
  static constexpr std::uint32_t none = UINT32_MAX;

  /// The row with that hash for which `same(row)` holds, or none.
  template <class Same>
  [[nodiscard]] std::uint32_t find(std::uint32_t hash, Same&& same) const {
    if (entries_.empty()) return none;
    return entries_[place_of(hash, same)].row;
  }

  /// As find, but the place of the answer: the caller puts a new row's number there when it is none,
  /// and may move the hash to another row. Valid until the next call.
  template <class Same>
  [[nodiscard]] std::uint32_t& find_or_add(std::uint32_t hash, Same&& same) {
    if (used_ * 2 >= entries_.size()) grow();
    entry& found = entries_[place_of(hash, same)];
    if (found.row == none) {
      found.hash = hash;
      ++used_;
    }
    return found.row;
  }

  [[nodiscard]] std::size_t memory_bytes() const noexcept {
    return entries_.capacity() * sizeof(entry);
  }

 private:
  struct entry {
    std::uint32_t hash = 0;
    std::uint32_t row = none;
  };

  template <class Same>
  [[nodiscard]] std::size_t place_of(std::uint32_t hash, Same&& same) const {
    const std::size_t mask = entries_.size() - 1;
    std::size_t at = hash & mask;
    while (entries_[at].row != none && (entries_[at].hash != hash || !same(entries_[at].row))) {
      at = (at + 1) & mask;
    }
    return at;
  }

  void grow() {
    std::vector<entry> old = std::exchange(entries_, {});
    entries_.resize(old.empty() ? 16 : old.size() * 2);
    for (const entry& each : old) {
      if (each.row != none)
        entries_[place_of(each.hash, [](std::uint32_t) { return false; })] = each;
    }
  }

  std::vector<entry> entries_;
  std::size_t used_ = 0;
};

}  // namespace jumak::storage
