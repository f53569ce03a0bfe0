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

TEST(ListNightAudits, ListsTheDaysInOrder) {
  played_views played;
  played.play(small_hotel()).play(booked("r-1", "double", "2026-12-01", "2026-12-03"));
  played.play(assigned("r-1", "101")).play(checked_in("r-1", "101", "double", 20000));
  night_audited first{day("2026-12-01"), 1, sum(10000), 0, {id("r-9")}};
  played.play(night_audited{day("2026-12-02"), 1, sum(10000), 0, {}}).play(first);
  EXPECT_EQ(played.ask(views::list_night_audits{id("grand"), {}, {}}),
            R"([{business_date:2026-12-01,room_nights:1,revenue:10000,overnights:0,)"
            R"(no_shows:["r-9"]},{business_date:2026-12-02,room_nights:1,revenue:10000,)"
            R"(overnights:0,no_shows:[]}])");
}

TEST(OvernightCharged, IsAChargeAndNotChargedAgain) {
  played_views played;
  played.play(small_hotel()).play(booked("r-1", "double", "2026-12-01", "2026-12-03"));
  played.play(assigned("r-1", "101")).play(checked_in("r-1", "101", "double", 20000));
  played.play(overnight_charged{id("r-1"), day("2026-12-03"), cents(10000)});
  played.play(changed("r-1", "double", "2026-12-01", "2026-12-05"));
  const auto seen = played.views().ask(views::get_reservation{id("grand"), id("r-1")});
  EXPECT_EQ(seen->charged, 40000);
  ASSERT_EQ(seen->charges.size(), 1U);
  EXPECT_EQ(seen->charges[0].description, "night of 2026-12-03");
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
