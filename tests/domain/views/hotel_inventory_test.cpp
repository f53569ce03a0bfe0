#include "domain/views/hotel_inventory.hpp"

#include <gtest/gtest.h>

namespace jumak::hotel::views {
namespace {

constexpr hotel_number hotel{0};
constexpr std::size_t types = 40;  // More than are searched at once.

type_number type_at(std::size_t place) { return type_number(static_cast<std::uint32_t>(place)); }

/// Every type has two rooms for two at 100.
hotel_inventory two_rooms_each() {
  hotel_inventory inventory;
  inventory.rooms.assign(types, 2);
  inventory.guests_max.assign(types, 2);
  inventory.base_rates.assign(types, 100);
  return inventory;
}

/// The one offer for the type; one of none free when it is not offered.
offer offer_of(const hotel_inventory& inventory, std::size_t type, stay_sought stay) {
  std::vector<offer> offers;
  inventory.add_offers(hotel, stay, type_at(type), offers);
  return offers.empty() ? offer() : offers.front();
}

TEST(HotelInventory, OffersTheLeastOfTheNights) {
  hotel_inventory inventory = two_rooms_each();
  for (const std::size_t type : {std::size_t(0), std::size_t(31), std::size_t(32), types - 1}) {
    inventory.taken.at(11, type_at(type)) = 1;
    EXPECT_EQ(offer_of(inventory, type, {10, 11, 2}).free, 2);
    EXPECT_EQ(offer_of(inventory, type, {10, 13, 2}).free, 1);
    EXPECT_EQ(offer_of(inventory, type, {10, 13, 2}).price, 300);
    EXPECT_EQ(offer_of(inventory, type, {10, 13, 3}).free, 0) << "too many guests";
  }
  std::vector<offer> offers;
  inventory.add_offers(hotel, {10, 13, 2}, std::nullopt, offers);
  EXPECT_EQ(offers.size(), types);
}

TEST(HotelInventory, OffersOverbookingOnlyWhereItIsOnEveryNight) {
  hotel_inventory inventory = two_rooms_each();
  for (const day_number night : {10, 11}) {
    inventory.taken.at(night, type_at(3)) = -4;
    inventory.overbooking.at(night, type_at(3)) = 4;
  }
  EXPECT_EQ(offer_of(inventory, 3, {10, 12, 2}).free, 6);
  EXPECT_EQ(offer_of(inventory, 3, {10, 13, 2}).free, 2);
  EXPECT_EQ(offer_of(inventory, 2, {10, 12, 2}).free, 2);
  EXPECT_EQ(inventory.counts_on(type_at(3), 10).free(), 6);
  EXPECT_EQ(inventory.counts_on(type_at(3), 10).confirmed, 0);
}

TEST(HotelInventory, HasRoomsThatAreGoneOnTheNightsBefore) {
  hotel_inventory inventory = two_rooms_each();
  inventory.rooms[35] = 1;
  inventory.gone = {{12, type_at(35)}};
  inventory.gone_until = 12;
  EXPECT_EQ(offer_of(inventory, 35, {10, 12, 2}).free, 2);
  EXPECT_EQ(offer_of(inventory, 35, {10, 13, 2}).free, 1);
  EXPECT_EQ(offer_of(inventory, 34, {10, 13, 2}).free, 2);
  EXPECT_EQ(inventory.counts_on(type_at(35), 11).rooms, 2);
  EXPECT_EQ(inventory.counts_on(type_at(35), 12).rooms, 1);
}

}  // namespace
}  // namespace jumak::hotel::views
