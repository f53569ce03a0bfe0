#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace jumak::hotel::views {

/// A decimal figure with four decimals, exact: an average, a share, a price per room. Codecs write
/// it as a number with exactly these decimals (`9697.5250`).
class decimal4 {
 public:
  constexpr decimal4() noexcept = default;

  /// `numerator / denominator` to four decimals, half away from zero; 0 where the denominator is 0.
  /// A quotient too large for the type becomes the largest there is of its sign.
  [[nodiscard]] static decimal4 ratio(std::int64_t numerator, std::int64_t denominator) noexcept;

  [[nodiscard]] constexpr std::int64_t ten_thousandths() const noexcept { return ten_thousandths_; }
  /// As JSON writes a number: `-0.5000`, `12.0000`.
  [[nodiscard]] std::string number_text() const;

  friend constexpr auto operator<=>(decimal4, decimal4) noexcept = default;

 private:
  std::int64_t ten_thousandths_ = 0;
};

}  // namespace jumak::hotel::views
