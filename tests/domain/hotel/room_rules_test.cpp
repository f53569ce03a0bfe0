#include "domain/hotel/room_rules.hpp"

#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

/// The guest of r-1 is in 101 from the 1st to the 4th.
state with_guest() {
  state hotel;
  for (const event& happened :
       small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-01", "2026-12-04"),
                                          assigned("r-1", "101"),
                                          checked_in("r-1", "101", "double", 30000),
                                          out_of_order("101", "2026-12-20", "2026-12-22")}) {
    decider::evolve(hotel, happened, {{}, version(1)});
  }
  return hotel;
}

bool is_used(std::string_view today, std::string_view asking, night_span nights) {
  const state hotel = with_guest();
  const situation now{hotel, {}, day(today)};
  return refuse_use(now, hotel.rooms().front(), asking, nights).has_value();
}

TEST(RoomRules, KeepAGuestsNightsForTheGuest) {
  EXPECT_TRUE(is_used("2026-12-01", "", {day("2026-12-03"), day("2026-12-05")}));
  EXPECT_FALSE(is_used("2026-12-01", "", {day("2026-12-04"), day("2026-12-05")}));
  EXPECT_FALSE(is_used("2026-12-01", "r-1", {day("2026-12-01"), day("2026-12-05")}));
}

TEST(RoomRules, KeepTheRoomForWhoOverstays) {
  EXPECT_TRUE(is_used("2026-12-04", "", {day("2026-12-24"), day("2026-12-25")}));
  EXPECT_FALSE(is_used("2026-12-04", "r-1", {day("2026-12-24"), day("2026-12-25")}));
}

TEST(RoomRules, NameTheFirstNightOutOfOrder) {
  const state hotel = with_guest();
  const room& painted = hotel.rooms().front();
  EXPECT_FALSE(refuse_out_of_order(painted, {day("2026-12-18"), day("2026-12-20")}).has_value());
  const auto refused = refuse_out_of_order(painted, {day("2026-12-21"), day("2026-12-24")});
  ASSERT_TRUE(refused.has_value());
  EXPECT_EQ(refused->value().message, "Room 101 is out of order on 2026-12-21.");
}

}  // namespace
}  // namespace jumak::hotel::testing
