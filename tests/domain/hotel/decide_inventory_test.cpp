#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

set_rate rate(std::string_view from, std::string_view to, std::int64_t amount) {
  return {id("double"), day(from), day(to), cents(amount)};
}

event rate_was_set(std::string_view from, std::string_view to, std::int64_t amount) {
  return rate_set{id("double"), day(from), day(to), cents(amount)};
}

define_room_type new_type(std::string_view room_type, std::int64_t amount) {
  return {id(room_type), words("Twin"), guest_limit::from_integer(2).value(), cents(amount)};
}

add_rooms rooms(std::string_view room_type, std::initializer_list<std::string_view> names) {
  std::vector<name> items;
  for (const std::string_view item : names) {
    items.push_back(id(item));
  }
  return {id(room_type), distinct_names::from_items(std::move(items)).value()};
}

TEST(RegisterHotel, RegistersOnce) {
  given<decider>({}).when(the_registration()).then({the_hotel()});
  given<decider>({the_hotel()}).when(the_registration()).then_rejected("already_exists");
}

TEST(DefineRoomType, DefinesAType) {
  given<decider>({the_hotel()})
      .when(new_type("twin", 0))
      .then({room_type_defined{id("twin"), words("Twin"), guest_limit::from_integer(2).value(),
                               cents(0)}});
}

TEST(DefineRoomType, RefusesAUsedNameBeforeANegativeRate) {
  given<decider>(small_hotel())
      .when(new_type("double", -1))
      .then_rejected("already_exists", {{"room_type", "double"}});
  given<decider>(small_hotel())
      .when(new_type("twin", -1))
      .then_rejected("invalid_rate", {{"rate", -1}});
}

TEST(AddRooms, AddsEachRoom) {
  given<decider>(small_hotel())
      .when(rooms("suite", {"202", "203"}))
      .then({room_of("suite", "202"), room_of("suite", "203")});
}

TEST(AddRooms, RefusesAnUnknownTypeBeforeAUsedName) {
  given<decider>(small_hotel())
      .when(rooms("barn", {"101"}))
      .then_rejected("unknown_room_type", {{"room_type", "barn"}});
}

TEST(AddRooms, RefusesAllWhenOneNameIsUsedByAnyType) {
  given<decider>(small_hotel())
      .when(rooms("suite", {"102", "101"}))
      .then_rejected("already_exists", {{"room", "101"}});
}

TEST(SetRate, SetsARange) {
  given<decider>(small_hotel())
      .when(rate("2026-12-24", "2026-12-26", 30000))
      .then({rate_was_set("2026-12-24", "2026-12-26", 30000)});
}

TEST(SetRate, RefusesInTheOrderOfTheContract) {
  set_rate asked = rate("2026-12-24", "2026-12-24", -5);
  asked.room_type = id("barn");
  given<decider>(small_hotel()).when(asked).then_rejected("unknown_room_type");
  asked.room_type = id("double");
  given<decider>(small_hotel()).when(asked).then_rejected("invalid_stay");
  asked.to = day("2026-12-25");
  given<decider>(small_hotel()).when(asked).then_rejected("invalid_rate", {{"rate", -5}});
}

TEST(SetRate, CoversAtMost3700Nights) {
  // 3,700 nights before 2031-12-01, the latest day there is.
  given<decider>(small_hotel())
      .when(rate("2021-10-14", "2031-12-01", 1))
      .then({rate_was_set("2021-10-14", "2031-12-01", 1)});
  given<decider>(small_hotel())
      .when(rate("2021-10-13", "2031-12-01", 1))
      .then_rejected("invalid_stay", {{"nights_max", 3700}});
}

TEST(SetRate, EndsAtMostFiveYearsAhead) {
  given<decider>(small_hotel())
      .when(rate("2031-11-30", "2031-12-02", 1))
      .then_rejected("invalid_stay", {{"latest", "2031-12-01"}});
}

TEST(SetRate, MayConcernThePast) {
  given<decider>(small_hotel())
      .when(rate("2020-01-01", "2020-01-02", 1))
      .then({rate_was_set("2020-01-01", "2020-01-02", 1)});
}

TEST(SetRate, OfEqualValuesIsNothingToDo) {
  given<decider>(small_hotel()).when(rate("2026-12-24", "2026-12-26", 10000)).then_nothing_to_do();
  const auto history =
      small_hotel() + std::vector<event>{rate_was_set("2026-12-24", "2026-12-26", 1)};
  given<decider>(history).when(rate("2026-12-24", "2026-12-26", 1)).then_nothing_to_do();
  given<decider>(history)
      .when(rate("2026-12-24", "2026-12-27", 1))
      .then({rate_was_set("2026-12-24", "2026-12-27", 1)});
  given<decider>(history)
      .when(rate("2026-12-24", "2026-12-26", 10000))
      .then({rate_was_set("2026-12-24", "2026-12-26", 10000)});
}

set_overbooking over(std::string_view from, std::string_view to, std::int64_t rooms) {
  return {id("double"), day(from), day(to), overbooked_rooms::from_integer(rooms).value()};
}

TEST(SetOverbooking, SetsARange) {
  const event set = overbooked("double", "2026-12-24", "2026-12-26", 1);
  given<decider>(small_hotel()).when(over("2026-12-24", "2026-12-26", 1)).then({set});
  const auto full = small_hotel() +
                    std::vector<event>{set, booked("r-1", "double", "2026-12-24", "2026-12-26")};
  given<decider>(full)
      .when(booking("r-2", "double", "2026-12-25", "2026-12-26"))
      .then({booked("r-2", "double", "2026-12-25", "2026-12-26")});
  given<decider>(full + std::vector<event>{booked("r-2", "double", "2026-12-25", "2026-12-26")})
      .when(booking("r-3", "double", "2026-12-25", "2026-12-26"))
      .then_rejected("no_availability", {{"night", "2026-12-25"}});
}

TEST(SetOverbooking, RefusesInTheOrderOfTheContract) {
  const auto full = small_hotel() +
                    std::vector<event>{overbooked("double", "2026-12-24", "2026-12-26", 1),
                                       booked("r-1", "double", "2026-12-24", "2026-12-26"),
                                       booked("r-2", "double", "2026-12-25", "2026-12-26")};
  set_overbooking asked = over("2026-12-24", "2026-12-24", 0);
  asked.room_type = id("barn");
  given<decider>(full).when(asked).then_rejected("unknown_room_type");
  asked.room_type = id("double");
  given<decider>(full).when(asked).then_rejected("invalid_stay");
  asked.to = day("2026-12-26");
  given<decider>(full).when(asked).then_rejected(
      "would_oversell", {{"night", "2026-12-25"}, {"room_type", "double"}});
  asked.to = day("2026-12-25");
  given<decider>(full).when(asked).then({overbooked("double", "2026-12-24", "2026-12-25", 0)});
}

TEST(SetOverbooking, LooksAtNightsFromTodayOn) {
  const auto full = small_hotel() +
                    std::vector<event>{overbooked("double", "2026-12-01", "2026-12-03", 1),
                                       booked("r-1", "double", "2026-12-01", "2026-12-02"),
                                       booked("r-2", "double", "2026-12-01", "2026-12-02")};
  given<decider>(full)
      .when(over("2026-12-01", "2026-12-03", 0))
      .then_rejected("would_oversell", {{"night", "2026-12-01"}});
  given<decider>(full)
      .at("2026-12-01T15:00:00Z")  // Midnight in Seoul.
      .when(over("2026-12-01", "2026-12-03", 0))
      .then({overbooked("double", "2026-12-01", "2026-12-03", 0)});
}

TEST(SetOverbooking, KeepsTheDatesWithinTheirRanges) {
  given<decider>(small_hotel())
      .when(over("2021-10-14", "2031-12-01", 1))
      .then({overbooked("double", "2021-10-14", "2031-12-01", 1)});
  given<decider>(small_hotel())
      .when(over("2021-10-13", "2031-12-01", 1))
      .then_rejected("invalid_stay", {{"nights_max", 3700}});
  given<decider>(small_hotel())
      .when(over("2031-11-30", "2031-12-02", 1))
      .then_rejected("invalid_stay", {{"latest", "2031-12-01"}});
}

TEST(SetOverbooking, OfEqualValuesIsNothingToDo) {
  given<decider>(small_hotel()).when(over("2026-12-24", "2026-12-26", 0)).then_nothing_to_do();
  const auto set =
      small_hotel() + std::vector<event>{overbooked("double", "2026-12-24", "2026-12-26", 2)};
  given<decider>(set).when(over("2026-12-24", "2026-12-26", 2)).then_nothing_to_do();
  given<decider>(set)
      .when(over("2026-12-24", "2026-12-27", 2))
      .then({overbooked("double", "2026-12-24", "2026-12-27", 2)});
}

}  // namespace
}  // namespace jumak::hotel::testing
