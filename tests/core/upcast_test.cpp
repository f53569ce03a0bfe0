#include "core/upcast.hpp"

#include <gtest/gtest.h>

#include "core/names.hpp"

namespace jumak {
namespace {

using floor_number = bounded_integer<struct floor_number_tag, -9, 99>;

struct room_added_1 {
  static constexpr std::string_view type = "RoomAdded";
  static constexpr unsigned schema = 1;
  name room;
};
BOOST_DESCRIBE_STRUCT(room_added_1, (), (room))

struct room_added_2 {
  static constexpr std::string_view type = "RoomAdded";
  static constexpr unsigned schema = 2;
  using earlier = room_added_1;
  static room_added_2 upcast(const room_added_1& before) { return {before.room, floor_number::from_integer(1).value()}; }
  name room;
  floor_number floor;
};
BOOST_DESCRIBE_STRUCT(room_added_2, (), (room, floor))

/// The members changed places, which their bytes alone would not show.
struct room_added {
  static constexpr std::string_view type = "RoomAdded";
  static constexpr unsigned schema = 3;
  using earlier = room_added_2;
  static room_added upcast(const room_added_2& before) { return {before.floor, before.room, true}; }
  floor_number floor;
  name room;
  bool lit = false;
};
BOOST_DESCRIBE_STRUCT(room_added, (), (floor, room, lit))

const name x = name::from_text("x").value();
const floor_number fourth = floor_number::from_integer(4).value();

TEST(Upcast, EverySchemaComesDownTheWholeChain) {
  room_added read;
  ASSERT_EQ(unpack_stored(1, packed(room_added_1{x}), read), stored_form::read);
  EXPECT_EQ(read.room, x);
  EXPECT_EQ(read.floor.integer(), 1) << "as the second schema said of the first";
  EXPECT_TRUE(read.lit) << "as the third said of the second";
  ASSERT_EQ(unpack_stored(2, packed(room_added_2{x, fourth}), read), stored_form::read);
  EXPECT_EQ(read.floor, fourth);
  ASSERT_EQ(unpack_stored(3, packed(room_added{fourth, x, false}), read), stored_form::read);
  EXPECT_FALSE(read.lit) << "the current one passes no upcaster";
}

TEST(Upcast, SchemasAboveAndBelowAreUnknown) {
  room_added read;
  const std::string bytes = packed(room_added{fourth, x, false});
  EXPECT_EQ(unpack_stored(4, bytes, read), stored_form::unknown_schema);
  EXPECT_EQ(unpack_stored(0, bytes, read), stored_form::unknown_schema);
}

TEST(Upcast, BytesOfAnotherSchemaDoNotFit) {
  room_added read;
  EXPECT_EQ(unpack_stored(1, packed(room_added_2{x, fourth}), read), stored_form::misfit);
  EXPECT_EQ(unpack_stored(3, packed(room_added_2{x, fourth}), read), stored_form::misfit);
}

}  // namespace
}  // namespace jumak
