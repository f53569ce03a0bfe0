#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

// A scenario's events happen at noon in UTC of 2026-12-01, so a hold of 600 seconds ends at 12:10.
constexpr auto just_before = "2026-12-01T12:09:59.999999Z";
constexpr auto just_then = "2026-12-01T12:10:00Z";

hold_placed two_nights() { return held("r-1", "double", "2026-12-24", "2026-12-26"); }
std::vector<event> with_hold() { return small_hotel() + std::vector<event>{two_nights()}; }
std::vector<event> with_ended(const event& end) { return with_hold() + std::vector<event>{end}; }
const event released = hold_released{id("r-1")};
const event has_expired = hold_expired{id("r-1")};

TEST(PlaceHold, CarriesTheWholeReservationAndWhenItExpires) {
  place_hold asked = holding("r-1", "double", "2026-12-24", "2026-12-26", 86'400);
  asked.guests.children = guest_count::from_integer(1);
  asked.rate = cents(7000);
  asked.meal = words("BB");
  asked.segment = words("Groups");
  asked.channel = words("Direct");
  asked.country = words("KOR");
  asked.deposit = words("No Deposit");
  asked.requests = words("quiet");
  hold_placed placed = held("r-1", "double", "2026-12-24", "2026-12-26", 86'400, 7000);
  placed.guests.children = guest_count::from_integer(1).value();
  placed.rate = cents(7000);
  placed.meal = words("BB");
  placed.segment = words("Groups");
  placed.channel = words("Direct");
  placed.country = words("KOR");
  placed.deposit = words("No Deposit");
  placed.requests = words("quiet");
  given<decider>(small_hotel()).when(asked).then({placed});
}

TEST(PlaceHold, RefusesInTheOrderOfTheContract) {
  const auto history =
      small_hotel() + std::vector<event>{held("r-0", "suite", "2026-12-24", "2026-12-26")};
  place_hold asked = holding("r-0", "barn", "2026-12-26", "2026-12-26");
  asked.guests.adults = guest_count();
  asked.rate = cents(-1);
  given<decider>(history).when(asked).then_rejected("unknown_room_type", {{"room_type", "barn"}});
  asked.room_type = id("suite");
  given<decider>(history).when(asked).then_rejected("already_exists", {{"status", "held"}});
  asked.reservation = id("r-1");
  given<decider>(history).when(asked).then_rejected("invalid_stay");
  asked.arrival = day("2026-11-29");
  given<decider>(history).when(asked).then_rejected("invalid_stay", {{"earliest", "2026-11-30"}});
  asked.arrival = day("2026-12-25");
  given<decider>(history).when(asked).then_rejected("no_guests");
  asked.guests.adults = guest_count::from_integer(5).value();
  given<decider>(history).when(asked).then_rejected("too_many_guests");
  asked.guests.adults = guest_count::from_integer(2).value();
  given<decider>(history).when(asked).then_rejected("invalid_rate");
  asked.rate.reset();
  given<decider>(history).when(asked).then_rejected("no_availability", {{"night", "2026-12-25"}});
}

TEST(PlaceHold, TakesTheNightsUntilItEnds) {
  const make_reservation other = booking("r-2", "double", "2026-12-25", "2026-12-27");
  const event made = booked("r-2", "double", "2026-12-25", "2026-12-27");
  given<decider>(with_hold()).when(other).then_rejected("no_availability");
  given<decider>(with_ended(released)).when(other).then({made});
  given<decider>(with_ended(has_expired)).when(other).then({made});
  // Invariant 2: a confirmed one keeps them.
  given<decider>(with_ended(booked("r-1", "double", "2026-12-24", "2026-12-26")))
      .when(other)
      .then_rejected("no_availability");
}

TEST(ConfirmHold, MakesTheReservationThatWasHeld) {
  hold_placed placed = two_nights();
  const reservation_made made =
      with_everything(booked("r-1", "double", "2026-12-24", "2026-12-26"));
  placed.guests = made.guests;
  placed.meal = made.meal;
  placed.segment = made.segment;
  placed.channel = made.channel;
  placed.country = made.country;
  placed.deposit = made.deposit;
  placed.requests = made.requests;
  given<decider>(small_hotel() + std::vector<event>{placed})
      .at(just_before)
      .when(confirm_hold{id("r-1")})
      .then({made});
}

TEST(ConfirmHold, ConfirmsWhatItWasChangedTo) {
  given<decider>(with_hold() +
                 std::vector<event>{changed("r-1", "suite", "2026-12-25", "2026-12-28", 500)})
      .when(confirm_hold{id("r-1")})
      .then({booked("r-1", "suite", "2026-12-25", "2026-12-28", 500)});
}

TEST(ReleaseHold, GivesItUp) {
  given<decider>(with_hold()).at(just_before).when(release_hold{id("r-1")}).then({released});
}

TEST(EndingAHold, RefusesInTheOrderOfTheContract) {
  const auto confirmed = with_ended(booked("r-1", "double", "2026-12-24", "2026-12-26"));
  const std::vector<command> both{confirm_hold{id("r-1")}, release_hold{id("r-1")}};
  for (const command& asked : both) {
    given<decider>(small_hotel())
        .when(asked)
        .then_rejected("unknown_reservation", {{"reservation", "r-1"}});
    given<decider>(confirmed)
        .when(asked)
        .then_rejected("wrong_state", {{"status", "confirmed"}});
    // The hold's time is no more, so it does not matter that it is up.
    given<decider>(confirmed).at(just_then).when(asked).then_rejected("wrong_state");
    given<decider>(with_ended(released))
        .when(asked)
        .then_rejected("reservation_closed", {{"status", "released"}});
  }
}

TEST(EndingAHold, IsTooLateWhenItsTimeIsUpWrittenOrNot) {
  const std::vector<command> both{confirm_hold{id("r-1")}, release_hold{id("r-1")}};
  for (const command& asked : both) {
    given<decider>(with_ended(has_expired))
        .expecting(77)
        .when(asked)
        .then_rejected("hold_expired", {{"reservation", "r-1"}});
    given<decider>(with_hold())
        .at(just_then)
        .expecting(77)
        .when(asked)
        .then_rejected("hold_expired", {{"reservation", "r-1"}});
  }
}

TEST(ExpireHold, EndsAHoldWhoseTimeIsUp) {
  given<decider>(with_hold()).at(just_then).when(expire_hold{id("r-1")}).then({has_expired});
}

TEST(ExpireHold, OfAnythingElseIsNothingToDo) {
  given<decider>(with_hold()).at(just_before).when(expire_hold{id("r-1")}).then_nothing_to_do();
  for (const auto& history :
       {with_ended(released), with_ended(has_expired), small_hotel(),
        with_ended(booked("r-1", "double", "2026-12-24", "2026-12-26"))}) {
    given<decider>(history).at(just_then).when(expire_hold{id("r-1")}).then_nothing_to_do();
  }
}

TEST(Held, IsNotYetConfirmed) {
  const std::vector<command> all{cancel_reservation{id("r-1"), words("plans")},
                                 mark_no_show{id("r-1")},
                                 assign_room{id("r-1"), id("999")},
                                 unassign_room{id("r-1")},
                                 check_in{id("r-1")},
                                 check_out{id("r-1"), std::nullopt},
                                 post_charge{id("r-1"), cents(0), words("minibar")},
                                 post_payment{id("r-1"), cents(0), words("card")}};
  for (const command& asked : all) {
    given<decider>(with_hold()).when(asked).then_rejected("wrong_state", {{"status", "held"}});
  }
}

TEST(Held, PastItsTimeIsAClosedName) {
  given<decider>(with_hold())
      .at(just_then)
      .when(cancel_reservation{id("r-1"), words("plans")})
      .then_rejected("reservation_closed", {{"status", "expired"}});
  given<decider>(with_hold())
      .at(just_then)
      .when(booking("r-1", "barn", "2026-12-24", "2026-12-26"))
      .then_rejected("already_exists", {{"status", "expired"}});
}

}  // namespace
}  // namespace jumak::hotel::testing
