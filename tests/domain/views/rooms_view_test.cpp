#include "domain/views/rooms_view.hpp"

#include <gtest/gtest.h>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::views {
namespace {

constexpr hotel_number hotel{0};

rooms_view rooms_of(std::initializer_list<std::string_view> names) {
  rooms_view rooms;
  for (const std::string_view room : names) {
    rooms.apply(hotel, type_number(0), 0, room_added{testing::id(room), testing::id("double")});
  }
  return rooms;
}

reservation_row stay(day_number arrival, room_number room = no_room) {
  reservation_row row;
  row.arrival = arrival;
  row.departure = arrival + 1;
  row.room = room;
  return row;
}

TEST(RoomsView, ListsByName) {
  const rooms_view rooms = rooms_of({"20", "10", "30", "05"});
  std::string order;
  for (const room_number room : rooms.rooms_by_name(hotel)) {
    order += rooms.room_of(hotel, room).name + " ";
  }
  EXPECT_EQ(order, "05 10 20 30 ");
  EXPECT_TRUE(rooms.rooms_by_name(hotel_number(1)).empty());
  EXPECT_FALSE(rooms.find(hotel, "99").has_value());
}

TEST(RoomsView, KeepsTheEarliestArrivalFirst) {
  rooms_view rooms = rooms_of({"10"});
  const room_number room = rooms.find(hotel, "10").value();
  const auto& arrivals = rooms.room_of(hotel, room).arrivals;
  rooms.apply(reservation_number(1), stay(9), room, room_assigned{});
  rooms.apply(reservation_number(2), stay(5), room, room_assigned{});
  rooms.apply(reservation_number(3), stay(7), room, room_assigned{});
  EXPECT_EQ(arrivals.front().reservation, reservation_number(2));
  rooms.apply(reservation_number(2), stay(5, room), reservation_cancelled{});
  EXPECT_EQ(arrivals.front().reservation, reservation_number(3));
  rooms.apply(reservation_number(3), stay(7, room), room_unassigned{});
  EXPECT_EQ(arrivals.front().reservation, reservation_number(1));
}

TEST(RoomsView, IsDirtyAfterTheGuest) {
  rooms_view rooms = rooms_of({"10"});
  const room_number room = rooms.find(hotel, "10").value();
  EXPECT_EQ(rooms.room_of(hotel, room).status, room_status::clean);
  rooms.apply(reservation_number(1), stay(9), room, room_assigned{});
  rooms.apply(reservation_number(1), stay(9, room), guest_checked_in{});
  EXPECT_EQ(rooms.room_of(hotel, room).occupant, reservation_number(1));
  EXPECT_TRUE(rooms.room_of(hotel, room).arrivals.empty());
  rooms.apply(reservation_number(1), stay(9, room), guest_checked_out{});
  EXPECT_EQ(rooms.room_of(hotel, room).occupant, no_reservation);
  EXPECT_EQ(rooms.room_of(hotel, room).status, room_status::dirty);
}

}  // namespace
}  // namespace jumak::hotel::views
