#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "tests/domain/views/played_views.hpp"

namespace jumak::hotel::testing {
namespace {

played_views with_bookings() {
  played_views played;
  played.play(small_hotel());
  played.play(booked("b", "double", "2026-12-01", "2026-12-03"));
  played.play(booked("a", "suite", "2026-12-01", "2026-12-02"));
  played.play(booked("c", "double", "2026-12-02", "2026-12-03"));
  return played;
}

views::list_arrivals arrivals(std::string_view on) { return {id("grand"), day(on), {}, {}}; }
views::list_departures departures(std::string_view on) { return {id("grand"), day(on), {}, {}}; }
views::list_in_house in_house() { return {id("grand"), {}, {}}; }
views::get_room_board board() { return {id("grand"), {}, {}}; }

TEST(ListArrivals, ListsTheConfirmedOfTheDay) {
  played_views played = with_bookings();
  played.play_guest("g-1", registered("Kim")).play(assigned("a", "201")).play(paid("a", 100));
  EXPECT_EQ(played.ask(arrivals("2026-12-01")),
            R"([{reservation:"a",status:confirmed,guest:{name:"g-1",full_name:"Kim"},)"
            R"(room_type:"suite",room:"201",room_ready:true,arrival:2026-12-01,)"
            R"(departure:2026-12-02,balance:-100},)"
            R"({reservation:"b",status:confirmed,guest:{name:"g-1",full_name:"Kim"},)"
            R"(room_type:"double",room_ready:false,arrival:2026-12-01,)"
            R"(departure:2026-12-03,balance:0}])");
  played.play(reservation_cancelled{id("a"), words("ill")});
  played.play(reservation_marked_no_show{id("b")});
  EXPECT_EQ(played.ask(arrivals("2026-12-01")), "[]");
  EXPECT_EQ(played.ask(arrivals("2027-12-01")), "[]");
}

TEST(ListArrivals, RoomIsReadyWhenCleanAndEmpty) {
  played_views played = with_bookings();
  const auto ready = [&] {
    return played.views().ask(arrivals("2026-12-02"))->items[0].room_ready;
  };
  played.play(assigned("c", "101"));
  EXPECT_TRUE(ready());
  played.play(room_status_set{id("101"), room_status::dirty});
  EXPECT_FALSE(ready());
  played.play(room_status_set{id("101"), room_status::inspected});
  EXPECT_TRUE(ready());
  played.play(assigned("b", "101")).play(checked_in("b", "101", "double", 20000));
  EXPECT_FALSE(ready()) << "somebody is in it";
  played.play(checked_out("b", "101", {}, 20000));
  EXPECT_FALSE(ready()) << "nobody has cleaned it";
}

TEST(ListDepartures, ListsThoseInHouse) {
  played_views played = with_bookings();
  EXPECT_EQ(played.ask(departures("2026-12-03")), "[]");
  played.play(assigned("b", "101")).play(checked_in("b", "101", "double", 20000));
  EXPECT_EQ(played.ask(departures("2026-12-03")),
            R"([{reservation:"b",status:in_house,guest:{name:"g-1"},room_type:"double",)"
            R"(room:"101",room_ready:true,arrival:2026-12-01,departure:2026-12-03,)"
            R"(balance:20000}])");
  EXPECT_EQ(played.ask(in_house()), played.ask(departures("2026-12-03")));
  EXPECT_EQ(played.ask(arrivals("2026-12-01")).find("\"b\""), std::string::npos);
  played.play(checked_out("b", "101", {}, 20000));
  EXPECT_EQ(played.ask(departures("2026-12-03")), "[]");
  EXPECT_EQ(played.ask(in_house()), "[]");
}

TEST(GetRoomBoard, ShowsWhoIsInAndWhoComes) {
  played_views played = with_bookings();
  EXPECT_EQ(played.ask(board()), R"([{room:"101",room_type:"double",status:clean},)"
                                 R"({room:"201",room_type:"suite",status:clean}])");
  played.play(assigned("c", "101")).play(assigned("b", "101"));
  EXPECT_EQ(played.views().ask(board())->items[0].next_arrival->reservation, "b");
  played.play(checked_in("b", "101", "double", 20000));
  played.play(room_status_set{id("201"), room_status::dirty});
  EXPECT_EQ(played.ask(board()), R"([{room:"101",room_type:"double",status:clean,occupied_by:"b",)"
                                 R"(next_arrival:{reservation:"c",arrival:2026-12-02}},)"
                                 R"({room:"201",room_type:"suite",status:dirty}])");
  played.play(assigned("c", "201")).play(checked_out("b", "101", {}, 20000));
  EXPECT_EQ(played.ask(board()), R"([{room:"101",room_type:"double",status:dirty},)"
                                 R"({room:"201",room_type:"suite",status:dirty,)"
                                 R"(next_arrival:{reservation:"c",arrival:2026-12-02}}])");
  played.play(room_unassigned{id("c")});
  EXPECT_FALSE(played.views().ask(board())->items[1].next_arrival.has_value());
}

TEST(DeskLists, RefuseAHotelThatIsNotThere) {
  played_views played = with_bookings();
  EXPECT_EQ(played.ask(views::get_room_board{id("x"), {}, {}}), "not_found: hotel x is not there");
  EXPECT_EQ(played.ask(views::list_in_house{id("x"), {}, {}}), "not_found: hotel x is not there");
}

TEST(DeskLists, RefuseAForeignCursor) {
  played_views played = with_bookings();
  views::list_in_house query = in_house();
  query.cursor = "00";
  EXPECT_EQ(played.views().ask(query).error().code, errc::malformed);
}

TEST(GetRoomBoard, IsPaged) {
  played_views played = with_bookings();
  views::get_room_board query = board();
  query.limit = page_limit::from_integer(1);
  const auto first = played.views().ask(query);
  ASSERT_TRUE(first->next.has_value());
  query.cursor = first->next;
  const auto last = played.views().ask(query);
  EXPECT_EQ(last->items[0].room, "201");
  EXPECT_FALSE(last->next.has_value());
}

/// Pages through the arrivals while others book and cancel in between.
RC_GTEST_PROP(DeskListsProperty, PagesShowEachOnceWhateverIsWritten,
              (const std::vector<bool>& stays, const std::vector<std::uint8_t>& writes)) {
  played_views played;
  played.play(small_hotel());
  const auto reservation_at = [](std::size_t number) {
    return "r-" + std::to_string(1000 + number);
  };
  for (std::size_t number = 0; number < stays.size(); ++number) {
    played.play(booked(reservation_at(number), "double", "2026-12-01", "2026-12-02"));
  }
  std::multiset<std::string> shown;
  std::set<std::string> gone;
  views::list_arrivals query = arrivals("2026-12-01");
  query.limit = page_limit::from_integer(3);
  for (std::size_t turn = 0;; ++turn) {
    const auto page = played.views().ask(query);
    RC_ASSERT(page.has_value());
    for (const auto& item : page->items) {
      shown.insert(item.reservation);
    }
    if (!page->next) {
      break;
    }
    query.cursor = page->next;
    if (turn < writes.size()) {
      played.play(booked("r-1" + std::to_string(writes[turn]) + "x" + std::to_string(turn),
                         "double", "2026-12-01", "2026-12-02"));
      const std::size_t victim = writes[turn] % stays.size();
      if (!stays[victim] && gone.insert(reservation_at(victim)).second) {
        played.play(reservation_cancelled{id(reservation_at(victim)), words("ill")});
      }
    }
  }
  for (std::size_t number = 0; number < stays.size(); ++number) {
    const std::string reservation = reservation_at(number);
    RC_ASSERT(gone.contains(reservation) || shown.count(reservation) == 1);
  }
  for (const std::string& reservation : shown) {
    RC_ASSERT(shown.count(reservation) == 1);
  }
}

}  // namespace
}  // namespace jumak::hotel::testing
