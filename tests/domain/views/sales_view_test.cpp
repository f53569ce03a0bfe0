#include "domain/views/sales_view.hpp"

#include <gtest/gtest.h>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

constexpr views::hotel_number here{2};
constexpr views::reservation_number first{0};

TEST(SalesView, HasNoRowsForWhatUsesNone) {
  const views::sales_view view;
  EXPECT_TRUE(view.plans_of(here).empty());
  EXPECT_TRUE(view.audits_of(here).empty());
  EXPECT_EQ(view.agreed_for(first), nullptr);
  EXPECT_EQ(view.deposit_for(first), nullptr);
}

TEST(SalesView, KeepsTheTermsAgreedThoughThePlanChanges) {
  views::sales_view view;
  rate_plan_defined plan;
  plan.rate_plan = id("saver");
  plan.title = words("Saver");
  plan.percent = rate_percent::from_integer(90).value();
  view.apply(here, plan);
  rate_terms_agreed agreed;
  agreed.rate_plan = plan.rate_plan;
  agreed.percent = plan.percent;
  view.apply(first, agreed);
  plan.percent = rate_percent::from_integer(70).value();
  view.apply(here, plan);
  EXPECT_EQ(view.plans_of(here).at("saver").terms.percent.integer(), 70);
  EXPECT_EQ(view.agreed_for(first)->terms.percent.integer(), 90);
}

TEST(SalesView, TheLastDepositAskedForCounts) {
  views::sales_view view;
  view.apply(first, deposit_requested{id("r-1"), cents(5), day("2026-12-24")});
  view.apply(first, deposit_requested{id("r-1"), cents(7), day("2026-12-25")});
  EXPECT_EQ(view.deposit_for(first)->amount, 7);
  EXPECT_EQ(view.deposit_for(first)->due, day("2026-12-25"));
}

}  // namespace
}  // namespace jumak::hotel::testing
