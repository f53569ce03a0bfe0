#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace jumak::storage {

/// Finds rows kept elsewhere by their hash, as hash_index does, but rows can be taken out and an entry is 4
/// bytes: open addressing, at most 4 of 5 used, no marks left behind. Whose rows they are tells their hashes,
/// 32 bits, again: `hash_of(row)`. One thread.
class row_table {
 public:
  static constexpr std::uint32_t none = UINT32_MAX;

  /// The row with that hash for which `same(row)` holds, or none.
  template <class Same>
  [[nodiscard]] std::uint32_t find(std::uint32_t hash, Same&& same) const {
    if (rows_.empty()) return none;
    for (std::size_t at = hash & mask(); rows_[at] != none; at = after(at)) {
      if (same(rows_[at])) return rows_[at];
    }
    return none;
  }

  /// Adds a row that is not in it.
  template <class HashOf>
  void add(std::uint32_t row, HashOf&& hash_of) {
    if ((used_ + 1) * 5 > rows_.size() * 4) grow(hash_of);
    put(row, hash_of(row));
    ++used_;
  }

  /// Takes out a row that is in it.
  template <class HashOf>
  void remove(std::uint32_t row, HashOf&& hash_of) {
    std::size_t hole = hash_of(row) & mask();
    while (rows_[hole] != row) hole = after(hole);
    // Whoever was pushed past the hole moves up, so that a search never ends too early.
    for (std::size_t at = after(hole); rows_[at] != none; at = after(at)) {
      const std::size_t home = hash_of(rows_[at]) & mask();
      if (((at - home) & mask()) < ((at - hole) & mask())) continue;
      rows_[hole] = rows_[at];
      hole = at;
    }
    rows_[hole] = none;
    --used_;
  }

  [[nodiscard]] std::size_t memory_bytes() const noexcept { return rows_.capacity() * sizeof(std::uint32_t); }

 private:
  [[nodiscard]] std::size_t mask() const noexcept { return rows_.size() - 1; }
  [[nodiscard]] std::size_t after(std::size_t at) const noexcept { return (at + 1) & mask(); }

  void put(std::uint32_t row, std::uint32_t hash) {
    std::size_t at = hash & mask();
    while (rows_[at] != none) at = after(at);
    rows_[at] = row;
  }

  template <class HashOf>
  void grow(HashOf&& hash_of) {
    const std::size_t size = rows_.empty() ? 16 : rows_.size() * 2;
    const std::vector<std::uint32_t> old = std::exchange(rows_, std::vector<std::uint32_t>(size, none));
    for (const std::uint32_t row : old) {
      if (row != none) put(row, hash_of(row));
    }
  }

  std::vector<std::uint32_t> rows_;
  std::size_t used_ = 0;
};

}  // namespace jumak::storage
