#include "domain/hotel/promotions.hpp"

#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

TEST(Promotions, ARateAskedForIsThatOfEveryNight) {
  state hotel;
  for (const event& happened : small_hotel()) {
    decider::evolve(hotel, happened, {{}, version(1)});
  }
  reservation_made wanted = booked("w-1", "double", "2026-12-24", "2026-12-26", 700);
  wanted.rate = cents(700);
  const waiting_stay waiting{0, wanted.arrival, wanted.departure, packed_details(wanted), {}, 0};
  const reservation_made made =
      promoted(situation{hotel, {}, day("2026-12-01")}, id("w-1"), waiting);
  EXPECT_EQ(made.nights, wanted.nights);
  EXPECT_EQ(made.rate, cents(700));
  EXPECT_EQ(made.room_type, id("double"));
}

}  // namespace
}  // namespace jumak::hotel::testing
