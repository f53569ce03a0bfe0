#include "domain/hotel/restrictions.hpp"

#include <gtest/gtest.h>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

night_steps set_on(std::string_view from, std::string_view to, restrictions_set set) {
  night_steps steps;
  steps.set(day(from), day(to), step_value(set));
  return steps;
}

std::string violated(const night_steps& steps, std::string_view arrival,
                     std::string_view departure) {
  std::string all;
  for (const violation& found : violations(steps, day(arrival), day(departure))) {
    all += std::string(name_of(found.what)) + " " + found.on.text();
    all += found.nights == 0 ? ";" : " " + std::to_string(found.nights) + ";";
  }
  return all;
}

TEST(Restrictions, NothingSetViolatesNothing) {
  EXPECT_EQ(violated({}, "2026-12-24", "2026-12-26"), "");
  EXPECT_EQ(step_value({}), 0);
}

TEST(Restrictions, StopSellConcernsTheNights) {
  restrictions_set set;
  set.stop_sell = true;
  const night_steps steps = set_on("2026-12-24", "2026-12-26", set);
  EXPECT_EQ(violated(steps, "2026-12-23", "2026-12-26"), "stop_sell 2026-12-24;");
  EXPECT_EQ(violated(steps, "2026-12-25", "2026-12-26"), "stop_sell 2026-12-25;");
  EXPECT_EQ(violated(steps, "2026-12-23", "2026-12-24"), "");
  EXPECT_EQ(violated(steps, "2026-12-26", "2026-12-27"), "");
}

TEST(Restrictions, ClosedToArrivalAndDepartureConcernTheDays) {
  restrictions_set set;
  set.closed_to_arrival = true;
  const night_steps arrival = set_on("2026-12-24", "2026-12-25", set);
  EXPECT_EQ(violated(arrival, "2026-12-24", "2026-12-26"), "closed_to_arrival 2026-12-24;");
  EXPECT_EQ(violated(arrival, "2026-12-23", "2026-12-24"), "");
  EXPECT_EQ(violated(arrival, "2026-12-23", "2026-12-26"), "");
  set = {};
  set.closed_to_departure = true;
  const night_steps departure = set_on("2026-12-24", "2026-12-25", set);
  EXPECT_EQ(violated(departure, "2026-12-23", "2026-12-24"), "closed_to_departure 2026-12-24;");
  EXPECT_EQ(violated(departure, "2026-12-24", "2026-12-26"), "");
}

TEST(Restrictions, TheLeastAndMostNightsAreThoseOfTheDayOfArrival) {
  restrictions_set set;
  set.min_stay = stay_nights::from_integer(2);
  set.max_stay = stay_nights::from_integer(366);
  const night_steps steps = set_on("2026-12-24", "2026-12-25", set);
  EXPECT_EQ(violated(steps, "2026-12-24", "2026-12-25"), "min_stay 2026-12-24 2;");
  EXPECT_EQ(violated(steps, "2026-12-24", "2026-12-26"), "");
  EXPECT_EQ(violated(steps, "2026-12-23", "2026-12-24"), "");
  EXPECT_EQ(violated(steps, "2026-12-24", "2027-12-25"), "");
  EXPECT_EQ(violated(steps, "2026-12-24", "2027-12-26"), "max_stay 2026-12-24 366;");
}

TEST(Restrictions, AllAreToldInOrder) {
  restrictions_set set;
  set.stop_sell = true;
  set.closed_to_arrival = true;
  set.closed_to_departure = true;
  set.min_stay = stay_nights::from_integer(5);
  set.max_stay = stay_nights::from_integer(1);
  EXPECT_EQ(violated(set_on("2026-12-24", "2026-12-27", set), "2026-12-24", "2026-12-26"),
            "stop_sell 2026-12-24;closed_to_arrival 2026-12-24;closed_to_departure 2026-12-26;"
            "min_stay 2026-12-24 5;max_stay 2026-12-24 1;");
}

}  // namespace
}  // namespace jumak::hotel::testing
