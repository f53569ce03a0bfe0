#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

/// In 101 until the 4th, with a suite 201 and a double 102 besides.
std::vector<event> with_guest() {
  return small_hotel() +
         std::vector<event>{room_of("double", "102"),
                            booked("r-1", "double", "2026-12-01", "2026-12-04"),
                            assigned("r-1", "101"), checked_in("r-1", "101", "double", 30000)};
}

move_guest moving(std::string_view room) { return {id("r-1"), id(room), words("noise")}; }

guest_moved moved(std::string_view room, std::string_view type, std::string_view from) {
  return {id("r-1"), id("101"), id(room), id(type), day(from), words("noise")};
}

TEST(MoveGuest, TakesTheOtherRoomFromTonightOn) {
  given<decider>(with_guest())
      .at("2026-12-02T12:00:00Z")
      .when(moving("102"))
      .then({moved("102", "double", "2026-12-02")});
  const auto history = with_guest() + std::vector<event>{moved("102", "double", "2026-12-02")};
  // The room left is dirty, and free: nobody is in it, and nobody has it.
  given<decider>(history)
      .when(set_room_status{id("101"), room_status::dirty})
      .then_nothing_to_do();
  given<decider>(history)
      .when(retire_room{id("101")})
      .then({room_retired{id("101")}});
  given<decider>(history).when(retire_room{id("102")}).then_rejected("room_in_use");
}

TEST(MoveGuest, ToAnotherTypeMovesTheNightsToCome) {
  const auto history = with_guest() + std::vector<event>{room_retired{id("102")},
                                                         moved("201", "suite", "2026-12-02")};
  given<decider>(history)
      .when(booking("r-2", "suite", "2026-12-02", "2026-12-03"))
      .then_rejected("no_availability");
  given<decider>(history)
      .when(booking("r-2", "suite", "2026-12-01", "2026-12-02"))
      .then({booked("r-2", "suite", "2026-12-01", "2026-12-02")});
  given<decider>(history)
      .when(booking("r-2", "double", "2026-12-01", "2026-12-02"))
      .then_rejected("no_availability");
  given<decider>(history)
      .when(booking("r-2", "double", "2026-12-02", "2026-12-03"))
      .then({booked("r-2", "double", "2026-12-02", "2026-12-03")});
}

TEST(MoveGuest, LeavesEarlierNightsAloneWhenTheStayIsExtended) {
  // The suite of the 1st is nobody's, and must not become somebody's.
  const auto history = with_guest() + std::vector<event>{moved("201", "suite", "2026-12-02"),
                                                         changed("r-1", "suite", "2026-12-01",
                                                                 "2026-12-05")};
  given<decider>(history)
      .when(booking("r-2", "suite", "2026-12-01", "2026-12-02"))
      .then({booked("r-2", "suite", "2026-12-01", "2026-12-02")});
  given<decider>(history)
      .when(booking("r-2", "suite", "2026-12-04", "2026-12-05"))
      .then_rejected("no_availability");
}

TEST(MoveGuest, IntoTheSameRoomIsNothingToDo) {
  given<decider>(with_guest()).when(moving("101")).then_nothing_to_do();
}

TEST(MoveGuest, RefusesInTheOrderOfTheContract) {
  given<decider>(small_hotel()).when(moving("102")).then_rejected("unknown_reservation");
  given<decider>(small_hotel() +
                 std::vector<event>{booked("r-1", "double", "2026-12-01", "2026-12-04")})
      .when(moving("102"))
      .then_rejected("wrong_state", {{"status", "confirmed"}});
  given<decider>(with_guest())
      .at("2026-12-04T12:00:00Z")
      .when(moving("999"))
      .then_rejected("wrong_state", {{"departure", "2026-12-04"}});
  given<decider>(with_guest()).when(moving("999")).then_rejected("unknown_room");
  const auto taken = with_guest() +
                     std::vector<event>{booked("r-2", "double", "2026-12-03", "2026-12-05"),
                                        assigned("r-2", "201"), assigned("r-2", "102"),
                                        room_status_set{id("201"), room_status::dirty}};
  given<decider>(taken).when(moving("102")).then_rejected("room_in_use", {{"reservation", "r-2"}});
  given<decider>(with_guest() +
                 std::vector<event>{out_of_order("102", "2026-12-03", "2026-12-04")})
      .when(moving("102"))
      .then_rejected("room_out_of_order", {{"night", "2026-12-03"}});
  given<decider>(taken).when(moving("201")).then_rejected("room_not_ready");
  given<decider>(with_guest() +
                 std::vector<event>{booked("r-2", "suite", "2026-12-03", "2026-12-05")})
      .when(moving("201"))
      .then_rejected("no_availability", {{"night", "2026-12-03"}});
}

TEST(ExtendStay, AddsNightsAtTheRatesSetOrGiven) {
  given<decider>(with_guest())
      .when(extend_stay{id("r-1"), day("2026-12-05"), std::nullopt})
      .then({changed("r-1", "double", "2026-12-01", "2026-12-05")});
  stay_changed dearer = changed("r-1", "double", "2026-12-01", "2026-12-05");
  dearer.rate = cents(700);
  dearer.nights.back().rate = cents(700);
  given<decider>(with_guest())
      .when(extend_stay{id("r-1"), day("2026-12-05"), cents(700)})
      .then({dearer});
}

TEST(ExtendStay, RefusesInTheOrderOfTheContract) {
  const extend_stay longer{id("r-1"), day("2026-12-06"), std::nullopt};
  given<decider>(small_hotel()).when(longer).then_rejected("unknown_reservation");
  given<decider>(small_hotel() +
                 std::vector<event>{booked("r-1", "double", "2026-12-01", "2026-12-04")})
      .when(longer)
      .then_rejected("wrong_state");
  given<decider>(with_guest())
      .when(extend_stay{id("r-1"), day("2026-12-04"), cents(-1)})
      .then_rejected("invalid_stay", {{"from", "2026-12-04"}});
  given<decider>(with_guest())
      .when(extend_stay{id("r-1"), day("2026-12-06"), cents(-1)})
      .then_rejected("invalid_rate");
  const event other = booked("r-2", "double", "2026-12-05", "2026-12-07");
  given<decider>(with_guest() + std::vector<event>{other, assigned("r-2", "101")})
      .when(longer)
      .then_rejected("room_in_use");
  given<decider>(with_guest() +
                 std::vector<event>{out_of_order("101", "2026-12-05", "2026-12-06")})
      .when(longer)
      .then_rejected("room_out_of_order");
  given<decider>(with_guest() +
                 std::vector<event>{other, out_of_order("102", "2026-12-05", "2026-12-06")})
      .when(longer)
      .then_rejected("no_availability");
}

TEST(ShortenStay, GivesNightsBackAndCreditsThemIfAsked) {
  const event shorter = changed("r-1", "double", "2026-12-01", "2026-12-02");
  given<decider>(with_guest())
      .when(shorten_stay{id("r-1"), day("2026-12-02"), std::nullopt})
      .then({shorter});
  given<decider>(with_guest())
      .when(shorten_stay{id("r-1"), day("2026-12-02"), true})
      .then({shorter, charge_posted{id("r-1"), cents(-20000), words("nights given back")}});
}

TEST(ShortenStay, RefusesInTheOrderOfTheContract) {
  const shorten_stay shorter{id("r-1"), day("2026-12-02"), true};
  given<decider>(small_hotel()).when(shorter).then_rejected("unknown_reservation");
  given<decider>(small_hotel() +
                 std::vector<event>{booked("r-1", "double", "2026-12-01", "2026-12-04")})
      .when(shorter)
      .then_rejected("wrong_state", {{"status", "confirmed"}});
  given<decider>(with_guest())
      .when(shorten_stay{id("r-1"), day("2026-12-04"), true})
      .then_rejected("invalid_stay", {{"to", "2026-12-04"}});
  given<decider>(with_guest())
      .at("2026-12-03T12:00:00Z")
      .when(shorter)
      .then_rejected("wrong_state", {{"today", "2026-12-03"}});
  given<decider>(with_guest())
      .when(shorten_stay{id("r-1"), day("2026-12-01"), true})
      .then_rejected("invalid_stay");
}

TEST(ShortenStay, CreditsNoMoreThanOnePostingHolds) {
  const auto history =
      small_hotel() +
      std::vector<event>{booked("r-1", "double", "2026-12-01", "2026-12-04", money::most),
                         assigned("r-1", "101"),
                         checked_in("r-1", "101", "double", 3 * money::most)};
  given<decider>(history)
      .when(shorten_stay{id("r-1"), day("2026-12-02"), true})
      .then_rejected("invalid_amount");
}

}  // namespace
}  // namespace jumak::hotel::testing
