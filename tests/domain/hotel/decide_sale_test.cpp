#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

set_restrictions asking(std::string_view from, std::string_view to) {
  set_restrictions asked;
  asked.room_type = id("double");
  asked.from = day(from);
  asked.to = day(to);
  return asked;
}

restrictions_set set_on(std::string_view from, std::string_view to) {
  restrictions_set set;
  set.room_type = id("double");
  set.from = day(from);
  set.to = day(to);
  return set;
}

restrictions_set no_sale(std::string_view from, std::string_view to) {
  restrictions_set set = set_on(from, to);
  set.stop_sell = true;
  return set;
}

restrictions_set no_arrival(std::string_view from, std::string_view to) {
  restrictions_set set = set_on(from, to);
  set.closed_to_arrival = true;
  return set;
}

std::vector<event> hotel_with(restrictions_set set) {
  return small_hotel() + std::vector<event>{std::move(set)};
}

change_stay moving(std::string_view arrival, std::string_view departure) {
  change_stay asked;
  asked.reservation = id("r-1");
  asked.arrival = day(arrival);
  asked.departure = day(departure);
  return asked;
}

TEST(SetRestrictions, SaysAllThatHoldsFromNowOn) {
  set_restrictions asked = asking("2026-12-24", "2026-12-26");
  restrictions_set set = set_on("2026-12-24", "2026-12-26");
  asked.stop_sell = set.stop_sell = true;
  asked.min_stay = set.min_stay = stay_nights::from_integer(2);
  asked.max_stay = set.max_stay = stay_nights::from_integer(2);
  given<decider>(small_hotel()).when(asked).then({set});
}

TEST(SetRestrictions, OfWhatHoldsAlreadyIsNothingToDo) {
  set_restrictions asked = asking("2026-12-24", "2026-12-26");
  given<decider>(small_hotel()).when(asked).then_nothing_to_do();
  asked.stop_sell = true;
  given<decider>(hotel_with(no_sale("2026-12-20", "2026-12-30"))).when(asked).then_nothing_to_do();
  asked.stop_sell = false;
  given<decider>(hotel_with(no_sale("2026-12-25", "2026-12-26")))
      .when(asked)
      .then({set_on("2026-12-24", "2026-12-26")});
}

TEST(SetRestrictions, RefusesInTheOrderOfTheContract) {
  set_restrictions asked = asking("2026-12-26", "2026-12-26");
  asked.room_type = id("barn");
  asked.min_stay = stay_nights::from_integer(3);
  asked.max_stay = stay_nights::from_integer(2);
  given<decider>(small_hotel()).when(asked).then_rejected("unknown_room_type");
  asked.room_type = id("double");
  given<decider>(small_hotel()).when(asked).then_rejected("invalid_stay");
  asked.to = day("2026-12-27");
  given<decider>(small_hotel())
      .when(asked)
      .then_rejected("invalid_restriction", {{"min_stay", 3}, {"max_stay", 2}});
}

TEST(Restricted, IsWhatCannotBeSold) {
  const auto history = hotel_with(no_sale("2026-12-24", "2026-12-26"));
  const std::vector<detail> facts{
      {"restriction", "stop_sell"}, {"on", "2026-12-24"}, {"room_type", "double"}};
  given<decider>(history)
      .when(booking("r-1", "double", "2026-12-23", "2026-12-25"))
      .then_rejected("restricted", facts);
  given<decider>(history)
      .when(holding("r-1", "double", "2026-12-23", "2026-12-25"))
      .then_rejected("restricted", facts);
  given<decider>(history)
      .when(booking("r-1", "double", "2026-12-26", "2026-12-27"))
      .then({booked("r-1", "double", "2026-12-26", "2026-12-27")});
  given<decider>(history)
      .when(booking("r-1", "suite", "2026-12-24", "2026-12-25"))
      .then({booked("r-1", "suite", "2026-12-24", "2026-12-25")});
}

TEST(Restricted, SaysHowManyNightsItWants) {
  restrictions_set set = set_on("2026-12-24", "2026-12-25");
  set.min_stay = stay_nights::from_integer(3);
  given<decider>(hotel_with(set))
      .when(booking("r-1", "double", "2026-12-24", "2026-12-26"))
      .then_rejected("restricted", {{"restriction", "min_stay"}, {"nights", 3}});
  given<decider>(hotel_with(set))
      .when(booking("r-1", "double", "2026-12-24", "2026-12-26"))
      .then_message("Double takes 3 nights at least from 2026-12-24.");
}

TEST(Restricted, ComesAfterAFullNight) {
  const auto history = hotel_with(no_sale("2026-12-24", "2026-12-26")) +
                       std::vector<event>{booked("r-0", "double", "2026-12-25", "2026-12-26")};
  given<decider>(history)
      .when(booking("r-1", "double", "2026-12-24", "2026-12-26"))
      .then_rejected("no_availability");
}

TEST(Restricted, ChangeOfAStayIsJudgedByWhatItAdds) {
  // Made before the restriction was set.
  const auto history =
      small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-24", "2026-12-26"),
                                         no_sale("2026-12-24", "2026-12-25"),
                                         no_arrival("2026-12-25", "2026-12-26")};
  given<decider>(history)
      .when(moving("2026-12-24", "2026-12-27"))
      .then({changed("r-1", "double", "2026-12-24", "2026-12-27")});
  given<decider>(history)
      .when(moving("2026-12-25", "2026-12-26"))
      .then_rejected("restricted", {{"restriction", "closed_to_arrival"}});
  given<decider>(history + std::vector<event>{no_sale("2026-12-26", "2026-12-27")})
      .when(moving("2026-12-24", "2026-12-27"))
      .then_rejected("restricted", {{"on", "2026-12-26"}});
  change_stay guests;
  guests.reservation = id("r-1");
  guests.rate = cents(500);
  given<decider>(history).when(guests).then(
      {[] {
        stay_changed told = changed("r-1", "double", "2026-12-24", "2026-12-26", 500);
        told.rate = cents(500);
        return told;
      }()});
}

TEST(Restricted, NobodyInTheHouseIsSentAway) {
  const auto history =
      small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-01", "2026-12-02"),
                                         assigned("r-1", "101"),
                                         checked_in("r-1", "101", "double", 10000),
                                         no_sale("2026-12-01", "2026-12-09")};
  given<decider>(history)
      .when(moving("2026-12-01", "2026-12-03"))
      .then({changed("r-1", "double", "2026-12-01", "2026-12-03")});
}

}  // namespace
}  // namespace jumak::hotel::testing
