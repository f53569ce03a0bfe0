#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

/// r-1 booked `double` from the 1st, which is today, to the 4th.
std::vector<event> with_booking() {
  return small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-01", "2026-12-04")};
}
std::vector<event> with_room(std::string_view room) {
  return with_booking() + std::vector<event>{assigned("r-1", room)};
}
std::vector<event> with_guest() {
  return with_room("101") + std::vector<event>{checked_in("r-1", "101", "double", 30000)};
}
std::vector<event> with_guest_who_paid() {
  return with_guest() + std::vector<event>{paid("r-1", 30000)};
}

check_in arrive(std::string_view reservation) { return {id(reservation)}; }
check_out leave(std::string_view reservation) { return {id(reservation), std::nullopt}; }

TEST(CheckIn, ChargesTheSumOfTheNightlyRates) {
  reservation_made made = booked("r-1", "double", "2026-12-01", "2026-12-04");
  made.nights[1].rate = cents(12345);
  given<decider>(small_hotel() + std::vector<event>{made, assigned("r-1", "101")})
      .when(arrive("r-1"))
      .then({checked_in("r-1", "101", "double", 32345)});
}

TEST(CheckIn, IsPossibleUntilTheLastNight) {
  given<decider>(with_room("101"))
      .at("2026-12-03T14:59:59Z")
      .when(arrive("r-1"))
      .then({checked_in("r-1", "101", "double", 30000)});
  given<decider>(with_room("101"))
      .at("2026-12-03T15:00:00Z")
      .when(arrive("r-1"))
      .then_rejected("wrong_state", {{"departure", "2026-12-04"}, {"today", "2026-12-04"}});
}

TEST(CheckIn, RefusesInTheOrderOfTheContract) {
  given<decider>(with_booking()).when(arrive("r-9")).then_rejected("unknown_reservation");
  given<decider>(with_guest())
      .when(arrive("r-1"))
      .then_rejected("wrong_state", {{"status", "in_house"}});
  given<decider>(with_booking())
      .at("2026-11-30T14:59:59Z")
      .when(arrive("r-1"))
      .then_rejected("too_early", {{"arrival", "2026-12-01"}, {"today", "2026-11-30"}});
  given<decider>(with_booking()).when(arrive("r-1")).then_rejected("no_room_assigned");
  const event dirty = room_status_set{id("101"), room_status::dirty};
  // The room is in use, dirty, and its type is full on the nights after: the first of them is said.
  const auto in_use =
      with_guest() + std::vector<event>{booked("r-2", "suite", "2026-12-04", "2026-12-06"),
                                        assigned("r-2", "101"),
                                        booked("r-3", "double", "2026-12-04", "2026-12-06"), dirty};
  given<decider>(in_use)
      .at("2026-12-04T12:00:00Z")
      .when(arrive("r-2"))
      .then_rejected("room_in_use", {{"room", "101"}, {"reservation", "r-1"}});
  const auto not_ready = in_use + std::vector<event>{checked_out("r-1", "101")};
  given<decider>(not_ready)
      .at("2026-12-04T12:00:00Z")
      .when(arrive("r-2"))
      .then_rejected("room_not_ready", {{"room", "101"}, {"status", "dirty"}});
  const auto full = not_ready + std::vector<event>{room_status_set{id("101"), room_status::clean}};
  given<decider>(full)
      .at("2026-12-04T12:00:00Z")
      .when(arrive("r-2"))
      .then_rejected("no_availability", {{"night", "2026-12-04"}, {"room_type", "double"}});
}

TEST(CheckIn, WantsACleanOrInspectedRoom) {
  const auto with_status = [](room_status status) {
    return with_room("101") + std::vector<event>{room_status_set{id("101"), status}};
  };
  given<decider>(with_status(room_status::dirty))
      .when(arrive("r-1"))
      .then_rejected("room_not_ready");
  given<decider>(with_status(room_status::inspected))
      .when(arrive("r-1"))
      .then({checked_in("r-1", "101", "double", 30000)});
}

TEST(CheckIn, WantsARoomInOrderToday) {
  // Taken out of order after it was assigned, which the rules do not allow; the guest waits anyway.
  const auto with_period = [](std::string_view from, std::string_view to) {
    return with_room("101") + std::vector<event>{out_of_order("101", from, to)};
  };
  given<decider>(with_period("2026-12-01", "2026-12-02"))
      .when(arrive("r-1"))
      .then_rejected("room_not_ready", {{"room", "101"}, {"status", "out_of_order"}});
  given<decider>(with_period("2026-12-01", "2026-12-02") +
                 std::vector<event>{room_status_set{id("101"), room_status::dirty}})
      .when(arrive("r-1"))
      .then_rejected("room_not_ready", {{"status", "dirty"}});
  given<decider>(with_period("2026-12-02", "2026-12-03"))
      .when(arrive("r-1"))
      .then({checked_in("r-1", "101", "double", 30000)});
}

TEST(CheckIn, IntoAnotherTypeMayUseItsOverbooking) {
  const auto full = with_room("201") +
                    std::vector<event>{booked("r-2", "suite", "2026-12-03", "2026-12-09")};
  given<decider>(full + std::vector<event>{overbooked("suite", "2026-12-03", "2026-12-04", 1)})
      .when(arrive("r-1"))
      .then({checked_in("r-1", "201", "suite", 30000)});
}

TEST(CheckIn, IntoAnotherTypeMovesTheNightsThere) {
  given<decider>(with_room("201"))
      .when(arrive("r-1"))
      .then({checked_in("r-1", "201", "suite", 30000)});
  const auto moved =
      with_room("201") + std::vector<event>{checked_in("r-1", "201", "suite", 30000)};
  given<decider>(moved)
      .when(booking("r-2", "suite", "2026-12-03", "2026-12-04"))
      .then_rejected("no_availability", {{"night", "2026-12-03"}, {"room_type", "suite"}});
  given<decider>(moved)
      .when(booking("r-2", "double", "2026-12-01", "2026-12-04"))
      .then({booked("r-2", "double", "2026-12-01", "2026-12-04")});
}

TEST(CheckIn, IntoAnotherTypeWantsEveryNightThere) {
  given<decider>(with_room("201") +
                 std::vector<event>{booked("r-2", "suite", "2026-12-03", "2026-12-09")})
      .when(arrive("r-1"))
      .then_rejected("no_availability", {{"night", "2026-12-03"}, {"room_type", "suite"}});
}

TEST(CheckOut, AtTheEndReturnsNothing) {
  given<decider>(with_guest_who_paid())
      .at("2026-12-04T01:00:00Z")
      .when(leave("r-1"))
      .then({checked_out("r-1", "101")});
  given<decider>(with_guest_who_paid())
      .at("2026-12-09T01:00:00Z")
      .when(leave("r-1"))
      .then({checked_out("r-1", "101")});
}

TEST(CheckOut, EarlyReturnsTheNightsFromTodayOn) {
  const event early = checked_out("r-1", "101", {"2026-12-02", "2026-12-03"});
  given<decider>(with_guest_who_paid()).at("2026-12-02T01:00:00Z").when(leave("r-1")).then({early});
  const auto left = with_guest_who_paid() + std::vector<event>{early};
  given<decider>(left)
      .when(booking("r-2", "double", "2026-12-02", "2026-12-04"))
      .then({booked("r-2", "double", "2026-12-02", "2026-12-04")});
  given<decider>(left)
      .when(booking("r-2", "double", "2026-12-01", "2026-12-04"))
      .then_rejected("no_availability", {{"night", "2026-12-01"}});
}

TEST(CheckOut, OnTheDayOfArrivalReturnsAllNights) {
  given<decider>(with_guest_who_paid())
      .when(leave("r-1"))
      .then({checked_out("r-1", "101", {"2026-12-01", "2026-12-02", "2026-12-03"})});
}

TEST(CheckOut, ReturnsTheNightsToTheTypeStayedIn) {
  const auto moved =
      with_room("201") + std::vector<event>{checked_in("r-1", "201", "suite", 0),
                                            checked_out("r-1", "201", {"2026-12-03"})};
  given<decider>(moved)
      .when(booking("r-2", "suite", "2026-12-03", "2026-12-04"))
      .then({booked("r-2", "suite", "2026-12-03", "2026-12-04")});
  given<decider>(moved)
      .when(booking("r-2", "suite", "2026-12-02", "2026-12-04"))
      .then_rejected("no_availability");
}

TEST(CheckOut, WantsASettledFolioOrAReason) {
  given<decider>(with_guest())
      .when(leave("r-1"))
      .then_rejected("open_balance", {{"balance", 30000}, {"charged", 30000}, {"paid", 0}});
  given<decider>(with_guest() + std::vector<event>{paid("r-1", 40000)})
      .when(leave("r-1"))
      .then_rejected("open_balance", {{"balance", -10000}});
  guest_checked_out overridden;
  overridden.reservation = id("r-1");
  overridden.room = id("101");
  overridden.balance = sum(30000);
  overridden.override_reason = words("invoiced");
  given<decider>(with_guest())
      .at("2026-12-04T01:00:00Z")
      .when(check_out{id("r-1"), words("invoiced")})
      .then({overridden});
}

TEST(CheckOut, LeavesTheRoomDirty) {
  const auto left = with_guest_who_paid() + std::vector<event>{checked_out("r-1", "101")};
  given<decider>(left).when(set_room_status{id("101"), room_status::dirty}).then_nothing_to_do();
}

TEST(CheckOut, RefusesWhoIsNotInHouse) {
  given<decider>(with_booking()).when(leave("r-9")).then_rejected("unknown_reservation");
  given<decider>(with_room("101"))
      .when(leave("r-1"))
      .then_rejected("wrong_state", {{"status", "confirmed"}});
}

}  // namespace
}  // namespace jumak::hotel::testing
