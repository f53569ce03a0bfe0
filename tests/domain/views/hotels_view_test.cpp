#include "domain/views/hotels_view.hpp"

#include <gtest/gtest.h>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::views {
namespace {

hotel_registered registration() { return std::get<hotel_registered>(testing::the_hotel()); }

timestamp moment(std::string_view text) { return timestamp_from_text(text).value(); }

TEST(HotelsView, FindsByNameAndCity) {
  hotels_view hotels;
  const hotel_number first = hotels.apply("a", registration());
  const hotel_number second = hotels.apply("b", registration());
  EXPECT_EQ(hotels.find("b"), second);
  EXPECT_FALSE(hotels.find("c").has_value());
  EXPECT_EQ(hotels.hotels_of_city("Seoul"), (std::vector{first, second}));
  EXPECT_TRUE(hotels.hotels_of_city("Busan").empty());
}

TEST(HotelsView, FindsManyHotels) {
  hotels_view hotels;
  for (int number = 0; number < 3000; ++number) {
    const hotel_number made = hotels.apply("h" + std::to_string(number), registration());
    EXPECT_EQ(index_of(made), static_cast<std::size_t>(number));
  }
  for (int number = 0; number < 3000; ++number) {
    const auto found = hotels.find("h" + std::to_string(number));
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(index_of(*found), static_cast<std::size_t>(number));
  }
}

TEST(HotelsView, KnowsTypesByHotel) {
  hotels_view hotels;
  const hotel_number hotel = hotels.apply("a", registration());
  const hotel_number other = hotels.apply("b", registration());
  const auto type = std::get<room_type_defined>(testing::type_defined("double"));
  const type_number made = hotels.apply(hotel, type);
  EXPECT_EQ(hotels.find_type(hotel, "double"), made);
  EXPECT_FALSE(hotels.find_type(other, "double").has_value());
}

TEST(HotelsView, LivesByTheHotelsDate) {
  hotels_view hotels;
  const hotel_number seoul = hotels.apply("a", registration());
  hotel_registered unknown = registration();
  unknown.time_zone = testing::words("Moon/Tranquility");
  const hotel_number moon = hotels.apply("b", unknown);
  const timestamp evening = moment("2026-12-01T15:00:00Z");
  EXPECT_EQ(date_of(hotels.day_at(seoul, evening)).text(), "2026-12-02");
  EXPECT_EQ(date_of(hotels.day_at(moon, evening)).text(), "2026-12-01")
      << "UTC, for want of better";
}

}  // namespace
}  // namespace jumak::hotel::views
