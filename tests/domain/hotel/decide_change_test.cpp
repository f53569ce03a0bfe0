#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "domain/hotel/whole_reservation.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

/// r-1 has the only double from the 10th to the 13th of December; today is the 1st.
std::vector<event> with_booking() {
  return small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-10", "2026-12-13")};
}

change_stay change() { return {id("r-1"), {}, {}, {}, {}, {}}; }
change_stay to_dates(std::string_view arrival, std::string_view departure) {
  return {id("r-1"), {}, day(arrival), day(departure), {}, {}};
}
guests_given adults(std::int64_t count) {
  return {guest_count::from_integer(count).value(), {}, {}};
}

TEST(ChangeStay, CarriesTheWholeReservation) {
  const auto history =
      small_hotel() +
      std::vector<event>{with_everything(booked("r-1", "double", "2026-12-10", "2026-12-13"))};
  change_stay asked = to_dates("2026-12-12", "2026-12-14");
  asked.room_type = id("suite");
  asked.guests = adults(1);
  reservation_made after =
      with_everything(booked("r-1", "suite", "2026-12-12", "2026-12-14"));
  after.guests = {guest_count::from_integer(1).value(), {}, {}};
  given<decider>(history).when(asked).then({as_changed(after)});
}

TEST(ChangeStay, KeepsTheRatesOfKeptNightsAndTakesTheRatesSetForNewOnes) {
  reservation_made made = booked("r-1", "double", "2026-12-10", "2026-12-13");
  made.nights[2].rate = cents(3);
  const auto history =
      small_hotel() + std::vector<event>{made, rate_set{id("double"), day("2026-12-01"),
                                                        day("2027-01-01"), cents(777)}};
  stay_changed after = changed("r-1", "double", "2026-12-11", "2026-12-15");
  after.nights[1].rate = cents(3);
  after.nights[2].rate = cents(777);
  after.nights[3].rate = cents(777);
  given<decider>(history).when(to_dates("2026-12-11", "2026-12-15")).then({after});
}

TEST(ChangeStay, RepricesEveryNightByARateGiven) {
  change_stay asked = change();
  asked.rate = cents(42);
  stay_changed after = changed("r-1", "double", "2026-12-10", "2026-12-13", 42);
  after.rate = cents(42);
  given<decider>(with_booking()).when(asked).then({after});
}

TEST(ChangeStay, TellsAnEarlierRateAsLongAsEveryNightHasIt) {
  reservation_made made = booked("r-1", "double", "2026-12-10", "2026-12-13", 42);
  made.rate = cents(42);
  const auto history = small_hotel() + std::vector<event>{made};
  stay_changed shorter = changed("r-1", "double", "2026-12-10", "2026-12-12", 42);
  shorter.rate = cents(42);
  given<decider>(history).when(to_dates("2026-12-10", "2026-12-12")).then({shorter});
  stay_changed longer = changed("r-1", "double", "2026-12-10", "2026-12-14", 42);
  longer.nights.back().rate = cents(10000);
  given<decider>(history).when(to_dates("2026-12-10", "2026-12-14")).then({longer});
}

TEST(ChangeStay, CountsItsOwnNightsAsFree) {
  given<decider>(with_booking())
      .when(to_dates("2026-12-12", "2026-12-20"))
      .then({changed("r-1", "double", "2026-12-12", "2026-12-20")});
  const auto with_neighbours =
      with_booking() + std::vector<event>{booked("r-2", "double", "2026-12-08", "2026-12-10"),
                                          booked("r-3", "double", "2026-12-15", "2026-12-16")};
  given<decider>(with_neighbours)
      .when(to_dates("2026-12-09", "2026-12-12"))
      .then_rejected("no_availability", {{"night", "2026-12-09"}, {"room_type", "double"}});
  given<decider>(with_neighbours)
      .when(to_dates("2026-12-11", "2026-12-16"))
      .then_rejected("no_availability", {{"night", "2026-12-15"}});
  given<decider>(with_neighbours)
      .when(to_dates("2026-12-13", "2026-12-15"))
      .then({changed("r-1", "double", "2026-12-13", "2026-12-15")});
}

TEST(ChangeStay, AsksForTheNightsRightBesideItsOwn) {
  const auto between =
      with_booking() + std::vector<event>{booked("r-2", "double", "2026-12-09", "2026-12-10"),
                                          booked("r-3", "double", "2026-12-13", "2026-12-14")};
  given<decider>(between)
      .when(to_dates("2026-12-10", "2026-12-14"))
      .then_rejected("no_availability", {{"night", "2026-12-13"}});
  given<decider>(between)
      .when(to_dates("2026-12-09", "2026-12-13"))
      .then_rejected("no_availability", {{"night", "2026-12-09"}});
}

TEST(ChangeStay, SwapsTheNightsAtOnce) {
  const auto after =
      with_booking() + std::vector<event>{changed("r-1", "suite", "2026-12-12", "2026-12-14")};
  given<decider>(after)
      .when(booking("r-2", "double", "2026-12-10", "2026-12-13"))
      .then({booked("r-2", "double", "2026-12-10", "2026-12-13")});
  given<decider>(after)
      .when(booking("r-2", "suite", "2026-12-13", "2026-12-15"))
      .then_rejected("no_availability", {{"night", "2026-12-13"}});
  given<decider>(after)
      .when(booking("r-2", "suite", "2026-12-14", "2026-12-15"))
      .then({booked("r-2", "suite", "2026-12-14", "2026-12-15")});
}

TEST(ChangeStay, ToWhatItIsAlreadyIsNothingToDo) {
  change_stay asked = to_dates("2026-12-10", "2026-12-13");
  asked.room_type = id("double");
  asked.guests = adults(2);
  asked.rate = cents(10000);
  given<decider>(with_booking()).when(asked).then_nothing_to_do();
}

TEST(ChangeStay, RefusesInTheOrderOfTheContract) {
  // Everything is wrong with this one; each step mends what was refused. 101 is out of order on the
  // 15th, and r-2 has it on the 16th, when both types are full.
  const auto history =
      with_booking() +
      std::vector<event>{room_of("double", "102"),
                         assigned("r-1", "101"),
                         booked("r-2", "double", "2026-12-16", "2026-12-17"),
                         booked("r-3", "double", "2026-12-16", "2026-12-18"),
                         assigned("r-2", "101"),
                         out_of_order("101", "2026-12-15", "2026-12-16")};
  change_stay asked = to_dates("2026-12-20", "2026-12-17");
  asked.reservation = id("r-9");
  asked.room_type = id("barn");
  asked.guests = adults(0);
  asked.rate = cents(-1);
  given<decider>(history).when(asked).then_rejected("unknown_reservation");
  asked.reservation = id("r-1");
  const auto in_house = history + std::vector<event>{checked_in("r-1", "101", "double", 30000)};
  given<decider>(in_house).when(asked).then_rejected("wrong_state", {{"status", "in_house"}});
  given<decider>(history).when(asked).then_rejected("unknown_room_type", {{"room_type", "barn"}});
  asked.room_type = id("double");
  given<decider>(history).when(asked).then_rejected("invalid_stay");
  asked.arrival = day("2026-12-15");
  given<decider>(history).when(asked).then_rejected("no_guests");
  asked.guests = adults(5);
  given<decider>(history).when(asked).then_rejected("too_many_guests", {{"guests", 5}});
  asked.guests = adults(4);
  given<decider>(history).when(asked).then_rejected("invalid_rate", {{"rate", -1}});
  asked.rate.reset();
  given<decider>(history).when(asked).then_rejected("room_in_use", {{"reservation", "r-2"}});
  const event elsewhere = room_unassigned{id("r-2")};
  given<decider>(history + std::vector<event>{elsewhere})
      .when(asked)
      .then_rejected("room_out_of_order", {{"room", "101"}, {"night", "2026-12-15"}});
  asked.arrival = day("2026-12-16");
  given<decider>(history + std::vector<event>{elsewhere})
      .when(asked)
      .then_rejected("no_availability", {{"night", "2026-12-16"}});
}

TEST(ChangeStay, KeepsTheDatesWithinTheirRanges) {
  given<decider>(with_booking())
      .when(to_dates("2026-12-10", "2027-12-12"))
      .then_rejected("invalid_stay", {{"nights_max", 366}});
  given<decider>(with_booking())
      .when(to_dates("2031-11-30", "2031-12-02"))
      .then_rejected("invalid_stay", {{"latest", "2031-12-01"}});
  given<decider>(with_booking())
      .when(to_dates("2026-11-29", "2026-12-13"))
      .then_rejected("invalid_stay", {{"earliest", "2026-11-30"}});
  // Who should have come days ago may still leave later.
  change_stay longer = change();
  longer.departure = day("2026-12-14");
  given<decider>(with_booking())
      .at("2026-12-12T12:00:00Z")
      .when(longer)
      .then({changed("r-1", "double", "2026-12-10", "2026-12-14")});
}

TEST(ChangeStay, OfAHoldChangesTheHold) {
  const auto history =
      small_hotel() + std::vector<event>{held("r-1", "double", "2026-12-10", "2026-12-13")};
  given<decider>(history)
      .when(to_dates("2026-12-11", "2026-12-14"))
      .then({changed("r-1", "double", "2026-12-11", "2026-12-14")});
  given<decider>(history)
      .at("2026-12-01T12:10:00Z")
      .when(to_dates("2026-12-11", "2026-12-14"))
      .then_rejected("reservation_closed", {{"status", "expired"}});
}

TEST(ChangeStay, TakesTheRoomAlong) {
  const auto history =
      with_booking() + std::vector<event>{assigned("r-1", "101"),
                                          changed("r-1", "double", "2026-12-20", "2026-12-22"),
                                          booked("r-2", "suite", "2026-12-10", "2026-12-13"),
                                          booked("r-3", "suite", "2026-12-20", "2026-12-22")};
  given<decider>(history)
      .when(assign_room{id("r-2"), id("101")})
      .then({assigned("r-2", "101")});
  given<decider>(history)
      .when(assign_room{id("r-3"), id("101")})
      .then_rejected("room_in_use", {{"reservation", "r-1"}});
}

TEST(ChangeStay, LooksAtTheRoomForAddedNightsOnly) {
  // The guest of r-0 is past the departure and still in 101.
  const auto history =
      small_hotel() +
      std::vector<event>{booked("r-0", "double", "2026-12-01", "2026-12-02"),
                         assigned("r-0", "101"), booked("r-1", "double", "2026-12-10", "2026-12-13"),
                         assigned("r-1", "101"), checked_in("r-0", "101", "double", 10000)};
  given<decider>(history)
      .at("2026-12-03T12:00:00Z")
      .when(to_dates("2026-12-11", "2026-12-13"))
      .then({changed("r-1", "double", "2026-12-11", "2026-12-13")});
  given<decider>(history)
      .at("2026-12-03T12:00:00Z")
      .when(to_dates("2026-12-10", "2026-12-14"))
      .then_rejected("room_in_use", {{"reservation", "r-0"}});
}

TEST(ChangeStay, DoesNotReopenARetiredRoom) {
  const auto history =
      small_hotel() + std::vector<event>{booked("r-1", "double", "2026-11-30", "2026-12-01"),
                                         room_of("double", "102"), assigned("r-1", "101"),
                                         room_retired{id("101")}};
  given<decider>(history)
      .when(to_dates("2026-11-30", "2026-12-02"))
      .then_rejected("room_out_of_order", {{"night", "2026-12-01"}});
}

}  // namespace
}  // namespace jumak::hotel::testing
