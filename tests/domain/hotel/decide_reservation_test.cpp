#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

// The clock of a scenario stands at noon in UTC of 2026-12-01, which is the evening of that day in Seoul.

make_reservation two_nights() { return booking("r-1", "double", "2026-12-24", "2026-12-26"); }

cancel_reservation cancel(std::string_view reservation) {
  return {id(reservation), words("plans")};
}

TEST(MakeReservation, CarriesTheWholeReservation) {
  make_reservation asked = two_nights();
  asked.guests.infants = guest_count::from_integer(1);
  asked.meal = words("BB");
  asked.segment = words("Groups");
  asked.channel = words("Direct");
  asked.country = words("KOR");
  asked.deposit = words("No Deposit");
  asked.requests = words("quiet");
  reservation_made made = booked("r-1", "double", "2026-12-24", "2026-12-26");
  made.guests.infants = guest_count::from_integer(1).value();
  made.meal = words("BB");
  made.segment = words("Groups");
  made.channel = words("Direct");
  made.country = words("KOR");
  made.deposit = words("No Deposit");
  made.requests = words("quiet");
  given<decider>(small_hotel()).when(asked).then({made});
}

TEST(MakeReservation, CostsTheRatesSetForItsNights) {
  const auto history =
      small_hotel() + std::vector<event>{rate_set{id("double"), day("2026-12-25"),
                                                  day("2027-01-01"), cents(30000)}};
  reservation_made made = booked("r-1", "double", "2026-12-24", "2026-12-26");
  made.nights.back().rate = cents(30000);
  given<decider>(history).when(two_nights()).then({made});
}

TEST(MakeReservation, CostsTheRateGivenInstead) {
  make_reservation asked = two_nights();
  asked.rate = cents(0);
  reservation_made made = booked("r-1", "double", "2026-12-24", "2026-12-26", 0);
  made.rate = cents(0);
  given<decider>(small_hotel()).when(asked).then({made});
}

TEST(MakeReservation, RefusesInTheOrderOfTheContract) {
  const auto history =
      small_hotel() + std::vector<event>{booked("r-0", "suite", "2026-12-24", "2026-12-26")};
  // Everything is wrong with this one; each step mends what was refused.
  make_reservation asked = booking("r-0", "barn", "2026-12-26", "2026-12-26");
  asked.guests.adults = guest_count();
  asked.rate = cents(-1);
  given<decider>(history).when(asked).then_rejected("unknown_room_type", {{"room_type", "barn"}});
  asked.room_type = id("suite");
  given<decider>(history).when(asked).then_rejected("already_exists", {{"status", "confirmed"}});
  asked.reservation = id("r-1");
  given<decider>(history).when(asked).then_rejected("invalid_stay");
  asked.arrival = day("2026-12-25");
  given<decider>(history).when(asked).then_rejected("no_guests");
  asked.guests.adults = guest_count::from_integer(5).value();
  given<decider>(history).when(asked).then_rejected("too_many_guests",
                                                    {{"guests", 5}, {"max_guests", 4}});
  asked.guests.adults = guest_count::from_integer(4).value();
  given<decider>(history).when(asked).then_rejected("invalid_rate", {{"rate", -1}});
  asked.rate.reset();
  given<decider>(history).when(asked).then_rejected(
      "no_availability", {{"night", "2026-12-25"}, {"room_type", "suite"}});
  asked.arrival = day("2026-12-26");
  asked.departure = day("2026-12-27");
  reservation_made made = booked("r-1", "suite", "2026-12-26", "2026-12-27");
  made.guests.adults = guest_count::from_integer(4).value();
  given<decider>(history).when(asked).then({made});
}

TEST(MakeReservation, NamesTheFullNight) {
  const auto history =
      small_hotel() + std::vector<event>{booked("r-0", "double", "2026-12-24", "2026-12-25")};
  given<decider>(history)
      .when(booking("r-1", "double", "2026-12-20", "2026-12-30"))
      .then_message("Double is full on 2026-12-24.");
}

TEST(MakeReservation, CountsInfantsAsGuests) {
  make_reservation asked = two_nights();
  asked.guests.children = guest_count::from_integer(2);
  asked.guests.infants = guest_count::from_integer(1);
  given<decider>(small_hotel()).when(asked).then_rejected("too_many_guests", {{"guests", 5}});
}

TEST(MakeReservation, EndsAfterItBegins) {
  given<decider>(small_hotel())
      .when(booking("r-1", "double", "2026-12-24", "2026-12-23"))
      .then_rejected("invalid_stay");
}

TEST(MakeReservation, LastsAtMost366Nights) {
  given<decider>(small_hotel())
      .when(booking("r-1", "double", "2027-01-01", "2028-01-02"))
      .then({booked("r-1", "double", "2027-01-01", "2028-01-02")});
  given<decider>(small_hotel())
      .when(booking("r-1", "double", "2027-01-01", "2028-01-03"))
      .then_rejected("invalid_stay", {{"nights_max", 366}});
}

TEST(MakeReservation, EndsAtMostFiveYearsAhead) {
  given<decider>(small_hotel())
      .when(booking("r-1", "double", "2031-11-30", "2031-12-01"))
      .then({booked("r-1", "double", "2031-11-30", "2031-12-01")});
  given<decider>(small_hotel())
      .when(booking("r-1", "double", "2031-11-30", "2031-12-02"))
      .then_rejected("invalid_stay", {{"latest", "2031-12-01"}});
}

TEST(MakeReservation, BeginsYesterdayAtTheEarliest) {
  given<decider>(small_hotel())
      .when(booking("r-1", "double", "2026-11-30", "2026-12-02"))
      .then({booked("r-1", "double", "2026-11-30", "2026-12-02")});
  given<decider>(small_hotel())
      .when(booking("r-1", "double", "2026-11-29", "2026-12-02"))
      .then_rejected("invalid_stay", {{"earliest", "2026-11-30"}});
}

TEST(MakeReservation, GoesByTheHotelsOwnDate) {
  // One second before and one at midnight in Seoul; in UTC the day stays the same.
  const make_reservation asked = booking("r-1", "double", "2026-11-30", "2026-12-02");
  given<decider>(small_hotel())
      .at("2026-12-01T14:59:59Z")
      .when(asked)
      .then({booked("r-1", "double", "2026-11-30", "2026-12-02")});
  given<decider>(small_hotel())
      .at("2026-12-01T15:00:00Z")
      .when(asked)
      .then_rejected("invalid_stay");
}

TEST(CancelReservation, GivesAllNightsBack) {
  const auto made =
      small_hotel() + std::vector<event>{booked("r-0", "double", "2026-12-24", "2026-12-26")};
  const event cancelled = reservation_cancelled{id("r-0"), words("plans")};
  given<decider>(made).when(cancel("r-0")).then({cancelled});
  given<decider>(made).when(two_nights()).then_rejected("no_availability");
  given<decider>(made + std::vector<event>{cancelled})
      .when(two_nights())
      .then({booked("r-1", "double", "2026-12-24", "2026-12-26")});
}

TEST(CancelReservation, RefusesWhatIsNotConfirmed) {
  given<decider>(small_hotel())
      .when(cancel("r-0"))
      .then_rejected("unknown_reservation", {{"reservation", "r-0"}});
  const auto in_house =
      small_hotel() + std::vector<event>{booked("r-0", "double", "2026-12-01", "2026-12-02"),
                                         assigned("r-0", "101"),
                                         checked_in("r-0", "101", "double", 10000)};
  given<decider>(in_house)
      .when(cancel("r-0"))
      .then_rejected("wrong_state", {{"status", "in_house"}});
}

TEST(MarkNoShow, GivesAllNightsBackFromTheDayOfArrivalOn) {
  const auto made =
      small_hotel() + std::vector<event>{booked("r-0", "double", "2026-12-02", "2026-12-04")};
  const event marked = reservation_marked_no_show{id("r-0")};
  given<decider>(made)
      .at("2026-12-01T14:59:59Z")
      .when(mark_no_show{id("r-0")})
      .then_rejected("too_early", {{"arrival", "2026-12-02"}, {"today", "2026-12-01"}});
  given<decider>(made).at("2026-12-01T15:00:00Z").when(mark_no_show{id("r-0")}).then({marked});
  given<decider>(made + std::vector<event>{marked})
      .when(booking("r-1", "double", "2026-12-02", "2026-12-04"))
      .then({booked("r-1", "double", "2026-12-02", "2026-12-04")});
}

TEST(MarkNoShow, RefusesWhatIsNotConfirmed) {
  given<decider>(small_hotel()).when(mark_no_show{id("r-0")}).then_rejected("unknown_reservation");
  const auto in_house =
      small_hotel() + std::vector<event>{booked("r-0", "double", "2026-12-02", "2026-12-04"),
                                         assigned("r-0", "101"),
                                         checked_in("r-0", "101", "double", 20000)};
  given<decider>(in_house).when(mark_no_show{id("r-0")}).then_rejected("wrong_state");
}

}  // namespace
}  // namespace jumak::hotel::testing
