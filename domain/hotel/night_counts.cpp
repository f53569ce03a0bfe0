#include "domain/hotel/night_counts.hpp"

#include <algorithm>
#include <utility>

namespace jumak::hotel {
namespace {

/// Growing towards the past moves all counts, so it makes room for some more nights at once.
constexpr std::int64_t front_growth_days = 32;

}  // namespace

night_counts::night_counts(date first, std::vector<std::uint32_t> counts) noexcept
    : first_(first.packed()), counts_(std::move(counts)) {}

void night_counts::add_one(date night) {
  make_room_for(night.packed());
  ++counts_[static_cast<std::size_t>(night.packed() - first_)];
}

void night_counts::add(date night, std::uint32_t count) {
  make_room_for(night.packed());
  counts_[static_cast<std::size_t>(night.packed() - first_)] += count;
}

void night_counts::remove(date night, std::uint32_t count) noexcept {
  const std::uint32_t before = on(night);
  if (before > 0) {
    counts_[static_cast<std::size_t>(night.packed() - first_)] = before - std::min(before, count);
  }
}

void night_counts::remove_one(date night) noexcept {
  if (on(night) > 0) {
    --counts_[static_cast<std::size_t>(night.packed() - first_)];
  }
}

void night_counts::add_all(date from, date to) {
  for (date night = from; night < to; night = night.plus_days(1)) {
    add_one(night);
  }
}

void night_counts::remove_all(date from, date to) noexcept {
  for (date night = from; night < to; night = night.plus_days(1)) {
    remove_one(night);
  }
}

night_counts night_counts::trimmed() const {
  const auto is_used = [](std::uint32_t count) { return count != 0; };
  const auto begin = std::ranges::find_if(counts_, is_used);
  const auto end = std::find_if(counts_.rbegin(), counts_.rend(), is_used).base();
  if (begin == counts_.end()) {
    return {};
  }
  return {first().plus_days(begin - counts_.begin()), std::vector<std::uint32_t>(begin, end)};
}

void night_counts::make_room_for(std::int64_t night) {
  if (counts_.empty()) {
    first_ = night;
  }
  if (night < first_) {
    const std::int64_t grown = first_ - night + front_growth_days;
    counts_.insert(counts_.begin(), static_cast<std::size_t>(grown), 0);
    first_ -= grown;
  }
  const auto index = static_cast<std::size_t>(night - first_);
  if (index >= counts_.size()) {
    counts_.resize(index + 1);
  }
}

}  // namespace jumak::hotel
