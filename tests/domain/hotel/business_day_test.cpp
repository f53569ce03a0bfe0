#include "domain/hotel/business_day.hpp"

#include <gtest/gtest.h>

namespace jumak::hotel {
namespace {

std::string day_in(std::string_view zone, std::string_view moment) {
  return business_day(find_zone(zone), timestamp_from_text(moment).value()).text();
}

TEST(BusinessDay, FollowsTheZoneThroughSummerTime) {
  EXPECT_EQ(day_in("Europe/Lisbon", "2026-07-01T22:59:59Z"), "2026-07-01");
  EXPECT_EQ(day_in("Europe/Lisbon", "2026-07-01T23:00:00Z"), "2026-07-02");
  EXPECT_EQ(day_in("Europe/Lisbon", "2026-12-01T23:59:59.999999Z"), "2026-12-01");
  EXPECT_EQ(day_in("America/New_York", "2026-12-02T04:59:59Z"), "2026-12-01");
}

TEST(BusinessDay, StaysWithinTheYearsThatDatesHave) {
  EXPECT_EQ(day_in("Asia/Seoul", "9999-12-31T23:00:00Z"), "9999-12-31");
  EXPECT_EQ(day_in("America/New_York", "0001-01-01T00:00:00Z"), "0001-01-01");
}

TEST(BusinessDay, IsThatOfUtcWithoutAZone) {
  EXPECT_EQ(find_zone("Mars/Olympus"), nullptr);
  EXPECT_EQ(day_in("Mars/Olympus", "2026-12-01T23:59:59Z"), "2026-12-01");
}

TEST(LatestDeparture, IsFiveYearsAhead) {
  const auto latest = [](std::string_view today) {
    return latest_departure(date::from_text(today).value()).text();
  };
  EXPECT_EQ(latest("2026-12-01"), "2031-12-01");
  EXPECT_EQ(latest("2028-02-29"), "2033-03-01");
}

}  // namespace
}  // namespace jumak::hotel
