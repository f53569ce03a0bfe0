#include "domain/hotel/night_set.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace jumak::hotel {
namespace {

constexpr int nights = 40;

date on_day(int number) { return date().plus_days(20000 + number); }
night_span span(int from, int to) { return {on_day(from), on_day(to)}; }

TEST(NightSet, UnitesWhatTouches) {
  night_set set;
  set.add(span(0, 3));
  set.add(span(6, 9));
  set.add(span(3, 5));
  EXPECT_EQ(set.spans(), (std::vector{span(0, 5), span(6, 9)}));
  set.add(span(4, 7));
  EXPECT_EQ(set.spans(), std::vector{span(0, 9)});
}

TEST(NightSet, ForgetsNothingBeforeTheCut) {
  night_set set;
  set.add(span(0, 3));
  set.add(span(6, 9));
  set.cut_from(on_day(8));
  EXPECT_EQ(set.spans(), (std::vector{span(0, 3), span(6, 8)}));
  set.cut_from(on_day(6));
  EXPECT_EQ(set.spans(), std::vector{span(0, 3)});
  set.cut_from(on_day(0));
  EXPECT_TRUE(set.spans().empty());
}

struct change {
  bool is_cut = false;
  int from = 0;
  int to = 0;
};

RC_GTEST_PROP(NightSetProperty, HoldsNightsAsASetDoes, ()) {
  using rc::gen::inRange;
  using rc::gen::set;
  const auto changes = *rc::gen::container<std::vector<change>>(
      rc::gen::build<change>(set(&change::is_cut), set(&change::from, inRange(0, nights)),
                             set(&change::to, inRange(0, nights))));
  night_set held;
  std::set<int> model;
  for (const change& each : changes) {
    if (each.is_cut) {
      held.cut_from(on_day(each.from));
      model.erase(model.lower_bound(each.from), model.end());
    } else {
      held.add(span(each.from, each.to));
      for (int night = each.from; night < each.to; ++night) {
        model.insert(night);
      }
    }
  }
  const int from = *inRange(0, nights);
  const int to = *inRange(0, nights);
  const auto first = model.lower_bound(from);
  const bool is_hit = first != model.end() && *first < to;
  RC_ASSERT(held.first_in(on_day(from), on_day(to)) ==
            (is_hit ? std::optional(on_day(*first)) : std::nullopt));
  for (int night = 0; night < nights; ++night) {
    RC_ASSERT(held.contains(on_day(night)) == model.contains(night));
  }
  for (std::size_t index = 1; index < held.spans().size(); ++index) {
    RC_ASSERT(held.spans()[index - 1].to < held.spans()[index].from);
  }
}

}  // namespace
}  // namespace jumak::hotel
