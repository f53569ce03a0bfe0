#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

state after(const std::vector<event>& history, std::string_view moment = "2026-12-10T12:00:00Z") {
  state hotel;
  for (const event& happened : history) {
    decider::evolve(hotel, happened, {timestamp_from_text(moment).value(), version(1)});
  }
  return hotel;
}

std::int64_t capacity(const state& hotel, std::string_view night) {
  return hotel.room_types().front().capacity_on(day(night));
}

TEST(Capacity, IsRoomsInServiceAndOverbooking) {
  const state hotel = after(small_hotel() + std::vector<event>{
                                                room_of("double", "102"),
                                                out_of_order("101", "2026-12-20", "2026-12-22"),
                                                out_of_order("102", "2026-12-21", "2026-12-23"),
                                                overbooked("double", "2026-12-22", "2026-12-24", 5)});
  EXPECT_EQ(capacity(hotel, "2026-12-19"), 2);
  EXPECT_EQ(capacity(hotel, "2026-12-20"), 1);
  EXPECT_EQ(capacity(hotel, "2026-12-21"), 0);
  EXPECT_EQ(capacity(hotel, "2026-12-22"), 6);
  EXPECT_EQ(capacity(hotel, "2026-12-23"), 7);
  EXPECT_EQ(capacity(hotel, "2026-12-24"), 2);
}

TEST(Capacity, LosesARetiredRoomFromTheHotelsDayOnOnce) {
  // The moment is half an hour past midnight in Seoul.
  const state hotel = after(small_hotel() + std::vector<event>{out_of_order("101", "2026-12-20",
                                                                            "2026-12-22"),
                                                               room_retired{id("101")}},
                            "2026-12-10T15:30:00Z");
  EXPECT_EQ(capacity(hotel, "2026-12-10"), 1);
  EXPECT_EQ(capacity(hotel, "2026-12-11"), 0);
  EXPECT_EQ(capacity(hotel, "2026-12-20"), 0);
  EXPECT_EQ(capacity(hotel, "9999-12-30"), 0);
  EXPECT_FALSE(hotel.find_room_in_service("101").has_value());
  EXPECT_TRUE(hotel.find_room("101").has_value());
}

TEST(Capacity, GetsBackARoomFromTheHotelsDayOn) {
  const state hotel = after(
      small_hotel() + std::vector<event>{out_of_order("101", "2026-12-09", "2026-12-15"),
                                         out_of_order("101", "2026-12-20", "2026-12-22"),
                                         room_returned_to_service{id("101")}},
      "2026-12-10T15:30:00Z");
  EXPECT_EQ(capacity(hotel, "2026-12-10"), 0);
  EXPECT_EQ(capacity(hotel, "2026-12-11"), 1);
  EXPECT_EQ(capacity(hotel, "2026-12-21"), 1);
}

}  // namespace
}  // namespace jumak::hotel::testing
