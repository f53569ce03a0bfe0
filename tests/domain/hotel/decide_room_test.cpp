#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

/// Rooms 101 and 102 of type `double`; r-1 has 101 from the 2nd to the 4th.
std::vector<event> with_one_assigned() {
  return small_hotel() + std::vector<event>{room_of("double", "102"),
                                            booked("r-1", "double", "2026-12-02", "2026-12-04"),
                                            assigned("r-1", "101")};
}

std::vector<event> with_second(std::string_view arrival, std::string_view departure) {
  return with_one_assigned() + std::vector<event>{booked("r-2", "double", arrival, departure)};
}

std::vector<event> with_first_in_house(std::string_view arrival, std::string_view departure) {
  return with_second(arrival, departure) +
         std::vector<event>{checked_in("r-1", "101", "double", 20000)};
}

assign_room assign(std::string_view reservation, std::string_view room) {
  return {id(reservation), id(room)};
}

TEST(AssignRoom, AssignsAndReplaces) {
  given<decider>(with_second("2026-12-02", "2026-12-04"))
      .when(assign("r-2", "102"))
      .then({assigned("r-2", "102")});
  given<decider>(with_one_assigned()).when(assign("r-1", "102")).then({assigned("r-1", "102")});
}

TEST(AssignRoom, LeavesTheEarlierRoomToOthers) {
  given<decider>(with_second("2026-12-02", "2026-12-04") +
                 std::vector<event>{assigned("r-1", "102")})
      .when(assign("r-2", "101"))
      .then({assigned("r-2", "101")});
}

TEST(AssignRoom, AllowsARoomOfAnotherType) {
  given<decider>(with_one_assigned()).when(assign("r-1", "201")).then({assigned("r-1", "201")});
}

TEST(AssignRoom, OfTheSameRoomIsNothingToDo) {
  given<decider>(with_one_assigned()).when(assign("r-1", "101")).then_nothing_to_do();
}

TEST(AssignRoom, RefusesInTheOrderOfTheContract) {
  given<decider>(with_one_assigned())
      .when(assign("r-9", "999"))
      .then_rejected("unknown_reservation");
  given<decider>(with_first_in_house("2026-12-02", "2026-12-04"))
      .when(assign("r-1", "999"))
      .then_rejected("wrong_state", {{"status", "in_house"}});
  given<decider>(with_second("2026-12-02", "2026-12-04"))
      .when(assign("r-2", "999"))
      .then_rejected("unknown_room", {{"room", "999"}});
  given<decider>(with_second("2026-12-02", "2026-12-04"))
      .when(assign("r-2", "101"))
      .then_rejected("room_in_use", {{"room", "101"}, {"reservation", "r-1"}});
}

TEST(AssignRoom, RefusesARoomThatAnotherHasOnOneOfTheNights) {
  for (const auto& [arrival, departure] :
       {std::pair("2026-12-01", "2026-12-03"), std::pair("2026-12-03", "2026-12-05"),
        std::pair("2026-12-01", "2026-12-09")}) {
    given<decider>(with_second(arrival, departure))
        .when(assign("r-2", "101"))
        .then_rejected("room_in_use");
  }
}

TEST(AssignRoom, TakesTheDayOfDepartureAsFree) {
  given<decider>(with_second("2026-12-04", "2026-12-05"))
      .when(assign("r-2", "101"))
      .then({assigned("r-2", "101")});
  given<decider>(with_second("2026-12-01", "2026-12-02"))
      .when(assign("r-2", "101"))
      .then({assigned("r-2", "101")});
}

TEST(AssignRoom, WaitsForAGuestWhoseNightsAreOver) {
  const auto history = with_first_in_house("2026-12-06", "2026-12-08");
  given<decider>(history)
      .at("2026-12-03T12:00:00Z")
      .when(assign("r-2", "101"))
      .then({assigned("r-2", "101")});
  for (const auto* time : {"2026-12-04T12:00:00Z", "2026-12-06T12:00:00Z"}) {
    given<decider>(history)
        .at(time)
        .when(assign("r-2", "101"))
        .then_rejected("room_in_use", {{"reservation", "r-1"}});
  }
  given<decider>(history + std::vector<event>{checked_out("r-1", "101")})
      .at("2026-12-06T12:00:00Z")
      .when(assign("r-2", "101"))
      .then({assigned("r-2", "101")});
}

TEST(AssignRoom, TakesTheRoomOfACancelledReservationAsFree) {
  given<decider>(with_second("2026-12-02", "2026-12-04") +
                 std::vector<event>{reservation_cancelled{id("r-1"), words("plans")}})
      .when(assign("r-2", "101"))
      .then({assigned("r-2", "101")});
}

TEST(AssignRoom, RefusesARoomOutOfOrderOnOneOfTheNights) {
  const auto history = with_second("2026-12-05", "2026-12-08") +
                       std::vector<event>{out_of_order("101", "2026-12-06", "2026-12-07")};
  given<decider>(history)
      .when(assign("r-2", "101"))
      .then_rejected("room_out_of_order", {{"room", "101"}, {"night", "2026-12-06"}});
  given<decider>(with_second("2026-12-03", "2026-12-08") +
                 std::vector<event>{out_of_order("101", "2026-12-06", "2026-12-07")})
      .when(assign("r-2", "101"))
      .then_rejected("room_in_use");
  given<decider>(with_second("2026-12-05", "2026-12-06") +
                 std::vector<event>{out_of_order("101", "2026-12-06", "2026-12-07")})
      .when(assign("r-2", "101"))
      .then({assigned("r-2", "101")});
}

TEST(UnassignRoom, TakesTheRoomBack) {
  const event unassigned = room_unassigned{id("r-1")};
  given<decider>(with_one_assigned()).when(unassign_room{id("r-1")}).then({unassigned});
  given<decider>(with_second("2026-12-02", "2026-12-04") + std::vector<event>{unassigned})
      .when(assign("r-2", "101"))
      .then({assigned("r-2", "101")});
}

TEST(UnassignRoom, WithoutOneIsNothingToDo) {
  given<decider>(with_second("2026-12-02", "2026-12-04"))
      .when(unassign_room{id("r-2")})
      .then_nothing_to_do();
}

TEST(UnassignRoom, RefusesWhatIsNotConfirmed) {
  given<decider>(with_one_assigned())
      .when(unassign_room{id("r-9")})
      .then_rejected("unknown_reservation");
  given<decider>(with_first_in_house("2026-12-02", "2026-12-04"))
      .when(unassign_room{id("r-1")})
      .then_rejected("wrong_state");
}

TEST(SetRoomStatus, SetsAnotherStatus) {
  given<decider>(small_hotel())
      .when(set_room_status{id("101"), room_status::dirty})
      .then({room_status_set{id("101"), room_status::dirty}});
  given<decider>(small_hotel())
      .when(set_room_status{id("999"), room_status::dirty})
      .then_rejected("unknown_room", {{"room", "999"}});
}

TEST(SetRoomStatus, OfEqualValueIsNothingToDo) {
  // A new room is clean.
  given<decider>(small_hotel())
      .when(set_room_status{id("101"), room_status::clean})
      .then_nothing_to_do();
  given<decider>(small_hotel() +
                 std::vector<event>{room_status_set{id("101"), room_status::inspected}})
      .when(set_room_status{id("101"), room_status::inspected})
      .then_nothing_to_do();
}

}  // namespace
}  // namespace jumak::hotel::testing
