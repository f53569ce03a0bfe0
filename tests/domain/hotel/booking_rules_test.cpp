#include "domain/hotel/booking_rules.hpp"

#include <gtest/gtest.h>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

TEST(BookingRules, GiveRangesTenTimesTheNightsOfStays) {
  const state hotel;
  const situation now{hotel, {}, day("2026-12-01")};
  const date from = day("2026-12-10");
  EXPECT_FALSE(refuse_nights(now, from, from.plus_days(366)).has_value());
  EXPECT_TRUE(refuse_nights(now, from, from.plus_days(367)).has_value());
  const date past = day("2020-01-01");
  EXPECT_FALSE(refuse_range(now, past, past.plus_days(3700)).has_value());
  EXPECT_TRUE(refuse_range(now, past, past.plus_days(3701)).has_value());
}

TEST(BookingRules, FillInTheGuestsNotGiven) {
  guests_given given;
  given.adults = guest_count::from_integer(2).value();
  EXPECT_EQ(with_defaults(given).total(), 2);
  given.infants = guest_count::from_integer(1);
  EXPECT_EQ(with_defaults(given).infants.integer(), 1);
}

TEST(BookingRules, TakeNoRateOrAnyThatIsNotNegative) {
  EXPECT_FALSE(refuse_rate(std::nullopt).has_value());
  EXPECT_FALSE(refuse_rate(cents(0)).has_value());
  EXPECT_TRUE(refuse_rate(cents(-1)).has_value());
}

}  // namespace
}  // namespace jumak::hotel::testing
