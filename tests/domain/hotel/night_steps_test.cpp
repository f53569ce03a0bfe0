#include "domain/hotel/night_steps.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

namespace jumak::hotel {
namespace {

constexpr int nights = 40;

date on_day(int number) { return date().plus_days(20000 + number); }

TEST(NightSteps, AreZeroEverywhereAtFirst) {
  const night_steps none;
  EXPECT_EQ(none.on(date()), 0);
  EXPECT_TRUE(none.is_everywhere(on_day(0), on_day(9), 0));
  EXPECT_FALSE(none.is_everywhere(on_day(0), on_day(9), 1));
}

TEST(NightSteps, LookTheSameHoweverTheyCameAbout) {
  night_steps one;
  one.set(on_day(0), on_day(9), 2);
  night_steps other;
  other.add(on_day(5), on_day(12), 2);
  other.set(on_day(0), on_day(5), 2);
  other.add(on_day(9), on_day(12), -2);
  EXPECT_EQ(one.steps(), other.steps());
  one.set(on_day(-3), on_day(20), 0);
  EXPECT_TRUE(one.steps().empty());
}

struct change {
  bool is_set = false;
  int from = 0;
  int to = 0;
  int value = 0;
};

RC_GTEST_PROP(NightStepsProperty, HoldEachNightAsAnArrayDoes, ()) {
  using rc::gen::inRange;
  using rc::gen::set;
  const auto changes = *rc::gen::container<std::vector<change>>(rc::gen::build<change>(
      set(&change::is_set), set(&change::from, inRange(0, nights)),
      set(&change::to, inRange(0, nights)), set(&change::value, inRange(-2, 3))));
  night_steps steps;
  std::array<int, nights> model{};
  for (const change& each : changes) {
    const auto first = model.begin() + each.from;
    const auto last = model.begin() + std::max(each.from, each.to);
    RC_ASSERT(steps.is_everywhere(on_day(each.from), on_day(each.to), each.value) ==
              std::all_of(first, last, [&](int value) { return value == each.value; }));
    if (each.is_set) {
      steps.set(on_day(each.from), on_day(each.to), each.value);
      std::fill(first, last, each.value);
    } else {
      steps.add(on_day(each.from), on_day(each.to), each.value);
      std::for_each(first, last, [&](int& value) { value += each.value; });
    }
  }
  const int begin = *inRange(0, nights);
  night_steps::walk walk(steps, on_day(begin));
  for (int night = 0; night < nights; ++night) {
    RC_ASSERT(steps.on(on_day(night)) == model[static_cast<std::size_t>(night)]);
    RC_ASSERT(night < begin || walk.on(on_day(night)) == model[static_cast<std::size_t>(night)]);
  }
  std::int64_t before = 0;
  for (const night_step& step : steps.steps()) {
    RC_ASSERT(step.value != before);
    before = step.value;
  }
}

}  // namespace
}  // namespace jumak::hotel
