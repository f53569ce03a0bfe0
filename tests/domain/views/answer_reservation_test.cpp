#include <gtest/gtest.h>

#include "tests/domain/views/played_views.hpp"

namespace jumak::hotel::testing {
namespace {

reservation_made full_booking() {
  reservation_made made = booked("r-1", "double", "2026-12-01", "2026-12-03", 9000);
  made.guest = id("kim");
  made.guests.children = guest_count::from_integer(1).value();
  made.nights.back().rate = cents(11000);
  made.meal = words("BB");
  made.segment = words("Direct");
  made.channel = words("Web");
  made.country = words("KOR");
  made.deposit = words("No Deposit");
  made.requests = words("high floor");
  return made;
}

views::get_reservation asked(std::string_view reservation = "r-1") {
  return {id("grand"), id(reservation)};
}

TEST(GetReservation, AnswersTheWholePicture) {
  played_views played;
  played.play(small_hotel()).play_guest("kim", registered("Kim"));
  played.at("2026-11-30T01:00:00Z").by("desk").play(full_booking());
  played.by("").play(assigned("r-1", "101"));
  played.play(paid("r-1", 5000));
  played.at("2026-12-01T06:00:00Z").play(checked_in("r-1", "101", "double", 20000));
  played.play(charge_posted{id("r-1"), cents(700), words("bar")});
  EXPECT_EQ(
      played.ask(asked()),
      R"({hotel:{name:"grand",title:"Grand Seoul",city:"Seoul",currency:"KRW"},reservation:"r-1",)"
      R"(status:in_house,version:5,)"
      R"(guest:{name:"kim",full_name:"Kim",email:"Kim@example.com",phone:"+82"},)"
      R"(guests:{adults:2,children:1,infants:0},room_type:{name:"double",title:"Double"},)"
      R"(room:"101",arrival:2026-12-01,departure:2026-12-03,)"
      R"(nights:[{night:2026-12-01,rate:9000},{night:2026-12-02,rate:11000}],)"
      R"(meal:"BB",segment:"Direct",channel:"Web",country:"KOR",deposit:"No Deposit",)"
      R"(requests:"high floor",)"
      R"(charges:[{time:2026-12-01T06:00,amount:700,description:"bar"}],)"
      R"(payments:[{time:2026-11-30T01:00,amount:5000,method:"card"}],)"
      R"(charged:20700,paid:5000,balance:15700,)"
      R"(history:[{type:"ReservationMade",time:2026-11-30T01:00,actor:"desk",position:7},)"
      R"({type:"RoomAssigned",time:2026-11-30T01:00,position:8},)"
      R"({type:"PaymentPosted",time:2026-11-30T01:00,position:9},)"
      R"({type:"GuestCheckedIn",time:2026-12-01T06:00,position:10},)"
      R"({type:"ChargePosted",time:2026-12-01T06:00,position:11}]})");
}

TEST(GetReservation, LeavesOutWhatIsAbsent) {
  played_views played;
  played.play(small_hotel()).play(booked("r-1", "double", "2026-12-01", "2026-12-02"));
  EXPECT_EQ(
      played.ask(asked()),
      R"({hotel:{name:"grand",title:"Grand Seoul",city:"Seoul",currency:"KRW"},reservation:"r-1",)"
      R"(status:confirmed,version:1,guest:{name:"g-1"},guests:{adults:2,children:0,infants:0},)"
      R"(room_type:{name:"double",title:"Double"},arrival:2026-12-01,departure:2026-12-02,)"
      R"(nights:[{night:2026-12-01,rate:10000}],charges:[],payments:[],charged:0,paid:0,balance:0,)"
      R"(history:[{type:"ReservationMade",time:2026-12-01T00:00,position:6}]})");
}

TEST(GetReservation, FollowsTheGuestsName) {
  played_views played;
  played.play(small_hotel()).play(full_booking());
  EXPECT_FALSE(played.views().ask(asked())->guest.full_name.has_value());
  played.play_guest("kim", registered("Kim"));
  EXPECT_EQ(played.views().ask(asked())->guest.full_name, "Kim");
  played.play_guest("kim", renamed("Lee"));
  EXPECT_EQ(played.views().ask(asked())->guest.full_name, "Lee");
  EXPECT_EQ(played.views().ask(asked())->guest.email, "Kim@example.com");
}

TEST(GetReservation, ShowsTheTypeOccupied) {
  played_views played;
  played.play(small_hotel()).play(booked("r-1", "double", "2026-12-01", "2026-12-02"));
  played.play(assigned("r-1", "201"));
  EXPECT_EQ(played.views().ask(asked())->room_type.name, "double");
  played.play(checked_in("r-1", "201", "suite", 10000));
  EXPECT_EQ(played.views().ask(asked())->room_type.name, "suite");
  EXPECT_EQ(played.views().ask(asked())->room, "201");
}

TEST(GetReservation, KeepsClosedOnes) {
  played_views played;
  played.play(small_hotel());
  for (const std::string_view reservation : {"gone", "late", "left"}) {
    played.play(booked(reservation, "double", "2026-12-01", "2026-12-03"));
  }
  played.play(assigned("gone", "101"));
  played.play(reservation_cancelled{id("gone"), words("ill")});
  played.play(reservation_marked_no_show{id("late")});
  played.play(assigned("left", "101")).play(checked_in("left", "101", "double", 20000));
  played.play(checked_out("left", "101", {"2026-12-02"}, 20000));
  const auto gone = played.views().ask(asked("gone"));
  EXPECT_EQ(gone->status, views::reservation_status::cancelled);
  EXPECT_FALSE(gone->room.has_value());
  EXPECT_EQ(played.views().ask(asked("late"))->status, views::reservation_status::no_show);
  const auto left = played.views().ask(asked("left"));
  EXPECT_EQ(left->status, views::reservation_status::checked_out);
  EXPECT_EQ(left->room, "101");
  EXPECT_EQ(left->nights.size(), 2U) << "a night given back stays charged";
  EXPECT_EQ(left->balance, 20000);
}

TEST(GetReservation, IsNotFoundElsewhere) {
  played_views played;
  played.play(small_hotel()).play(small_hotel(), "other");
  played.play(booked("r-1", "double", "2026-12-01", "2026-12-02"));
  EXPECT_EQ(played.ask(views::get_reservation{id("other"), id("r-1")}),
            "not_found: reservation r-1 is not there");
  EXPECT_EQ(played.ask(views::get_reservation{id("nowhere"), id("r-1")}),
            "not_found: hotel nowhere is not there");
}

TEST(GetGuest, AddsUpTheirReservations) {
  played_views played;
  played.play(small_hotel());
  for (const std::string_view reservation : {"a", "b", "c"}) {
    played.play(booked(reservation, "double", "2026-12-01", "2026-12-04"));
  }
  played.play(paid("a", 30000));
  played.play(assigned("a", "101")).play(checked_in("a", "101", "double", 30000));
  played.play(checked_out("a", "101", {"2026-12-03"}));
  played.play(paid("b", 500)).play(paid("b", -500));
  played.play(reservation_cancelled{id("b"), words("ill")});
  played.play(reservation_marked_no_show{id("c")});
  EXPECT_EQ(played.ask(views::get_guest{id("g-1")}), "not_found: guest g-1 is not there")
      << "named in reservations, not registered";
  played.play_guest("g-1", registered("Kim"));
  EXPECT_EQ(played.ask(views::get_guest{id("g-1")}),
            R"({guest:"g-1",full_name:"Kim",email:"Kim@example.com",phone:"+82",stays:1,nights:2,)"
            R"(cancellations:1,no_shows:1,spend:[{currency:"KRW",amount:30000}]})");
}

}  // namespace
}  // namespace jumak::hotel::testing
