#include <gtest/gtest.h>

#include "tests/domain/views/played_views.hpp"

namespace jumak::hotel::testing {
namespace {

rate_plan_defined plan(std::string_view name, std::int64_t percent) {
  rate_plan_defined defined;
  defined.rate_plan = id(name);
  defined.title = words("Plan");
  defined.percent = rate_percent::from_integer(percent).value();
  defined.no_show_fee = fee{fee_kind::nights, fee_value::from_integer(1).value()};
  return defined;
}

rate_terms_agreed agreed() {
  const rate_plan_defined saver = plan("saver", 90);
  return {id("r-1"), saver.rate_plan, saver.percent, saver.notice_days, saver.cancellation_fee,
          saver.no_show_fee};
}

TEST(ListRatePlans, ListsThemByNameAsTheyAreNow) {
  played_views played;
  played.play(small_hotel()).play(plan("saver", 90)).play(plan("flex", 100));
  played.play(plan("saver", 80));
  EXPECT_EQ(played.ask(views::list_rate_plans{id("grand"), {}, {}}),
            R"([{rate_plan:"flex",title:"Plan",percent:100,notice_days:0,)"
            R"(no_show_fee:{of:nights,value:1}},{rate_plan:"saver",title:"Plan",percent:80,)"
            R"(notice_days:0,no_show_fee:{of:nights,value:1}}])");
  const auto first =
      played.views().ask(views::list_rate_plans{id("grand"), page_limit::from_integer(1), {}});
  ASSERT_TRUE(first->next.has_value());
  const auto second = played.views().ask(
      views::list_rate_plans{id("grand"), page_limit::from_integer(1), first->next});
  EXPECT_EQ(second->items.at(0).rate_plan, "saver");
  EXPECT_FALSE(second->next.has_value());
}

TEST(GetReservation, ShowsTermsAndFees) {
  played_views played;
  played.play(small_hotel()).play(plan("saver", 90));
  played.play(booked("r-1", "double", "2026-12-24", "2026-12-26", 9000)).play(agreed());
  const auto open = played.views().ask(views::get_reservation{id("grand"), id("r-1")});
  ASSERT_TRUE(open->rate_plan.has_value());
  EXPECT_EQ(open->rate_plan->name, "saver");
  EXPECT_EQ(open->version, version(2));
  played.play(fee_charged{id("r-1"), fee_reason::no_show, sum(9000)});
  played.play(reservation_marked_no_show{id("r-1")});
  const auto closed = played.views().ask(views::get_reservation{id("grand"), id("r-1")});
  EXPECT_EQ(closed->balance, 9000);
  ASSERT_EQ(closed->charges.size(), 1U);
  EXPECT_EQ(closed->charges[0].description, "no-show fee");
}

}  // namespace
}  // namespace jumak::hotel::testing
