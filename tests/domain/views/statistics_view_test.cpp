#include "domain/views/statistics_view.hpp"

#include <gtest/gtest.h>

namespace jumak::hotel::views {
namespace {

constexpr hotel_number hotel{0};
constexpr type_number booked_type{0};
constexpr type_number occupied_type{2};

reservation_row stay(day_number arrival, day_number departure, text_number country = no_text) {
  reservation_row row;
  row.arrival = arrival;
  row.departure = departure;
  row.country = country;
  return row;
}

TEST(StatisticsView, FoldsEventsOnTheirDays) {
  statistics_view statistics;
  statistics.apply(stay(20, 25), 10, reservation_made{});
  statistics.apply(stay(20, 25), 12, reservation_cancelled{});
  statistics.apply(stay(20, 25), 13, reservation_marked_no_show{});
  EXPECT_EQ(statistics.totals(hotel, 10, 11).made, 1);
  EXPECT_EQ(statistics.totals(hotel, 10, 11).lead_days, 10);
  EXPECT_EQ(statistics.totals(hotel, 11, 12).made, 0);
  EXPECT_EQ(statistics.totals(hotel, 10, 13).cancelled, 1);
  EXPECT_EQ(statistics.totals(hotel, 10, 13).no_shows, 0);
  EXPECT_EQ(statistics.totals(hotel, -1000, 1000).no_shows, 1);
  EXPECT_EQ(statistics.totals(hotel_number(9), 0, 100).made, 0);
}

TEST(StatisticsView, CountsNightsForTheTypeOccupied) {
  statistics_view statistics;
  reservation_row row = stay(30, 34);  // Over the border of a block.
  statistics.apply(row, 29, reservation_made{});
  statistics.apply(row, occupied_type, guest_checked_in{});
  row.type = occupied_type;
  guest_checked_out out;
  out.nights_returned = {date_of(33)};
  statistics.apply(row, 33, out);
  const auto sums = statistics.by_type(hotel, 0, 100);
  ASSERT_EQ(sums.size(), 3U);
  EXPECT_EQ(sums[index_of(booked_type)].made, 1);
  EXPECT_EQ(sums[index_of(booked_type)].sold, 0);
  EXPECT_EQ(sums[index_of(occupied_type)].sold, 3);
  EXPECT_EQ(sums[index_of(occupied_type)].stays, 1);
  EXPECT_EQ(sums[index_of(occupied_type)].nights_kept, 3);
  EXPECT_EQ(statistics.totals(hotel, 31, 33).sold, 2);
}

TEST(StatisticsView, SplitsByMarket) {
  statistics_view statistics;
  for (std::uint32_t country = 1; country <= 300; ++country) {
    statistics.apply(stay(20, 21, text_number(country)), 10, reservation_made{});
    statistics.apply(stay(20, 21, text_number(country)), 11, reservation_made{});
  }
  EXPECT_EQ(statistics.by_market(hotel, 10, 11).size(), 300U);
  for (const auto& group : statistics.by_market(hotel, 10, 12)) {
    EXPECT_EQ(group.sums.made, 2);
  }
  EXPECT_TRUE(statistics.by_market(hotel, 12, 13).empty());
}

TEST(StatisticsView, OffersRoomsFromTheirDayOn) {
  statistics_view statistics;
  statistics.apply(hotel, booked_type, 10, room_added{});
  statistics.apply(hotel, booked_type, 10, room_added{});
  statistics.apply(hotel, occupied_type, 15, room_added{});
  EXPECT_EQ(statistics.available(hotel, {}, 0, 10), 0);
  EXPECT_EQ(statistics.available(hotel, {}, 9, 11), 2);
  EXPECT_EQ(statistics.available(hotel, {}, 10, 20), 25);
  EXPECT_EQ(statistics.available(hotel, occupied_type, 10, 20), 5);
}

}  // namespace
}  // namespace jumak::hotel::views
