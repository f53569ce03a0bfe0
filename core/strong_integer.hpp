#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace jumak {

/// A number that means something: explicit to make, ordered, hashable, and never converted back by
/// itself. `next()` is the only arithmetic all of them share.
template <class Tag>
class strong_integer {
 public:
  constexpr strong_integer() noexcept = default;
  constexpr explicit strong_integer(std::uint64_t value) noexcept : value_(value) {}

  [[nodiscard]] constexpr std::uint64_t value() const noexcept { return value_; }
  [[nodiscard]] constexpr strong_integer next() const noexcept { return strong_integer(value_ + 1); }
  [[nodiscard]] constexpr strong_integer plus(std::uint64_t count) const noexcept {
    return strong_integer(value_ + count);
  }

  friend constexpr auto operator<=>(strong_integer, strong_integer) noexcept = default;

 private:
  std::uint64_t value_ = 0;
};

/// Place of an event in the whole log: 1..head. 0 is "before the first event".
using position = strong_integer<struct position_tag>;
/// Place of an event in its stream (or, as aggregate version, in its aggregate): 1..n. 0 = nothing yet.
using version = strong_integer<struct version_tag>;
/// Place of a commit in the log: 1..n, gapless.
using commit_number = strong_integer<struct commit_number_tag>;
/// Place of a command record in the log: 1..n, gapless. The idempotency horizon counts in these.
using record_number = strong_integer<struct record_number_tag>;
/// How often the log has been opened for writing.
using epoch_number = strong_integer<struct epoch_number_tag>;

/// How many steps lie from `from` up to `to`; 0 when `to` is not ahead.
template <class Tag>
[[nodiscard]] constexpr std::uint64_t distance(strong_integer<Tag> from, strong_integer<Tag> to) noexcept {
  return to > from ? to.value() - from.value() : 0;
}

}  // namespace jumak

template <class Tag>
struct std::hash<jumak::strong_integer<Tag>> {
  std::size_t operator()(jumak::strong_integer<Tag> number) const noexcept {
    return std::hash<std::uint64_t>{}(number.value());
  }
};
