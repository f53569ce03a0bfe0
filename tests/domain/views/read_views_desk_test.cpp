#include <gtest/gtest.h>

#include "tests/domain/views/played_views.hpp"

namespace jumak::hotel::testing {
namespace {

/// In 101 until the 4th.
played_views with_guest() {
  played_views played;
  played.play(small_hotel()).play(booked("r-1", "double", "2026-12-01", "2026-12-04"));
  played.play(assigned("r-1", "101")).play(checked_in("r-1", "101", "double", 30000));
  return played;
}

views::calendar_night night_of(const played_views& played, std::string_view type,
                               std::string_view night) {
  return played.views()
      .ask(views::get_calendar{id("grand"), id(type), day(night), day(night).plus_days(1), {}, {}})
      ->items.at(0);
}

views::statistics_answer figures(const played_views& played) {
  return *played.views().ask(
      views::get_statistics{id("grand"), day("2026-12-01"), day("2026-12-10"), {}});
}

TEST(CheckInUndone, IsAnArrivalAgain) {
  played_views played = with_guest();
  played.play(check_in_undone{id("r-1"), id("101"), id("double"), sum(30000)});
  const auto seen = played.views().ask(views::get_reservation{id("grand"), id("r-1")});
  EXPECT_EQ(seen->status, views::reservation_status::confirmed);
  EXPECT_EQ(seen->balance, 0);
  EXPECT_EQ(seen->room, "101");
  EXPECT_EQ(played.views()
                .ask(views::list_arrivals{id("grand"), day("2026-12-01"), {}, {}})
                ->items.size(),
            1U);
  EXPECT_TRUE(played.views().ask(views::list_in_house{id("grand"), {}, {}})->items.empty());
  EXPECT_EQ(night_of(played, "double", "2026-12-02").confirmed, 1);
  EXPECT_EQ(night_of(played, "double", "2026-12-02").in_house, 0);
  EXPECT_EQ(figures(played).room_nights_sold, 0);
  EXPECT_EQ(figures(played).room_revenue, 0);
  const auto board = played.views().ask(views::get_room_board{id("grand"), {}, {}});
  EXPECT_FALSE(board->items.at(0).occupied_by.has_value());
  ASSERT_TRUE(board->items.at(0).next_arrival.has_value());
  played.play(checked_in("r-1", "101", "double", 30000));
  EXPECT_EQ(figures(played).room_nights_sold, 3);
}

TEST(GuestMoved, ShowsInEveryAnswer) {
  played_views played = with_guest();
  played.play(guest_moved{id("r-1"), id("101"), id("201"), id("suite"), day("2026-12-02"), {}});
  const auto seen = played.views().ask(views::get_reservation{id("grand"), id("r-1")});
  EXPECT_EQ(seen->room, "201");
  EXPECT_EQ(seen->room_type.name, "suite");
  EXPECT_EQ(night_of(played, "double", "2026-12-01").in_house, 1);
  EXPECT_EQ(night_of(played, "double", "2026-12-02").in_house, 0);
  EXPECT_EQ(night_of(played, "double", "2026-12-02").free, 1);
  EXPECT_EQ(night_of(played, "suite", "2026-12-01").in_house, 0);
  EXPECT_EQ(night_of(played, "suite", "2026-12-02").in_house, 1);
  const auto board = played.views().ask(views::get_room_board{id("grand"), {}, {}});
  EXPECT_FALSE(board->items.at(0).occupied_by.has_value());
  EXPECT_EQ(board->items.at(0).status, room_status::dirty);
  EXPECT_EQ(board->items.at(1).occupied_by, "r-1");
  EXPECT_EQ(figures(played).room_nights_sold, 3);
  played.play(checked_out("r-1", "201", {"2026-12-03"}));
  EXPECT_EQ(night_of(played, "suite", "2026-12-03").free, 1);
}

TEST(ReservationReinstated, IsConfirmedAgain) {
  played_views played;
  played.play(small_hotel()).play(booked("r-1", "double", "2026-12-01", "2026-12-04"));
  played.play(fee_charged{id("r-1"), fee_reason::cancellation, sum(300)});
  played.play(reservation_cancelled{id("r-1"), words("ill")});
  EXPECT_EQ(night_of(played, "double", "2026-12-01").free, 1);
  const reservation_made made = booked("r-1", "double", "2026-12-01", "2026-12-04");
  reservation_reinstated back;
  back.reservation = made.reservation;
  back.room_type = made.room_type;
  back.arrival = made.arrival;
  back.departure = made.departure;
  back.guest = made.guest;
  back.guests = made.guests;
  back.nights = made.nights;
  back.currency = made.currency;
  back.fee_returned = sum(300);
  played.play(back);
  const auto seen = played.views().ask(views::get_reservation{id("grand"), id("r-1")});
  EXPECT_EQ(seen->status, views::reservation_status::confirmed);
  EXPECT_EQ(seen->balance, 0);
  EXPECT_EQ(night_of(played, "double", "2026-12-01").free, 0);
  EXPECT_EQ(played.views()
                .ask(views::list_arrivals{id("grand"), day("2026-12-01"), {}, {}})
                ->items.size(),
            1U);
}

TEST(Deposits, AreOpenUntilPaidAndRefundsArePaymentsBack) {
  played_views played;
  played.play(small_hotel()).play(booked("r-1", "double", "2026-12-24", "2026-12-26"));
  played.play(deposit_requested{id("r-1"), cents(5000), day("2026-12-20")});
  played.play(paid("r-1", 2000));
  const auto open = played.views().ask(views::get_reservation{id("grand"), id("r-1")});
  ASSERT_TRUE(open->deposit_due.has_value());
  EXPECT_EQ(open->deposit_due->open, 3000);
  played.play(reservation_cancelled{id("r-1"), words("ill")});
  played.play(cancellation_refunded{id("r-1"), cents(1500), words("card")});
  const auto ended = played.views().ask(views::get_reservation{id("grand"), id("r-1")});
  EXPECT_EQ(ended->paid, 500);
  ASSERT_EQ(ended->payments.size(), 2U);
  EXPECT_EQ(ended->payments[1].amount, -1500);
}

}  // namespace
}  // namespace jumak::hotel::testing
