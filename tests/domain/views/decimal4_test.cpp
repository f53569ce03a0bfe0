#include "domain/views/decimal4.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

namespace jumak::hotel::views {
namespace {

std::string ratio(std::int64_t numerator, std::int64_t denominator) {
  return decimal4::ratio(numerator, denominator).number_text();
}

TEST(Decimal4, HasFourDecimals) {
  EXPECT_EQ(ratio(1'160'163'403, 119'635), "9697.5250");
  EXPECT_EQ(ratio(119'635, 28'555), "4.1896");
  EXPECT_EQ(ratio(12, 1), "12.0000");
  EXPECT_EQ(ratio(1, 1000), "0.0010");
  EXPECT_EQ(ratio(0, 7), "0.0000");
}

TEST(Decimal4, RoundsHalfAwayFromZero) {
  EXPECT_EQ(ratio(1, 20'000), "0.0001");
  EXPECT_EQ(ratio(-1, 20'000), "-0.0001");
  EXPECT_EQ(ratio(1, 20'001), "0.0000");
  EXPECT_EQ(ratio(-1, 20'001), "0.0000");
  EXPECT_EQ(ratio(1, -2), "-0.5000");
  EXPECT_EQ(ratio(2, 3), "0.6667");
}

TEST(Decimal4, IsZeroWhereTheDivisorIsZero) { EXPECT_EQ(ratio(5, 0), "0.0000"); }

TEST(Decimal4, StaysWithinItsRange) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(ratio(most, 1), "922337203685477.5807");
  EXPECT_EQ(ratio(-most, 1), "-922337203685477.5807");
  EXPECT_EQ(ratio(std::numeric_limits<std::int64_t>::min(), most), "-1.0000");
}

RC_GTEST_PROP(Decimal4, IsTheNearest, (int numerator, int denominator)) {
  RC_PRE(denominator != 0);
  const std::int64_t got = decimal4::ratio(numerator, denominator).ten_thousandths();
  const std::int64_t off = got * denominator - std::int64_t{numerator} * 10'000;
  RC_ASSERT(2 * std::abs(off) <= std::abs(std::int64_t{denominator}));
}

}  // namespace
}  // namespace jumak::hotel::views
