#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

walk_in walking(std::string_view reservation, std::string_view room, std::string_view departure) {
  walk_in asked;
  asked.reservation = id(reservation);
  asked.room = id(room);
  asked.departure = day(departure);
  asked.guest = id("g-1");
  asked.guests.adults = guest_count::from_integer(2).value();
  return asked;
}

// A scenario's events happen at noon in UTC of 2026-12-01: in Seoul it is that day, too.

TEST(WalkIn, BooksAssignsAndChecksInAtOnce) {
  given<decider>(small_hotel())
      .when(walking("r-1", "101", "2026-12-03"))
      .then({booked("r-1", "double", "2026-12-01", "2026-12-03"), assigned("r-1", "101"),
             checked_in("r-1", "101", "double", 20000)});
}

TEST(WalkIn, AfterMidnightMayHaveComeYesterday) {
  walk_in asked = walking("r-1", "101", "2026-12-02");
  asked.arrival = day("2026-11-30");
  asked.rate = cents(700);
  reservation_made made = booked("r-1", "double", "2026-11-30", "2026-12-02", 700);
  made.rate = cents(700);
  given<decider>(small_hotel())
      .when(asked)
      .then({made, assigned("r-1", "101"), checked_in("r-1", "101", "double", 1400)});
}

TEST(WalkIn, RefusesInTheOrderOfTheContract) {
  const auto history =
      small_hotel() +
      std::vector<event>{booked("r-0", "double", "2026-12-02", "2026-12-04"),
                         out_of_order("201", "2026-12-02", "2026-12-03"),
                         room_of("double", "102"), room_status_set{id("102"), room_status::dirty}};
  walk_in asked = walking("r-0", "999", "2026-12-01");
  asked.guests.adults = guest_count();
  asked.rate = cents(-1);
  given<decider>(history).when(asked).then_rejected("unknown_room", {{"room", "999"}});
  asked.room = id("101");
  given<decider>(history).when(asked).then_rejected("already_exists", {{"status", "confirmed"}});
  asked.reservation = id("r-1");
  given<decider>(history).when(asked).then_rejected("invalid_stay");
  asked.departure = day("2026-12-05");
  asked.arrival = day("2026-12-02");
  given<decider>(history).when(asked).then_rejected("invalid_stay", {{"today", "2026-12-01"}});
  asked.arrival = day("2026-11-29");
  given<decider>(history).when(asked).then_rejected("invalid_stay", {{"earliest", "2026-11-30"}});
  asked.arrival.reset();
  given<decider>(history).when(asked).then_rejected("no_guests");
  asked.guests.adults = guest_count::from_integer(5).value();
  given<decider>(history).when(asked).then_rejected("too_many_guests");
  asked.guests.adults = guest_count::from_integer(2).value();
  given<decider>(history).when(asked).then_rejected("invalid_rate");
  asked.rate.reset();
  given<decider>(history + std::vector<event>{assigned("r-0", "101")})
      .when(asked)
      .then_rejected("room_in_use", {{"reservation", "r-0"}});
  asked.room = id("201");
  given<decider>(history).when(asked).then_rejected("room_out_of_order");
  asked.room = id("102");
  given<decider>(history).when(asked).then_rejected("room_not_ready");
  asked.room = id("101");
  given<decider>(history + std::vector<event>{out_of_order("102", "2026-12-03", "2026-12-04")})
      .when(asked)
      .then_rejected("no_availability", {{"night", "2026-12-03"}});
}

TEST(WalkIn, OnAClosedNameIsRefused) {
  given<decider>(small_hotel() +
                 std::vector<event>{booked("r-1", "double", "2026-12-02", "2026-12-04"),
                                    reservation_cancelled{id("r-1"), words("ill")}})
      .when(walking("r-1", "101", "2026-12-03"))
      .then_rejected("already_exists", {{"status", "cancelled"}});
}

}  // namespace
}  // namespace jumak::hotel::testing
