#include "domain/hotel/rate_plan.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

namespace jumak::hotel {
namespace {

constexpr int nights = 40;

date on_day(int number) { return date().plus_days(20000 + number); }
rate_span span(int from, int to, int rate) {
  return {on_day(from), on_day(to), money::from_integer(rate).value()};
}

TEST(RatePlan, JoinsNeighboursOfOneRate) {
  rate_plan plan;
  plan.set(span(0, 5, 100));
  plan.set(span(5, 9, 100));
  plan.set(span(-2, 0, 100));
  EXPECT_EQ(plan.spans(), std::vector{span(-2, 9, 100)});
}

TEST(RatePlan, LetsTheLaterRateWin) {
  rate_plan plan;
  plan.set(span(0, 9, 100));
  plan.set(span(3, 5, 200));
  EXPECT_EQ(plan.spans(), (std::vector{span(0, 3, 100), span(3, 5, 200), span(5, 9, 100)}));
}

struct change {
  int from = 0;
  int to = 0;
  int rate = 0;
};

RC_GTEST_PROP(RatePlanProperty, HoldsEachNightAsAnArrayDoes, ()) {
  const auto changes = *rc::gen::container<std::vector<change>>(
      rc::gen::build<change>(rc::gen::set(&change::from, rc::gen::inRange(0, nights)),
                             rc::gen::set(&change::to, rc::gen::inRange(0, nights)),
                             rc::gen::set(&change::rate, rc::gen::inRange(1, 4))));
  rate_plan plan;
  std::array<int, nights> model{};  // 0: none set
  for (const change& each : changes) {
    const bool is_equal =
        std::all_of(model.begin() + each.from, model.begin() + std::max(each.from, each.to),
                    [&](int set) { return (set == 0 ? 2 : set) == each.rate; });
    if (each.from < each.to) {
      const money base = money::from_integer(2).value();
      RC_ASSERT(plan.is_everywhere(span(each.from, each.to, each.rate), base) == is_equal);
    }
    plan.set(span(each.from, each.to, each.rate));
    std::fill(model.begin() + each.from, model.begin() + std::max(each.from, each.to), each.rate);
  }
  for (int night = 0; night < nights; ++night) {
    const auto rate = plan.on(on_day(night));
    RC_ASSERT(rate.value_or(money()).integer() == model[static_cast<std::size_t>(night)]);
  }
  for (std::size_t index = 1; index < plan.spans().size(); ++index) {
    const rate_span& before = plan.spans()[index - 1];
    const rate_span& after = plan.spans()[index];
    RC_ASSERT(before.to < after.from || (before.to == after.from && before.rate != after.rate));
  }
}

}  // namespace
}  // namespace jumak::hotel
