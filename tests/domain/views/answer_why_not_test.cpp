#include <gtest/gtest.h>

#include "tests/domain/views/played_views.hpp"

namespace jumak::hotel::testing {
namespace {

views::search_availability search(bool is_explained) {
  views::search_availability query;
  query.arrival = day("2026-12-24");
  query.departure = day("2026-12-26");
  query.guests = views::guests_sought::from_integer(2).value();
  query.hotel = id("grand");
  if (is_explained) {
    query.explain = true;
  }
  return query;
}

restrictions_set no_arrival() {
  restrictions_set set;
  set.room_type = id("double");
  set.from = day("2026-12-24");
  set.to = day("2026-12-25");
  set.closed_to_arrival = true;
  set.min_stay = stay_nights::from_integer(3);
  return set;
}

std::string item(std::string_view type, std::string_view title, std::string_view rest) {
  return R"({hotel:"grand",title:"Grand Seoul",room_type:")" + std::string(type) +
         R"(",room_type_title:")" + std::string(title) + R"(",)" + std::string(rest) + "}";
}

TEST(WhyNot, WhatIsRestrictedIsNotOffered) {
  played_views played;
  played.play(small_hotel()).play(no_arrival());
  EXPECT_EQ(played.ask(search(false)),
            "[" + item("suite", "Suite", R"(free:1,price:20000,currency:"KRW")") + "]");
  restrictions_set lifted = no_arrival();
  lifted.closed_to_arrival = false;
  lifted.min_stay.reset();
  played.play(lifted);
  EXPECT_EQ(played.views().ask(search(false))->items.size(), 2U);
}

TEST(WhyNot, SaysEveryReason) {
  played_views played;
  played.play(small_hotel()).play(type_defined("attic", 1)).play(no_arrival());
  played.play(booked("r-1", "double", "2026-12-25", "2026-12-27"));
  EXPECT_EQ(
      played.ask(search(true)),
      "[" +
          item("attic", "Attic",
               R"(free:0,price:20000,currency:"KRW",why_not:[{reason:"full",on:2026-12-24},)"
               R"({reason:"too_many_guests"}])") +
          "," +
          item("double", "Double",
               R"(free:0,price:20000,currency:"KRW",why_not:[{reason:"full",on:2026-12-25},)"
               R"({reason:"closed_to_arrival",on:2026-12-24},)"
               R"({reason:"min_stay",on:2026-12-24,nights:3}])") +
          "," + item("suite", "Suite", R"(free:1,price:20000,currency:"KRW",why_not:[])") + "]");
}

}  // namespace
}  // namespace jumak::hotel::testing
