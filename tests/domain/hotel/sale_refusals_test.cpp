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

}  // namespace
}  // namespace jumak::hotel::testing
