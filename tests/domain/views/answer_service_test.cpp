#include <gtest/gtest.h>

#include "tests/domain/views/played_views.hpp"

namespace jumak::hotel::testing {
namespace {

/// Two rooms of type double. It is 2026-12-01 in Seoul.
played_views two_rooms() {
  played_views played;
  played.play(small_hotel()).play(room_of("double", "102"));
  return played;
}

views::calendar_night night_of(const played_views& played, std::string_view night) {
  const auto answer = played.views().ask(views::get_calendar{
      id("grand"), id("double"), day(night), day(night).plus_days(1), {}, {}});
  return answer->items.at(0);
}

/// How many of type double can be booked; 0 when it is not offered.
std::int64_t offered(const played_views& played, std::string_view arrival,
                     std::string_view departure) {
  views::search_availability search;
  search.arrival = day(arrival);
  search.departure = day(departure);
  search.guests = views::guests_sought::from_integer(2).value();
  search.hotel = id("grand");
  search.room_type = id("double");
  const auto answer = played.views().ask(search);
  return answer->items.empty() ? 0 : answer->items[0].free;
}

/// Room nights of type double from 2026-12-01 to 2026-12-11.
std::int64_t available(const played_views& played) {
  const auto answer =
      played.views().ask(views::get_statistics{id("grand"), day("2026-12-01"), day("2026-12-11"),
                                               views::statistics_split::room_type});
  return answer->items->at(0).room_nights_available;
}

TEST(Overbooking, AddsPlacesOnItsNights) {
  played_views played = two_rooms();
  played.play(overbooked("double", "2026-12-02", "2026-12-04", 3));
  EXPECT_EQ(night_of(played, "2026-12-03").overbooking, 3);
  EXPECT_EQ(night_of(played, "2026-12-03").free, 5);
  EXPECT_EQ(night_of(played, "2026-12-04").free, 2);
  EXPECT_EQ(offered(played, "2026-12-02", "2026-12-04"), 5);
  EXPECT_EQ(offered(played, "2026-12-03", "2026-12-05"), 2);
  EXPECT_EQ(available(played), 20);
  played.play(overbooked("double", "2026-12-03", "2026-12-04", 1));
  EXPECT_EQ(night_of(played, "2026-12-02").overbooking, 3);
  EXPECT_EQ(offered(played, "2026-12-02", "2026-12-04"), 3);
}

TEST(OutOfOrder, TakesTheRoomOnItsNightsOnce) {
  played_views played = two_rooms();
  played.play(out_of_order("101", "2026-12-02", "2026-12-04"));
  played.play(out_of_order("101", "2026-12-03", "2026-12-06"));
  EXPECT_EQ(night_of(played, "2026-12-03").out_of_order, 1);
  EXPECT_EQ(night_of(played, "2026-12-03").rooms, 2);
  EXPECT_EQ(night_of(played, "2026-12-05").free, 1);
  EXPECT_EQ(offered(played, "2026-12-01", "2026-12-03"), 1);
  EXPECT_EQ(available(played), 16);
}

TEST(OutOfOrder, EndsFromTheDayOfItsReturn) {
  played_views played = two_rooms();
  played.play(out_of_order("101", "2026-12-02", "2026-12-06"));
  played.at("2026-12-04T00:00:00Z").play(room_returned_to_service{id("101")});
  EXPECT_EQ(night_of(played, "2026-12-03").out_of_order, 1);
  EXPECT_EQ(night_of(played, "2026-12-04").out_of_order, 0);
  EXPECT_EQ(available(played), 18);
}

TEST(OutOfOrder, IsNoLossBeforeTheRoomWasThere) {
  played_views played;
  played.at("2026-12-03T00:00:00Z").play(small_hotel());
  played.play(out_of_order("101", "2026-12-01", "2026-12-05"));
  EXPECT_EQ(available(played), 6);
}

TEST(RetiredRooms, AreGoneFromTheirDayOn) {
  played_views played = two_rooms();
  played.play(out_of_order("101", "2026-12-02", "2026-12-08"));
  played.at("2026-12-04T00:00:00Z").play(room_retired{id("101")});
  EXPECT_EQ(night_of(played, "2026-12-03").rooms, 2);
  EXPECT_EQ(night_of(played, "2026-12-03").out_of_order, 1);
  EXPECT_EQ(night_of(played, "2026-12-04").rooms, 1);
  EXPECT_EQ(night_of(played, "2026-12-04").out_of_order, 0);
  EXPECT_EQ(offered(played, "2026-12-01", "2026-12-02"), 2);
  EXPECT_EQ(offered(played, "2026-12-05", "2026-12-06"), 1);
  EXPECT_EQ(available(played), 11);
}

views::room_item room_item_of(const played_views& played, std::size_t at) {
  return played.views().ask(views::get_room_board{id("grand"), {}, {}})->items.at(at);
}

TEST(RoomBoard, LeavesRetiredRoomsOut) {
  played_views played = two_rooms();
  played.play(room_retired{id("101")});
  EXPECT_EQ(room_item_of(played, 0).room, "102");
}

TEST(RoomBoard, ShowsWhatIsOutOfOrderUntilItIsOver) {
  played_views played = two_rooms();
  EXPECT_FALSE(room_item_of(played, 0).out_of_order.has_value());
  played.play(
      room_taken_out_of_order{id("101"), day("2026-12-02"), day("2026-12-04"), words("paint")});
  ASSERT_TRUE(room_item_of(played, 0).out_of_order.has_value());
  EXPECT_EQ(room_item_of(played, 0).status, room_status::clean);
  EXPECT_EQ(room_item_of(played, 0).out_of_order->at(0).reason, "paint");
  played.at("2026-12-04T00:00:00Z").play(room_status_set{id("102"), room_status::dirty});
  EXPECT_FALSE(room_item_of(played, 0).out_of_order.has_value());
}

TEST(RetiredRooms, StillNameTheStaysThatWereInThem) {
  played_views played = two_rooms();
  played.play(booked("r-1", "double", "2026-12-01", "2026-12-02")).play(assigned("r-1", "101"));
  played.play(checked_in("r-1", "101", "double", 10000)).play(checked_out("r-1", "101"));
  played.play(room_retired{id("101")});
  EXPECT_EQ(played.views().ask(views::get_reservation{id("grand"), id("r-1")})->room, "101");
}

}  // namespace
}  // namespace jumak::hotel::testing
