#include <gtest/gtest.h>

#include "tests/domain/views/played_views.hpp"

namespace jumak::hotel::testing {
namespace {

/// It is noon in UTC: holds are due at 12:10.
played_views with_hold() {
  played_views played;
  played.at("2026-12-01T12:00:00Z").play(small_hotel());
  played.play(held("h", "double", "2026-12-02", "2026-12-04"));
  return played;
}

views::list_holds holds() { return {id("grand"), {}, {}}; }

views::calendar_night night_of(const played_views& played, std::string_view night) {
  const auto answer = played.views().ask(views::get_calendar{
      id("grand"), id("double"), day(night), day(night).plus_days(1), {}, {}});
  return answer->items.at(0);
}

views::reservation_picture picture_of(const played_views& played) {
  return played.views().ask(views::get_reservation{id("grand"), id("h")}).value();
}

std::int64_t made(const played_views& played) {
  return played.views()
      .ask(views::get_statistics{id("grand"), day("2026-12-01"), day("2026-12-10"), {}})
      ->made;
}

TEST(Holds, AreListedUntilWhen) {
  EXPECT_EQ(with_hold().ask(holds()),
            R"([{reservation:"h",room_type:"double",arrival:2026-12-02,departure:2026-12-04,)"
            R"(expires_at:2026-12-01T12:10}])");
}

TEST(Holds, TakeTheirNights) {
  const played_views played = with_hold();
  EXPECT_EQ(night_of(played, "2026-12-02").held, 1);
  EXPECT_EQ(night_of(played, "2026-12-03").free, 0);
  EXPECT_EQ(night_of(played, "2026-12-04").free, 1);
  views::search_availability search;
  search.arrival = day("2026-12-03");
  search.departure = day("2026-12-05");
  search.guests = views::guests_sought::from_integer(2).value();
  search.hotel = id("grand");
  search.room_type = id("double");
  EXPECT_EQ(played.ask(search), "[]");
}

TEST(Holds, ShowInTheReservation) {
  const auto picture = picture_of(with_hold());
  EXPECT_EQ(picture.status, views::reservation_status::held);
  EXPECT_EQ(picture.expires_at, moment("2026-12-01T12:10:00Z"));
  EXPECT_EQ(picture.nights.size(), 2U);
}

TEST(Holds, KeepTheirNightsWhenConfirmed) {
  played_views played = with_hold();
  EXPECT_EQ(made(played), 0);
  played.play(booked("h", "double", "2026-12-02", "2026-12-04"));
  EXPECT_EQ(made(played), 1);
  EXPECT_EQ(played.ask(holds()), "[]");
  EXPECT_EQ(night_of(played, "2026-12-02").held, 0);
  EXPECT_EQ(night_of(played, "2026-12-02").confirmed, 1);
  const auto picture = picture_of(played);
  EXPECT_EQ(picture.status, views::reservation_status::confirmed);
  EXPECT_FALSE(picture.expires_at.has_value());
  ASSERT_EQ(picture.history.size(), 2U);
  EXPECT_EQ(picture.history[0].type, "HoldPlaced");
  EXPECT_EQ(picture.history[1].type, "ReservationMade");
  const auto arrivals =
      played.views().ask(views::list_arrivals{id("grand"), day("2026-12-02"), {}, {}});
  EXPECT_EQ(arrivals->items.size(), 1U);
}

TEST(Holds, GiveTheirNightsBackWhenReleasedOrExpired) {
  for (const event& end : {event(hold_released{id("h")}), event(hold_expired{id("h")})}) {
    played_views played = with_hold();
    played.play(end);
    EXPECT_EQ(played.ask(holds()), "[]");
    EXPECT_EQ(night_of(played, "2026-12-02").held, 0);
    EXPECT_EQ(night_of(played, "2026-12-02").free, 1);
    EXPECT_EQ(made(played), 0);
    const bool released = std::holds_alternative<hold_released>(end);
    EXPECT_EQ(picture_of(played).status, released ? views::reservation_status::released
                                                  : views::reservation_status::expired);
  }
}

TEST(Holds, MoveWithTheirStay) {
  played_views played = with_hold();
  played.play(changed("h", "suite", "2026-12-05", "2026-12-06"));
  EXPECT_EQ(night_of(played, "2026-12-02").held, 0);
  EXPECT_EQ(played.ask(holds()),
            R"([{reservation:"h",room_type:"suite",arrival:2026-12-05,departure:2026-12-06,)"
            R"(expires_at:2026-12-01T12:10}])");
}

TEST(Holds, ArePagedByReservation) {
  played_views played = with_hold();
  played.play(held("a", "suite", "2026-12-02", "2026-12-04"));
  views::list_holds query = holds();
  query.limit = page_limit::from_integer(1);
  const auto first = played.views().ask(query);
  EXPECT_EQ(first->items.at(0).reservation, "a");
  query.cursor = first->next;
  const auto last = played.views().ask(query);
  EXPECT_EQ(last->items.at(0).reservation, "h");
  EXPECT_FALSE(last->next.has_value());
  query.cursor = "00";
  EXPECT_EQ(played.views().ask(query).error().code, errc::malformed);
  query.hotel = id("x");
  EXPECT_EQ(played.ask(query), "not_found: hotel x is not there");
}

TEST(StayChanges, MoveAConfirmedStay) {
  played_views played;
  played.play(small_hotel()).play(booked("h", "double", "2026-12-02", "2026-12-04"));
  played.play(assigned("h", "101")).play(changed("h", "double", "2026-12-03", "2026-12-05", 500));
  const auto arrivals = [&](std::string_view on) {
    return played.views().ask(views::list_arrivals{id("grand"), day(on), {}, {}})->items.size();
  };
  EXPECT_EQ(arrivals("2026-12-02"), 0U);
  EXPECT_EQ(arrivals("2026-12-03"), 1U);
  EXPECT_EQ(night_of(played, "2026-12-02").confirmed, 0);
  EXPECT_EQ(night_of(played, "2026-12-04").confirmed, 1);
  const auto board = played.views().ask(views::get_room_board{id("grand"), {}, {}});
  EXPECT_EQ(board->items.at(0).next_arrival->arrival, day("2026-12-03"));
  EXPECT_EQ(picture_of(played).nights.at(1), (night_rate{day("2026-12-04"), cents(500)}));
  EXPECT_EQ(picture_of(played).charged, 0);
}

/// In house for two nights at 10000, then until `departure`, added nights at 700.
played_views stayed_until(std::string_view departure) {
  played_views played;
  played.play(small_hotel()).play(booked("h", "double", "2026-12-01", "2026-12-03"));
  played.play(assigned("h", "101")).play(checked_in("h", "101", "double", 20000));
  stay_changed change = changed("h", "double", "2026-12-01", departure);
  for (std::size_t night = 2; night < change.nights.size(); ++night) {
    change.nights[night].rate = cents(700);
  }
  played.play(change);
  return played;
}

views::statistics_answer figures(const played_views& played) {
  return played.views()
      .ask(views::get_statistics{id("grand"), day("2026-12-01"), day("2026-12-10"), {}})
      .value();
}

TEST(StayChanges, ChargeAddedNightsOfAGuestInHouse) {
  const played_views played = stayed_until("2026-12-05");
  EXPECT_EQ(picture_of(played).charged, 21400);
  EXPECT_EQ(night_of(played, "2026-12-04").in_house, 1);
  EXPECT_EQ(figures(played).room_nights_sold, 4);
  EXPECT_EQ(figures(played).room_revenue, 21400);
  const auto leaving =
      played.views().ask(views::list_departures{id("grand"), day("2026-12-05"), {}, {}});
  EXPECT_EQ(leaving->items.size(), 1U);
}

TEST(StayChanges, KeepNightsGivenBackCharged) {
  const played_views played = stayed_until("2026-12-02");
  EXPECT_EQ(picture_of(played).charged, 20000);
  EXPECT_EQ(night_of(played, "2026-12-02").free, 1);
  EXPECT_EQ(figures(played).room_nights_sold, 1);
  EXPECT_EQ(figures(played).room_revenue, 20000);
}

}  // namespace
}  // namespace jumak::hotel::testing
