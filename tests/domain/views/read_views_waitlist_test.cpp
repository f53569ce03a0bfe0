#include <gtest/gtest.h>

#include "tests/domain/hotel/waitlist_samples.hpp"
#include "tests/domain/views/played_views.hpp"

namespace jumak::hotel::testing {
namespace {

waitlist_joined joined(std::string_view reservation) {
  return testing::joined(reservation, "2026-12-24", "2026-12-26");
}

std::string calendar(const played_views& played) {
  return played.ask(
      views::get_calendar{id("grand"), id("double"), day("2026-12-24"), day("2026-12-25"), {}, {}});
}

TEST(Waiting, CountsOnNoNightUntilItIsPromoted) {
  played_views played;
  played.play(small_hotel()).play(joined("w-2")).play(joined("w-1"));
  EXPECT_NE(calendar(played).find("confirmed:0"), std::string::npos);
  EXPECT_EQ(played.ask(views::list_waitlist{id("grand"), {}, {}}),
            R"([{reservation:"w-1",room_type:"double",arrival:2026-12-24,)"
            R"(departure:2026-12-26,turn:2},{reservation:"w-2",room_type:"double",)"
            R"(arrival:2026-12-24,departure:2026-12-26,turn:1}])");
  EXPECT_EQ(played.views().ask(views::get_reservation{id("grand"), id("w-1")})->status,
            views::reservation_status::waiting);
  played.play(booked("w-2", "double", "2026-12-24", "2026-12-26", 700));
  const auto made = played.views().ask(views::get_reservation{id("grand"), id("w-2")});
  EXPECT_EQ(made->status, views::reservation_status::confirmed);
  EXPECT_EQ(made->nights.at(0).rate, cents(700));
  EXPECT_NE(calendar(played).find("confirmed:1"), std::string::npos);
  played.play(waitlist_left{id("w-1"), waitlist_end::lapsed});
  EXPECT_TRUE(played.views().ask(views::list_waitlist{id("grand"), {}, {}})->items.empty());
  EXPECT_EQ(played.views()
                .ask(views::list_arrivals{id("grand"), day("2026-12-24"), {}, {}})
                ->items.size(),
            1U);
}

}  // namespace
}  // namespace jumak::hotel::testing
