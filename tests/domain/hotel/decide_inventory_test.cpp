#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "tests/domain/given_when_then.hpp"
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

}  // namespace
}  // namespace jumak::hotel::testing
