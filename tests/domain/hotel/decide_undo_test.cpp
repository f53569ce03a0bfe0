#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

std::vector<event> with_booking() {
  return small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-01", "2026-12-03")};
}
std::vector<event> with_guest() {
  return with_booking() +
         std::vector<event>{assigned("r-1", "201"), checked_in("r-1", "201", "suite", 20000)};
}
const event cancelled = reservation_cancelled{id("r-1"), words("ill")};
const event not_shown = reservation_marked_no_show{id("r-1")};

reservation_reinstated back(std::optional<money_sum> fee) {
  const reservation_made made = booked("r-1", "double", "2026-12-01", "2026-12-03");
  reservation_reinstated whole;
  whole.reservation = made.reservation;
  whole.room_type = made.room_type;
  whole.arrival = made.arrival;
  whole.departure = made.departure;
  whole.guest = made.guest;
  whole.guests = made.guests;
  whole.nights = made.nights;
  whole.currency = made.currency;
  whole.fee_returned = fee;
  return whole;
}

TEST(UndoCheckIn, TakesBackTheNightsAndKeepsTheRoom) {
  const check_in_undone undone{id("r-1"), id("201"), id("suite"), sum(20000)};
  given<decider>(with_guest()).when(undo_check_in{id("r-1")}).then({undone});
  given<decider>(with_guest() + std::vector<event>{undone})
      .when(check_in{id("r-1")})
      .then({checked_in("r-1", "201", "suite", 20000)});
  given<decider>(with_guest() + std::vector<event>{undone})
      .when(booking("r-2", "suite", "2026-12-02", "2026-12-03"))
      .then_rejected("no_availability");
}

TEST(UndoCheckIn, RefusesInTheOrderOfTheContract) {
  given<decider>(small_hotel())
      .when(undo_check_in{id("r-1")})
      .then_rejected("unknown_reservation");
  given<decider>(with_booking())
      .when(undo_check_in{id("r-1")})
      .then_rejected("wrong_state", {{"status", "confirmed"}});
  // In Seoul the day is over at three in the afternoon.
  given<decider>(with_guest())
      .at("2026-12-01T15:00:00Z")
      .when(undo_check_in{id("r-1")})
      .then_rejected("too_late", {{"since", "2026-12-01"}, {"today", "2026-12-02"}});
  given<decider>(with_guest() +
                 std::vector<event>{charge_posted{id("r-1"), cents(5), words("bar")}})
      .when(undo_check_in{id("r-1")})
      .then_rejected("has_charges", {{"charged", 20005}, {"nights", 20000}});
  given<decider>(with_booking() + std::vector<event>{cancelled})
      .when(undo_check_in{id("r-1")})
      .then_rejected("reservation_closed");
}

TEST(UndoCheckIn, IsTooLateOnceTheGuestWasMoved) {
  const event moved =
      guest_moved{id("r-1"), id("201"), id("101"), id("double"), day("2026-12-01"), std::nullopt};
  given<decider>(with_guest() + std::vector<event>{moved})
      .when(undo_check_in{id("r-1")})
      .then_rejected("too_late");
}

TEST(ReinstateReservation, BringsBackWhatWasCancelledOrDidNotCome) {
  for (const event& end : {cancelled, not_shown}) {
    given<decider>(with_booking() + std::vector<event>{end})
        .when(reinstate_reservation{id("r-1")})
        .then({back({})});
  }
}

TEST(ReinstateReservation, ReturnsTheFeeAndKeepsWhatWasPaid) {
  const auto history =
      with_booking() +
      std::vector<event>{paid("r-1", 500),
                         fee_charged{id("r-1"), fee_reason::cancellation, sum(300)}, cancelled};
  given<decider>(history).when(reinstate_reservation{id("r-1")}).then({back(sum(300))});
  given<decider>(history + std::vector<event>{back(sum(300)), assigned("r-1", "101"),
                                              checked_in("r-1", "101", "double", 20000)})
      .when(check_out{id("r-1"), std::nullopt})
      .then_rejected("open_balance", {{"charged", 20000}, {"paid", 500}});
}

TEST(ReinstateReservation, KeepsItsTerms) {
  rate_terms_agreed terms;
  terms.reservation = id("r-1");
  terms.rate_plan = id("saver");
  terms.percent = rate_percent::from_integer(100).value();
  terms.no_show_fee = fee{fee_kind::amount, fee_value::from_integer(7).value()};
  given<decider>(with_booking() + std::vector<event>{terms, cancelled, back({})})
      .when(mark_no_show{id("r-1")})
      .then({fee_charged{id("r-1"), fee_reason::no_show, sum(7)}, not_shown});
}

TEST(ReinstateReservation, RefusesInTheOrderOfTheContract) {
  const reinstate_reservation asked{id("r-1")};
  given<decider>(small_hotel()).when(asked).then_rejected("unknown_reservation");
  given<decider>(with_booking()).when(asked).then_rejected("wrong_state");
  const auto ended = with_booking() + std::vector<event>{cancelled};
  given<decider>(ended)
      .at("2026-12-02T15:00:00Z")
      .when(asked)
      .then_rejected("invalid_stay", {{"today", "2026-12-03"}});
  given<decider>(ended + std::vector<event>{booked("r-2", "double", "2026-12-02", "2026-12-05")})
      .when(asked)
      .then_rejected("no_availability", {{"night", "2026-12-02"}});
}

TEST(ReinstateReservation, IsPossibleForAMonth) {
  const auto history =
      small_hotel() + std::vector<event>{booked("r-1", "double", "2027-12-01", "2027-12-03"),
                                         reservation_cancelled{id("r-1"), words("ill")}};
  given<decider>(history)
      .at("2026-12-31T12:00:00.000001Z")
      .when(reinstate_reservation{id("r-1")})
      .then_rejected("reservation_closed", {{"status", "cancelled"}});
  const auto later = given<decider>(history).at("2026-12-31T12:00:00Z");
  later.when(cancel_reservation{id("r-1"), words("x")}).then_rejected("reservation_closed");
  EXPECT_FALSE(std::as_const(later).when(reinstate_reservation{id("r-1")}).is_rejected());
}

TEST(ReinstateReservation, DoesNotBringBackOthers) {
  given<decider>(with_guest() + std::vector<event>{checked_out("r-1", "201")})
      .when(reinstate_reservation{id("r-1")})
      .then_rejected("reservation_closed", {{"status", "checked_out"}});
  given<decider>(small_hotel() +
                 std::vector<event>{held("r-1", "double", "2026-12-24", "2026-12-26"),
                                    hold_released{id("r-1")}})
      .when(reinstate_reservation{id("r-1")})
      .then_rejected("reservation_closed", {{"status", "released"}});
}

}  // namespace
}  // namespace jumak::hotel::testing
