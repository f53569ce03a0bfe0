#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

fee nights_of(std::int64_t count) {
  return {fee_kind::nights, fee_value::from_integer(count).value()};
}
fee percent_fee(std::int64_t percent) {
  return {fee_kind::percent, fee_value::from_integer(percent).value()};
}

define_rate_plan saver() {
  define_rate_plan asked;
  asked.rate_plan = id("saver");
  asked.title = words("Saver");
  asked.percent = rate_percent::from_integer(90);
  asked.notice_days = notice_days::from_integer(7);
  asked.cancellation_fee = percent_fee(50);
  asked.no_show_fee = nights_of(1);
  return asked;
}

rate_plan_defined saver_defined() {
  return {id("saver"),    words("Saver"), rate_percent::from_integer(90).value(),
          notice_days::from_integer(7).value(), percent_fee(50), nights_of(1)};
}

rate_terms_agreed agreed(std::string_view reservation) {
  const rate_plan_defined plan = saver_defined();
  return {id(reservation),  plan.rate_plan,        plan.percent,
          plan.notice_days, plan.cancellation_fee, plan.no_show_fee};
}

std::vector<event> with_plan() { return small_hotel() + std::vector<event>{saver_defined()}; }

/// Two nights from the 24th at 9000.
std::vector<event> with_booking() {
  return with_plan() + std::vector<event>{booked("r-1", "double", "2026-12-24", "2026-12-26", 9000),
                                          agreed("r-1")};
}

book_rate_plan booking_on(std::string_view rate_plan) {
  const make_reservation plain = booking("r-1", "double", "2026-12-24", "2026-12-26");
  book_rate_plan asked;
  asked.reservation = plain.reservation;
  asked.rate_plan = id(rate_plan);
  asked.room_type = plain.room_type;
  asked.arrival = plain.arrival;
  asked.departure = plain.departure;
  asked.guest = plain.guest;
  asked.guests = plain.guests;
  return asked;
}

fee_charged charged(fee_reason reason, std::int64_t amount) {
  return {id("r-1"), reason, sum(amount)};
}

TEST(DefineRatePlan, FillsInWhatIsLeftOut) {
  given<decider>(small_hotel()).when(saver()).then({saver_defined()});
  define_rate_plan plain;
  plain.rate_plan = id("flex");
  plain.title = words("Flex");
  rate_plan_defined flex;
  flex.rate_plan = id("flex");
  flex.title = words("Flex");
  flex.percent = rate_percent::from_integer(100).value();
  given<decider>(with_plan()).when(plain).then({flex});
}

TEST(DefineRatePlan, RefusesAFeeThatCannotBe) {
  define_rate_plan asked = saver();
  asked.cancellation_fee = percent_fee(101);
  given<decider>(small_hotel())
      .when(asked)
      .then_rejected("invalid_fee", {{"of", "percent"}, {"value", 101}});
  asked.cancellation_fee = percent_fee(100);
  asked.no_show_fee = nights_of(367);
  given<decider>(small_hotel()).when(asked).then_rejected("invalid_fee", {{"of", "nights"}});
}

TEST(BookRatePlan, CopiesPriceAndTermsIntoTheReservation) {
  given<decider>(with_plan())
      .when(booking_on("saver"))
      .then({booked("r-1", "double", "2026-12-24", "2026-12-26", 9000), agreed("r-1")});
}

TEST(BookRatePlan, RefusesInTheOrderOfTheContract) {
  book_rate_plan asked = booking_on("gone");
  asked.room_type = id("barn");
  given<decider>(with_plan())
      .when(asked)
      .then_rejected("unknown_rate_plan", {{"rate_plan", "gone"}});
  asked.rate_plan = id("saver");
  given<decider>(with_plan()).when(asked).then_rejected("unknown_room_type");
  asked.room_type = id("double");
  given<decider>(with_booking()).when(asked).then_rejected("already_exists");
  asked.reservation = id("r-2");
  given<decider>(with_booking()).when(asked).then_rejected("no_availability");
  asked.departure = asked.arrival;
  given<decider>(with_booking()).when(asked).then_rejected("invalid_stay");
  asked.departure = day("2026-12-27");
  asked.guests.adults = guest_count();
  given<decider>(with_booking()).when(asked).then_rejected("no_guests");
  asked.guests.adults = guest_count::from_integer(9).value();
  given<decider>(with_booking()).when(asked).then_rejected("too_many_guests");
  asked.guests.adults = guest_count::from_integer(1).value();
  restrictions_set closed;
  closed.room_type = id("double");
  closed.from = day("2026-12-26");
  closed.to = day("2026-12-27");
  closed.stop_sell = true;
  asked.arrival = day("2026-12-26");
  given<decider>(with_booking() + std::vector<event>{closed})
      .when(asked)
      .then_rejected("restricted");
}

TEST(BookRatePlan, OnAClosedNameIsRefused) {
  given<decider>(with_booking() +
                 std::vector<event>{reservation_cancelled{id("r-1"), words("ill")}})
      .when(booking_on("saver"))
      .then_rejected("already_exists", {{"status", "cancelled"}});
}

TEST(RateTerms, AreThoseOfTheTimeOfBooking) {
  rate_plan_defined harsher = saver_defined();
  harsher.cancellation_fee = percent_fee(100);
  harsher.notice_days = notice_days::from_integer(2000).value();
  const event cancelled = reservation_cancelled{id("r-1"), words("ill")};
  const auto history = with_booking() + std::vector<event>{harsher};
  // Seoul is nine hours ahead: the 17th is the last day on which it is free.
  given<decider>(history)
      .at("2026-12-17T14:00:00Z")
      .when(cancel_reservation{id("r-1"), words("ill")})
      .then({cancelled});
  given<decider>(history)
      .at("2026-12-17T16:00:00Z")
      .when(cancel_reservation{id("r-1"), words("ill")})
      .then({charged(fee_reason::cancellation, 9000), cancelled});
}

TEST(RateTerms, ANoShowCostsItsFee) {
  given<decider>(with_booking())
      .at("2026-12-24T12:00:00Z")
      .when(mark_no_show{id("r-1")})
      .then({charged(fee_reason::no_show, 9000), reservation_marked_no_show{id("r-1")}});
}

TEST(RateTerms, AddedNightsCostThePercentageToo) {
  change_stay longer;
  longer.reservation = id("r-1");
  longer.departure = day("2026-12-27");
  given<decider>(with_booking())
      .when(longer)
      .then({changed("r-1", "double", "2026-12-24", "2026-12-27", 9000)});
}

}  // namespace
}  // namespace jumak::hotel::testing
