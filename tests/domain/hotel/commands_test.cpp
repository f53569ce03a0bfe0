#include "domain/hotel/commands.hpp"

#include <gtest/gtest.h>

#include "core/decider.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

TEST(ChangeStayFields, AreAtLeastOneBesideTheReservation) {
  change_stay asked{id("r-1"), {}, {}, {}, {}, {}};
  EXPECT_TRUE(change_stay::check(asked).has_value());
  const auto passes = [&](auto set) {
    change_stay with_one = asked;
    set(with_one);
    return !change_stay::check(with_one).has_value();
  };
  EXPECT_TRUE(passes([](change_stay& with) { with.room_type = id("double"); }));
  EXPECT_TRUE(passes([](change_stay& with) { with.arrival = day("2026-12-01"); }));
  EXPECT_TRUE(passes([](change_stay& with) { with.departure = day("2026-12-01"); }));
  EXPECT_TRUE(passes([](change_stay& with) { with.guests.emplace(); }));
  EXPECT_TRUE(passes([](change_stay& with) { with.rate = cents(0); }));
}

TEST(HoldSeconds, AreASecondToADay) {
  EXPECT_FALSE(hold_seconds::from_integer(0));
  EXPECT_TRUE(hold_seconds::from_integer(1));
  EXPECT_TRUE(hold_seconds::from_integer(86'400));
  EXPECT_FALSE(hold_seconds::from_integer(86'401));
}

TEST(OverbookedRooms, AreNoneToAThousand) {
  EXPECT_FALSE(overbooked_rooms::from_integer(-1));
  EXPECT_TRUE(overbooked_rooms::from_integer(0));
  EXPECT_TRUE(overbooked_rooms::from_integer(1000));
  EXPECT_FALSE(overbooked_rooms::from_integer(1001));
}

TEST(ExpireHoldCommand, IsTheEnginesOwn) {
  EXPECT_TRUE(engine_only<expire_hold>);
  EXPECT_FALSE(engine_only<release_hold>);
}

}  // namespace
}  // namespace jumak::hotel::testing
