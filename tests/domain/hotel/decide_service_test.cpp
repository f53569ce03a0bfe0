#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

take_room_out_of_order take(std::string_view room, std::string_view from, std::string_view to) {
  return {id(room), day(from), day(to), words("paint")};
}
const command retire = retire_room{id("101")};
const command give_back = return_room_to_service{id("101")};
const event retired = room_retired{id("101")};
const event given_back = room_returned_to_service{id("101")};

std::vector<event> with_booking(std::string_view arrival, std::string_view departure) {
  return small_hotel() + std::vector<event>{booked("r-1", "double", arrival, departure)};
}

TEST(RetireRoom, TakesTheRoomAwayForGood) {
  given<decider>(small_hotel()).when(retire).then({retired});
  const auto without = small_hotel() + std::vector<event>{retired};
  given<decider>(without)
      .when(booking("r-1", "double", "2026-12-01", "2026-12-02"))
      .then_rejected("no_availability", {{"night", "2026-12-01"}});
  given<decider>(without)
      .when(booking("r-1", "double", "2031-11-30", "2031-12-01"))
      .then_rejected("no_availability");
  const std::vector<command> about_it{retire, give_back, take("101", "2026-12-01", "2026-12-02"),
                                      set_room_status{id("101"), room_status::dirty}};
  for (const command& asked : about_it) {
    given<decider>(without).when(asked).then_rejected("unknown_room", {{"room", "101"}});
  }
  given<decider>(without + std::vector<event>{booked("r-2", "suite", "2026-12-24", "2026-12-25")})
      .when(assign_room{id("r-2"), id("101")})
      .then_rejected("unknown_room");
}

TEST(RetireRoom, NeverLetsItsNameBeUsedAgain) {
  given<decider>(small_hotel() + std::vector<event>{retired})
      .when(add_rooms{id("double"), distinct_names::from_items({id("102"), id("101")}).value()})
      .then_rejected("already_exists", {{"room", "101"}});
}

TEST(RetireRoom, LeavesTheNightsBeforeAsTheyWere) {
  given<decider>(small_hotel() + std::vector<event>{retired})
      .when(booking("r-1", "double", "2026-11-30", "2026-12-01"))
      .then({booked("r-1", "double", "2026-11-30", "2026-12-01")});
}

TEST(RetireRoom, RefusesInTheOrderOfTheContract) {
  given<decider>(small_hotel()).when(retire_room{id("999")}).then_rejected("unknown_room");
  const auto assigned_later = with_booking("2026-12-24", "2026-12-26") +
                              std::vector<event>{assigned("r-1", "101")};
  given<decider>(assigned_later)
      .when(retire)
      .then_rejected("room_in_use", {{"room", "101"}, {"reservation", "r-1"}});
  given<decider>(with_booking("2026-12-24", "2026-12-26"))
      .when(retire)
      .then_rejected("would_oversell", {{"night", "2026-12-24"}, {"room_type", "double"}});
  // A guest past the departure is still in it.
  given<decider>(with_booking("2026-12-01", "2026-12-02") +
                 std::vector<event>{assigned("r-1", "101"),
                                    checked_in("r-1", "101", "double", 10000)})
      .at("2026-12-05T12:00:00Z")
      .when(retire)
      .then_rejected("room_in_use", {{"reservation", "r-1"}});
}

TEST(RetireRoom, LooksAtNightsFromTodayOn) {
  given<decider>(with_booking("2026-12-01", "2026-12-03"))
      .at("2026-12-02T12:00:00Z")
      .when(retire)
      .then_rejected("would_oversell", {{"night", "2026-12-02"}});
  given<decider>(with_booking("2026-12-01", "2026-12-03"))
      .at("2026-12-02T15:00:00Z")  // Midnight in Seoul.
      .when(retire)
      .then({retired});
}

TEST(RetireRoom, NeedsNoPlaceWhereTheRoomIsOutOfOrder) {
  // On the 24th the other double has to do anyway.
  const auto history =
      small_hotel() + std::vector<event>{room_of("double", "102"),
                                         out_of_order("101", "2026-12-24", "2026-12-25"),
                                         booked("r-1", "double", "2026-12-24", "2026-12-25")};
  given<decider>(history).when(retire).then({retired});
  given<decider>(history + std::vector<event>{retired})
      .when(booking("r-2", "double", "2026-12-24", "2026-12-25"))
      .then_rejected("no_availability");
  given<decider>(history + std::vector<event>{retired})
      .when(booking("r-2", "double", "2026-12-25", "2026-12-26"))
      .then({booked("r-2", "double", "2026-12-25", "2026-12-26")});
}

TEST(TakeRoomOutOfOrder, TakesItForTheNights) {
  given<decider>(small_hotel())
      .when(take("101", "2026-12-24", "2026-12-26"))
      .then({out_of_order("101", "2026-12-24", "2026-12-26")});
  const auto without = small_hotel() +
                       std::vector<event>{out_of_order("101", "2026-12-24", "2026-12-26")};
  given<decider>(without)
      .when(booking("r-1", "double", "2026-12-23", "2026-12-25"))
      .then_rejected("no_availability", {{"night", "2026-12-24"}});
  given<decider>(without)
      .when(booking("r-1", "double", "2026-12-26", "2026-12-27"))
      .then({booked("r-1", "double", "2026-12-26", "2026-12-27")});
}

TEST(TakeRoomOutOfOrder, RefusesInTheOrderOfTheContract) {
  const auto history = with_booking("2026-12-24", "2026-12-26") +
                       std::vector<event>{assigned("r-1", "101")};
  given<decider>(history)
      .when(take("999", "2026-12-24", "2026-12-24"))
      .then_rejected("unknown_room", {{"room", "999"}});
  given<decider>(history)
      .when(take("101", "2026-12-24", "2026-12-24"))
      .then_rejected("invalid_stay");
  given<decider>(history)
      .when(take("101", "2026-12-25", "2026-12-27"))
      .then_rejected("room_in_use", {{"reservation", "r-1"}});
  given<decider>(with_booking("2026-12-24", "2026-12-26"))
      .when(take("101", "2026-12-25", "2026-12-27"))
      .then_rejected("would_oversell", {{"night", "2026-12-25"}, {"room_type", "double"}});
  given<decider>(history)
      .when(take("101", "2026-12-26", "2026-12-27"))
      .then({out_of_order("101", "2026-12-26", "2026-12-27")});
}

TEST(TakeRoomOutOfOrder, KeepsTheDatesWithinTheirRanges) {
  given<decider>(small_hotel())
      .when(take("101", "2021-10-14", "2031-12-01"))
      .then({out_of_order("101", "2021-10-14", "2031-12-01")});
  given<decider>(small_hotel())
      .when(take("101", "2021-10-13", "2031-12-01"))
      .then_rejected("invalid_stay", {{"nights_max", 3700}});
  given<decider>(small_hotel())
      .when(take("101", "2031-11-30", "2031-12-02"))
      .then_rejected("invalid_stay", {{"latest", "2031-12-01"}});
}

TEST(TakeRoomOutOfOrder, UnitesPeriods) {
  // Counted twice on the 25th, the room would be missing twice.
  const auto history =
      small_hotel() + std::vector<event>{room_of("double", "102"),
                                         out_of_order("101", "2026-12-24", "2026-12-26"),
                                         out_of_order("101", "2026-12-25", "2026-12-28"),
                                         booked("r-1", "double", "2026-12-24", "2026-12-28")};
  given<decider>(history)
      .when(booking("r-2", "double", "2026-12-27", "2026-12-29"))
      .then_rejected("no_availability", {{"night", "2026-12-27"}});
  given<decider>(history)
      .when(take("101", "2026-12-25", "2026-12-27"))
      .then({out_of_order("101", "2026-12-25", "2026-12-27")});
  given<decider>(history)
      .when(take("102", "2026-12-24", "2026-12-25"))
      .then_rejected("would_oversell");
}

TEST(TakeRoomOutOfOrder, MayUseUpTheOverbooking) {
  const auto history = with_booking("2026-12-24", "2026-12-25");
  given<decider>(history + std::vector<event>{overbooked("double", "2026-12-24", "2026-12-25", 1)})
      .when(take("101", "2026-12-24", "2026-12-25"))
      .then({out_of_order("101", "2026-12-24", "2026-12-25")});
}

TEST(ReturnRoomToService, EndsAllPeriodsFromTodayOn) {
  const auto history =
      small_hotel() + std::vector<event>{out_of_order("101", "2026-11-28", "2026-12-03"),
                                         out_of_order("101", "2026-12-24", "2026-12-26")};
  given<decider>(history).when(give_back).then({given_back});
  const auto after = history + std::vector<event>{given_back};
  given<decider>(after)
      .when(booking("r-1", "double", "2026-12-01", "2026-12-26"))
      .then({booked("r-1", "double", "2026-12-01", "2026-12-26")});
  given<decider>(after)
      .when(booking("r-1", "double", "2026-11-30", "2026-12-02"))
      .then_rejected("no_availability", {{"night", "2026-11-30"}});
}

TEST(ReturnRoomToService, OfARoomInServiceIsNothingToDo) {
  given<decider>(small_hotel()).when(give_back).then_nothing_to_do();
  given<decider>(small_hotel() +
                 std::vector<event>{out_of_order("101", "2026-11-28", "2026-12-01")})
      .when(give_back)
      .then_nothing_to_do();
  given<decider>(small_hotel())
      .when(return_room_to_service{id("999")})
      .then_rejected("unknown_room");
}

}  // namespace
}  // namespace jumak::hotel::testing
