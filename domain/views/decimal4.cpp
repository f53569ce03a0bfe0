#include "domain/views/decimal4.hpp"

#include <limits>

namespace jumak::hotel::views {
namespace {

__extension__ using wide_integer = __int128;

constexpr std::int64_t scale = 10'000;

constexpr wide_integer magnitude(wide_integer number) noexcept {
  return number < 0 ? -number : number;
}

}  // namespace

decimal4 decimal4::ratio(std::int64_t numerator, std::int64_t denominator) noexcept {
  decimal4 made;
  if (denominator == 0) {
    return made;
  }
  const wide_integer above = magnitude(wide_integer{numerator}) * scale;
  const wide_integer below = magnitude(wide_integer{denominator});
  // Adding half the divisor rounds the magnitude half up, which is half away from zero.
  wide_integer rounded = (2 * above + below) / (2 * below);
  constexpr wide_integer most = std::numeric_limits<std::int64_t>::max();
  if (rounded > most) {
    rounded = most;
  }
  const bool negative = (numerator < 0) != (denominator < 0);
  made.ten_thousandths_ = static_cast<std::int64_t>(negative ? -rounded : rounded);
  return made;
}

std::string decimal4::number_text() const {
  const wide_integer whole = magnitude(wide_integer{ten_thousandths_});
  std::string text = ten_thousandths_ < 0 ? "-" : "";
  text += std::to_string(static_cast<std::int64_t>(whole / scale));
  text += '.';
  const std::string decimals = std::to_string(static_cast<std::int64_t>(whole % scale));
  text.append(4 - decimals.size(), '0');
  text += decimals;
  return text;
}

}  // namespace jumak::hotel::views
