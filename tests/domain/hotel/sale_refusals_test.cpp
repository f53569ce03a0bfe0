#include <gtest/gtest.h>

#include "domain/hotel/refusals.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

std::string said(restriction what, std::int64_t nights = 0) {
  room_type type;
  type.id = id("double");
  type.title = words("Double");
  return restricted(type, {what, day("2026-12-24"), nights}).value().message;
}

TEST(SaleRefusals, SayEachRestrictionInItsWords) {
  EXPECT_EQ(said(restriction::stop_sell), "Double is not sold on 2026-12-24.");
  EXPECT_EQ(said(restriction::closed_to_arrival), "Double takes no arrivals on 2026-12-24.");
  EXPECT_EQ(said(restriction::closed_to_departure), "Double takes no departures on 2026-12-24.");
  EXPECT_EQ(said(restriction::min_stay, 3), "Double takes 3 nights at least from 2026-12-24.");
  EXPECT_EQ(said(restriction::max_stay, 3), "Double takes 3 nights at most from 2026-12-24.");
}

TEST(SaleRefusals, SayWhatIsWrongWithAFee) {
  const fee too_much{fee_kind::percent, fee_value::from_integer(101).value()};
  EXPECT_EQ(invalid_fee(too_much).value().message, "A fee cannot be of 101 percent.");
  const fee too_long{fee_kind::nights, fee_value::from_integer(367).value()};
  EXPECT_EQ(invalid_fee(too_long).value().message, "A fee cannot be of 367 nights.");
}

}  // namespace
}  // namespace jumak::hotel::testing
