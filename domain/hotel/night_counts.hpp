#pragma once

#include <cstdint>
#include <vector>

#include "core/timestamp.hpp"

namespace jumak::hotel {

/// How many of something each night has: an array by day that grows both ways, zero elsewhere.
/// Reading and counting one night is O(1) as long as the nights in use lie close together, as those
/// of bookings do.
class night_counts {
 public:
  night_counts() = default;
  /// `counts` belong to the nights from `first` on.
  night_counts(date first, std::vector<std::uint32_t> counts) noexcept;

  [[nodiscard]] std::uint32_t on(date night) const noexcept {
    const auto index = static_cast<std::uint64_t>(night.packed() - first_);
    return index < counts_.size() ? counts_[index] : 0;
  }
  void add_one(date night);
  void add(date night, std::uint32_t count);
  /// A night that has fewer has none then.
  void remove(date night, std::uint32_t count) noexcept;
  /// A night that has none keeps none.
  void remove_one(date night) noexcept;
  /// One on each night of `[from, to)`.
  void add_all(date from, date to);
  void remove_all(date from, date to) noexcept;

  /// The same counts without zeros at either end, so that equal counts look equal.
  [[nodiscard]] night_counts trimmed() const;
  [[nodiscard]] date first() const noexcept { return date().plus_days(first_); }
  /// From here on every night has none.
  [[nodiscard]] date end() const noexcept {
    return first().plus_days(static_cast<std::int64_t>(counts_.size()));
  }
  [[nodiscard]] const std::vector<std::uint32_t>& counts() const noexcept { return counts_; }

 private:
  void make_room_for(std::int64_t night);

  std::int64_t first_ = 0;  ///< Days since 1970-01-01 of `counts_[0]`.
  std::vector<std::uint32_t> counts_;
};

}  // namespace jumak::hotel
