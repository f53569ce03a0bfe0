#include "domain/hotel/freed_nights.hpp"

#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

TEST(FreedNights, CountWhatEventsGiveAndTake) {
  state hotel;
  for (const event& happened :
       small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-24", "2026-12-26")}) {
    decider::evolve(hotel, happened, {{}, version(1)});
  }
  const situation now{hotel, {}, day("2026-12-01")};
  freed_nights freed(now);
  EXPECT_FALSE(freed.any());
  EXPECT_FALSE(freed.has_room(0, day("2026-12-24"), day("2026-12-26")));
  EXPECT_TRUE(freed.has_room(0, day("2026-12-26"), day("2026-12-27")));
  freed.take_in(room_unassigned{id("r-1")});
  EXPECT_FALSE(freed.any());
  freed.take_in(reservation_cancelled{id("r-1"), words("ill")});
  EXPECT_TRUE(freed.any());
  EXPECT_TRUE(freed.has_room(0, day("2026-12-24"), day("2026-12-26")));
  freed.take(0, day("2026-12-25"), day("2026-12-26"));
  EXPECT_FALSE(freed.has_room(0, day("2026-12-24"), day("2026-12-26")));
  EXPECT_TRUE(freed.has_room(0, day("2026-12-24"), day("2026-12-25")));
}

}  // namespace
}  // namespace jumak::hotel::testing
