#include "domain/hotel/night_counts.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace jumak::hotel {
namespace {

date on_day(int number) { return date().plus_days(20000 + number); }

TEST(NightCounts, AreZeroEverywhereAtFirst) {
  const night_counts none;
  EXPECT_EQ(none.on(date()), 0U);
  EXPECT_EQ(none.on(on_day(-999999)), 0U);
}

TEST(NightCounts, LookTheSameHoweverTheyCameAbout) {
  night_counts forth;
  night_counts back;
  for (int number = -50; number <= 50; ++number) {
    forth.add_one(on_day(number));
    back.add_one(on_day(-number));
  }
  back.add_one(on_day(400));
  back.remove_one(on_day(400));
  EXPECT_EQ(forth.trimmed().first(), back.trimmed().first());
  EXPECT_EQ(forth.trimmed().counts(), back.trimmed().counts());
  EXPECT_EQ(forth.trimmed().counts().size(), 101U);
}

RC_GTEST_PROP(NightCountsProperty, CountsAsAMapDoes,
              (const std::vector<std::pair<int, bool>>& changes)) {
  night_counts counts;
  std::map<int, std::uint32_t> model;
  for (const auto& [number, is_added] : changes) {
    const int night = number % 1000;
    if (is_added) {
      counts.add_one(on_day(night));
      ++model[night];
    } else {
      counts.remove_one(on_day(night));
      model[night] -= model[night] > 0 ? 1 : 0;
    }
  }
  const night_counts trimmed = counts.trimmed();
  for (int night = -1001; night <= 1001; ++night) {
    RC_ASSERT(counts.on(on_day(night)) == model[night]);
    RC_ASSERT(trimmed.on(on_day(night)) == model[night]);
  }
}

}  // namespace
}  // namespace jumak::hotel
