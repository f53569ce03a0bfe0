#include "domain/views/desk_view.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace jumak::hotel::views {
namespace {

reservation_row stay(day_number arrival, day_number departure) {
  reservation_row row;
  row.arrival = arrival;
  row.departure = departure;
  return row;
}

TEST(DeskView, TakesOutAnyOfADay) {
  desk_view desk;
  const reservation_row row = stay(10, 12);
  for (std::uint32_t number = 0; number < 5; ++number) {
    desk.apply(reservation_number(number), row, reservation_made{});
  }
  for (const std::uint32_t number : {0U, 4U, 2U}) {
    desk.apply(reservation_number(number), row, reservation_cancelled{});
  }
  auto left = desk.arrivals(hotel_number(0), 10);
  std::ranges::sort(left);
  EXPECT_EQ(left, (std::vector{reservation_number(1), reservation_number(3)}));
}

TEST(DeskView, MovesFromArrivalsToDepartures) {
  desk_view desk;
  const reservation_row row = stay(10, 12);
  desk.apply(reservation_number(0), row, reservation_made{});
  desk.apply(reservation_number(0), row, guest_checked_in{});
  EXPECT_TRUE(desk.arrivals(hotel_number(0), 10).empty());
  EXPECT_EQ(desk.departures(hotel_number(0), 12).size(), 1U);
  EXPECT_EQ(desk.in_house(hotel_number(0)).size(), 1U);
  desk.apply(reservation_number(0), row, guest_checked_out{});
  EXPECT_TRUE(desk.in_house(hotel_number(0)).empty());
  EXPECT_TRUE(desk.in_house(hotel_number(7)).empty());
}

}  // namespace
}  // namespace jumak::hotel::views
