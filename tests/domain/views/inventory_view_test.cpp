#include "domain/views/inventory_view.hpp"

#include <gtest/gtest.h>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::views {
namespace {

constexpr hotel_number hotel{0};
constexpr type_number narrow{0};
constexpr type_number wide{1};

inventory_view two_types() {
  inventory_view inventory;
  for (const type_number type : {narrow, wide}) {
    inventory.apply(hotel, std::get<room_type_defined>(testing::type_defined("x")));
    inventory.apply(hotel, type, room_added{});
  }
  return inventory;
}

reservation_row stay(day_number arrival, day_number departure, type_number type = narrow) {
  reservation_row row;
  row.arrival = arrival;
  row.departure = departure;
  row.type = type;
  return row;
}

TEST(InventoryView, TakesAndGivesNights) {
  inventory_view inventory = two_types();
  inventory.apply(stay(30, 34), reservation_made{});  // Over the border of a block.
  EXPECT_EQ(inventory.counts_on(hotel, narrow, 29).confirmed, 0);
  EXPECT_EQ(inventory.counts_on(hotel, narrow, 30).confirmed, 1);
  EXPECT_EQ(inventory.counts_on(hotel, narrow, 33).free(), 0);
  EXPECT_EQ(inventory.counts_on(hotel, narrow, 34).free(), 1);
  EXPECT_EQ(inventory.counts_on(hotel, wide, 33).free(), 1);
  inventory.apply(stay(30, 34), reservation_cancelled{});
  EXPECT_EQ(inventory.counts_on(hotel, narrow, 33).free(), 1);
}

TEST(InventoryView, MovesNightsToTheTypeOccupied) {
  inventory_view inventory = two_types();
  inventory.apply(stay(1, 3), reservation_made{});
  inventory.apply(stay(1, 3), wide, guest_checked_in{});
  EXPECT_EQ(inventory.counts_on(hotel, narrow, 1).free(), 1);
  EXPECT_EQ(inventory.counts_on(hotel, wide, 1).in_house, 1);
  EXPECT_EQ(inventory.counts_on(hotel, wide, 1).confirmed, 0);
  guest_checked_out out;
  out.nights_returned = {date_of(2)};
  inventory.apply(stay(1, 3, wide), out);
  EXPECT_EQ(inventory.counts_on(hotel, wide, 1).in_house, 1) << "a night stayed remains counted";
  EXPECT_EQ(inventory.counts_on(hotel, wide, 2).free(), 1);
}

TEST(InventoryView, WorksBefore1970AndFarAhead) {
  inventory_view inventory = two_types();
  for (const day_number day : {0, -40, -1, 2'900'000}) {
    inventory.apply(stay(day, day + 1), reservation_made{});
    EXPECT_EQ(inventory.counts_on(hotel, narrow, day).confirmed, 1);
    EXPECT_EQ(inventory.counts_on(hotel, narrow, day + 1).confirmed, day == -1 ? 1 : 0);
  }
}

TEST(InventoryView, PricesEachNightByTheRatesSet) {
  inventory_view inventory = two_types();
  inventory.apply(hotel, wide,
                  rate_set{testing::id("x"), date_of(2), date_of(4), testing::cents(100)});
  std::vector<offer> offers;
  inventory.add_offers(hotel, {1, 4, 2}, std::nullopt, offers);
  ASSERT_EQ(offers.size(), 2U);
  EXPECT_EQ(offers[0].price, 30000);
  EXPECT_EQ(offers[1].price, 10200);
  offers.clear();
  inventory.add_offers(hotel, {1, 4, 2}, wide, offers);
  ASSERT_EQ(offers.size(), 1U);
  EXPECT_EQ(offers[0].type, wide);
}

}  // namespace
}  // namespace jumak::hotel::views
