#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

/// The guest of r-1 is in 101 since the 1st, which is today, until the 4th, and has paid for that.
std::vector<event> with_guest() {
  return small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-01", "2026-12-04"),
                                            assigned("r-1", "101"),
                                            checked_in("r-1", "101", "double", 30000),
                                            paid("r-1", 30000)};
}

change_stay until(std::string_view departure) {
  return {id("r-1"), {}, {}, day(departure), {}, {}};
}

TEST(ChangeInHouse, ChargesAddedNightsWhenTheyAreAdded) {
  change_stay asked = until("2026-12-06");
  asked.rate = cents(500);
  stay_changed after = changed("r-1", "double", "2026-12-01", "2026-12-06");
  after.rate = cents(500);
  after.nights[3].rate = cents(500);
  after.nights[4].rate = cents(500);
  given<decider>(with_guest()).when(asked).then({after});
  given<decider>(with_guest() + std::vector<event>{after})
      .when(check_out{id("r-1"), std::nullopt})
      .then_rejected("open_balance", {{"charged", 31000}, {"balance", 1000}});
}

TEST(ChangeInHouse, GivesNightsBackAndStaysChargedInFull) {
  const event shorter = changed("r-1", "double", "2026-12-01", "2026-12-02");
  given<decider>(with_guest()).when(until("2026-12-02")).then({shorter});
  const auto history = with_guest() + std::vector<event>{shorter};
  given<decider>(history)
      .when(booking("r-2", "double", "2026-12-02", "2026-12-04"))
      .then({booked("r-2", "double", "2026-12-02", "2026-12-04")});
  given<decider>(history)
      .at("2026-12-02T03:00:00Z")
      .when(check_out{id("r-1"), std::nullopt})
      .then({checked_out("r-1", "101")});
}

TEST(ChangeInHouse, EndsTodayAtTheEarliest) {
  const auto on_the_third = "2026-12-03T03:00:00Z";
  given<decider>(with_guest())
      .at(on_the_third)
      .when(until("2026-12-03"))
      .then({changed("r-1", "double", "2026-12-01", "2026-12-03")});
  given<decider>(with_guest())
      .at(on_the_third)
      .when(until("2026-12-02"))
      .then_rejected("wrong_state", {{"departure", "2026-12-02"}, {"today", "2026-12-03"}});
  given<decider>(with_guest()).when(until("2026-12-01")).then_rejected("invalid_stay");
}

TEST(ChangeInHouse, ChangesNeitherTheArrivalNorTheType) {
  given<decider>(with_guest())
      .when(change_stay{id("r-1"), id("suite"), {}, {}, {}, {}})
      .then_rejected("wrong_state", {{"status", "in_house"}});
  given<decider>(with_guest())
      .when(change_stay{id("r-1"), {}, day("2026-12-02"), {}, {}, {}})
      .then_rejected("wrong_state");
  given<decider>(with_guest())
      .when(change_stay{id("r-1"), id("double"), day("2026-12-01"), {}, {}, {}})
      .then_nothing_to_do();
}

TEST(ChangeInHouse, KeepsTheRatesOfTheNightsThatWereCharged) {
  given<decider>(with_guest())
      .when(change_stay{id("r-1"), {}, {}, {}, {}, cents(1)})
      .then_nothing_to_do();
  given<decider>(with_guest())
      .when(change_stay{id("r-1"), {}, {}, {}, {}, cents(-1)})
      .then_rejected("invalid_rate");
}

TEST(ChangeInHouse, ChangesTheGuests) {
  change_stay asked{id("r-1"), {}, {}, {}, guests_given{}, {}};
  asked.guests->adults = guest_count::from_integer(3).value();
  stay_changed after = changed("r-1", "double", "2026-12-01", "2026-12-04");
  after.guests.adults = guest_count::from_integer(3).value();
  given<decider>(with_guest()).when(asked).then({after});
}

TEST(ChangeInHouse, LetsWhoOverstaysStay) {
  // The nights missed on the way are taken and charged as well.
  const auto on_the_sixth = "2026-12-06T03:00:00Z";
  given<decider>(with_guest())
      .at(on_the_sixth)
      .when(until("2026-12-07"))
      .then({changed("r-1", "double", "2026-12-01", "2026-12-07")});
  given<decider>(with_guest() +
                 std::vector<event>{booked("r-2", "double", "2026-12-05", "2026-12-06")})
      .at(on_the_sixth)
      .when(until("2026-12-07"))
      .then_rejected("no_availability", {{"night", "2026-12-05"}});
}

TEST(ChangeInHouse, StaysInTheTypeOccupied) {
  const auto moved =
      small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-01", "2026-12-04"),
                                         assigned("r-1", "201"),
                                         checked_in("r-1", "201", "suite", 30000),
                                         rate_set{id("suite"), day("2026-12-04"),
                                                  day("2026-12-05"), cents(900)}};
  stay_changed after = changed("r-1", "suite", "2026-12-01", "2026-12-05");
  after.nights.back().rate = cents(900);
  given<decider>(moved).when(until("2026-12-05")).then({after});
  given<decider>(moved + std::vector<event>{after})
      .when(booking("r-2", "suite", "2026-12-04", "2026-12-05"))
      .then_rejected("no_availability");
}

TEST(ChangeInHouse, JudgesTheGuestsOnlyIfTheyChange) {
  // Two guests of a double were given a suite that takes one; the departure may change all the same.
  const auto history =
      std::vector<event>{the_hotel(), type_defined("double", 4), type_defined("suite", 1),
                         room_of("double", "101"), room_of("suite", "201"),
                         booked("r-1", "double", "2026-12-01", "2026-12-03"),
                         assigned("r-1", "201"), checked_in("r-1", "201", "suite", 20000)};
  given<decider>(history)
      .when(until("2026-12-04"))
      .then({changed("r-1", "suite", "2026-12-01", "2026-12-04")});
}

}  // namespace
}  // namespace jumak::hotel::testing
