#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"
#include "tests/domain/hotel/waitlist_samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

join_waitlist waiting_for(std::string_view reservation, std::string_view arrival,
                          std::string_view departure) {
  const make_reservation plain = booking(reservation, "double", arrival, departure);
  join_waitlist asked;
  asked.reservation = plain.reservation;
  asked.room_type = plain.room_type;
  asked.arrival = plain.arrival;
  asked.departure = plain.departure;
  asked.guest = plain.guest;
  asked.guests = plain.guests;
  return asked;
}

/// The only double is taken from the 24th to the 28th.
std::vector<event> full_hotel() {
  return small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-24", "2026-12-28")};
}
std::vector<event> with_one_waiting() {
  return full_hotel() + std::vector<event>{joined("w-1", "2026-12-24", "2026-12-26")};
}
const event cancelled = reservation_cancelled{id("r-1"), words("ill")};
const event promoted = booked("w-1", "double", "2026-12-24", "2026-12-26");

TEST(JoinWaitlist, WaitsForNightsThatAreTaken) {
  given<decider>(full_hotel())
      .when(waiting_for("w-1", "2026-12-24", "2026-12-26"))
      .then({joined("w-1", "2026-12-24", "2026-12-26")});
}

TEST(JoinWaitlist, RefusesInTheOrderOfTheContract) {
  join_waitlist asked = waiting_for("w-1", "2026-12-26", "2026-12-26");
  asked.room_type = id("barn");
  asked.guests.adults = guest_count();
  asked.rate = cents(-1);
  given<decider>(with_one_waiting()).when(asked).then_rejected("unknown_room_type");
  asked.room_type = id("double");
  given<decider>(with_one_waiting())
      .when(asked)
      .then_rejected("already_exists", {{"status", "waiting"}});
  asked.reservation = id("w-2");
  given<decider>(with_one_waiting()).when(asked).then_rejected("invalid_stay");
  asked.departure = day("2026-12-27");
  given<decider>(with_one_waiting()).when(asked).then_rejected("no_guests");
  asked.guests.adults = guest_count::from_integer(9).value();
  given<decider>(with_one_waiting()).when(asked).then_rejected("too_many_guests");
  asked.guests.adults = guest_count::from_integer(1).value();
  given<decider>(with_one_waiting()).when(asked).then_rejected("invalid_rate");
  given<decider>(small_hotel())
      .when(waiting_for("w-1", "2026-12-24", "2026-12-26"))
      .then_rejected("not_full", {{"room_type", "double"}});
  restrictions_set closed;
  closed.room_type = id("double");
  closed.from = day("2026-12-24");
  closed.to = day("2026-12-25");
  closed.stop_sell = true;
  given<decider>(small_hotel() + std::vector<event>{closed})
      .when(waiting_for("w-1", "2026-12-24", "2026-12-26"))
      .then_rejected("restricted");
}

TEST(Waitlist, IsPromotedWhenNightsComeFree) {
  given<decider>(with_one_waiting())
      .when(cancel_reservation{id("r-1"), words("ill")})
      .then({cancelled, promoted});
  given<decider>(with_one_waiting())
      .at("2026-12-24T12:00:00Z")
      .when(mark_no_show{id("r-1")})
      .then({reservation_marked_no_show{id("r-1")}, promoted});
  given<decider>(with_one_waiting())
      .when(add_rooms{id("double"), distinct_names::from_items({id("102")}).value()})
      .then({room_of("double", "102"), promoted});
  given<decider>(with_one_waiting())
      .when(set_overbooking{id("double"), day("2026-12-24"), day("2026-12-26"),
                            overbooked_rooms::from_integer(1).value()})
      .then({overbooked("double", "2026-12-24", "2026-12-26", 1), promoted});
  change_stay later;
  later.reservation = id("r-1");
  later.arrival = day("2026-12-26");
  given<decider>(with_one_waiting())
      .when(later)
      .then({changed("r-1", "double", "2026-12-26", "2026-12-28"), promoted});
}

TEST(Waitlist, IsPromotedWhenAHoldExpires) {
  const auto history = small_hotel() +
                       std::vector<event>{held("r-1", "double", "2026-12-24", "2026-12-28"),
                                          joined("w-1", "2026-12-24", "2026-12-26")};
  given<decider>(history)
      .at("2026-12-01T13:00:00Z")
      .when(expire_hold{id("r-1")})
      .then({hold_expired{id("r-1")}, promoted});
}

TEST(Waitlist, IsFirstComeFirstServed) {
  const auto history = with_one_waiting() +
                       std::vector<event>{joined("a-2", "2026-12-25", "2026-12-27"),
                                          joined("a-3", "2026-12-26", "2026-12-28")};
  given<decider>(history)
      .when(cancel_reservation{id("r-1"), words("ill")})
      .then({cancelled, promoted, booked("a-3", "double", "2026-12-26", "2026-12-28")});
}

TEST(Waitlist, WaitsOnWhileOneNightIsTaken) {
  const auto history =
      small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-24", "2026-12-25"),
                                         booked("r-2", "double", "2026-12-25", "2026-12-26"),
                                         joined("w-1", "2026-12-24", "2026-12-26")};
  given<decider>(history)
      .when(cancel_reservation{id("r-1"), words("ill")})
      .then({cancelled});
}

TEST(Waiting, IsNoReservationYet) {
  const std::vector<command> all{cancel_reservation{id("w-1"), words("plans")},
                                 check_in{id("w-1")}, reinstate_reservation{id("w-1")}};
  for (const command& asked : all) {
    given<decider>(with_one_waiting())
        .when(asked)
        .then_rejected("wrong_state", {{"status", "waiting"}});
  }
  given<decider>(with_one_waiting())
      .when(booking("w-1", "suite", "2026-12-24", "2026-12-26"))
      .then_rejected("already_exists", {{"status", "waiting"}});
}

TEST(LeaveWaitlist, ClosesTheName) {
  const event left = waitlist_left{id("w-1"), waitlist_end::withdrawn};
  given<decider>(with_one_waiting()).when(leave_waitlist{id("w-1")}).then({left});
  given<decider>(with_one_waiting() + std::vector<event>{left})
      .when(cancel_reservation{id("r-1"), words("ill")})
      .then({cancelled});
  given<decider>(with_one_waiting() + std::vector<event>{left})
      .when(leave_waitlist{id("w-1")})
      .then_rejected("reservation_closed", {{"status", "withdrawn"}});
  given<decider>(full_hotel()).when(leave_waitlist{id("w-1")}).then_rejected("unknown_reservation");
  given<decider>(full_hotel()).when(leave_waitlist{id("r-1")}).then_rejected("wrong_state");
}

TEST(PromoteFromWaitlist, MakesTheReservationAtTheRatesSetNow) {
  const auto history = with_one_waiting() +
                       std::vector<event>{cancelled, rate_set{id("double"), day("2026-12-01"),
                                                              day("2027-01-01"), cents(700)}};
  given<decider>(history)
      .when(promote_from_waitlist{id("w-1")})
      .then({booked("w-1", "double", "2026-12-24", "2026-12-26", 700)});
}

TEST(PromoteFromWaitlist, RefusesInTheOrderOfTheContract) {
  const promote_from_waitlist asked{id("w-1")};
  given<decider>(full_hotel()).when(asked).then_rejected("unknown_reservation");
  given<decider>(full_hotel())
      .when(promote_from_waitlist{id("r-1")})
      .then_rejected("wrong_state", {{"status", "confirmed"}});
  given<decider>(with_one_waiting())
      .at("2026-12-26T12:00:00Z")
      .when(asked)
      .then_rejected("invalid_stay");
  given<decider>(with_one_waiting()).when(asked).then_rejected("no_availability");
  restrictions_set closed;
  closed.room_type = id("double");
  closed.from = day("2026-12-24");
  closed.to = day("2026-12-25");
  closed.stop_sell = true;
  given<decider>(with_one_waiting() + std::vector<event>{cancelled, closed})
      .when(asked)
      .then_rejected("restricted");
}

TEST(RunNightAudit, LetsLapseWhoShouldHaveComeByThatDay) {
  night_audited day_of_arrival{day("2026-12-24"), 0, sum(0), 0, {id("r-1")}};
  given<decider>(with_one_waiting())
      .at("2026-12-25T12:00:00Z")
      .when(run_night_audit{day("2026-12-24")})
      .then({waitlist_left{id("w-1"), waitlist_end::lapsed}, day_of_arrival});
}

}  // namespace
}  // namespace jumak::hotel::testing
