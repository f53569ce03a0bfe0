#include "bench/histogram.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace jumak::bench {
namespace {

std::uint64_t exact_percentile(std::vector<std::uint64_t> values, double percent) {
  std::sort(values.begin(), values.end());
  const double rank = std::ceil(percent / 100.0 * static_cast<double>(values.size()));
  return values[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

histogram recorded(const std::vector<std::uint64_t>& values) {
  histogram result;
  for (const std::uint64_t value : values) result.record(value);
  return result;
}

/// Values of every magnitude, not only of the greatest as a plain random number would be.
rc::Gen<std::vector<std::uint64_t>> any_values() {
  const auto value =
      rc::gen::map(rc::gen::pair(rc::gen::arbitrary<std::uint64_t>(), rc::gen::inRange(0, 64)),
                   [](const auto& pair) { return pair.first >> pair.second; });
  return rc::gen::nonEmpty(rc::gen::container<std::vector<std::uint64_t>>(value));
}

constexpr double percents[] = {0, 1, 50, 90, 99, 99.9, 100};

RC_GTEST_PROP(Histogram, PercentilesAreNeverBelowAndHardlyAboveTheTrueOnes, ()) {
  const auto values = *any_values();
  const histogram counted = recorded(values);
  for (const double percent : percents) {
    const std::uint64_t exact = exact_percentile(values, percent);
    const std::uint64_t told = counted.percentile(percent);
    RC_ASSERT(told >= exact);
    RC_ASSERT(static_cast<double>(told - exact) <=
              static_cast<double>(exact) * histogram::relative_error_max);
  }
}

RC_GTEST_PROP(Histogram, MergingIsRecordingAllInOne, ()) {
  const auto some = *any_values();
  const auto others = *any_values();
  histogram merged = recorded(some);
  merged.merge(recorded(others));
  auto all = some;
  all.insert(all.end(), others.begin(), others.end());
  const histogram together = recorded(all);
  RC_ASSERT(merged.count() == together.count());
  RC_ASSERT(merged.min() == together.min());
  RC_ASSERT(merged.max() == together.max());
  for (const double percent : percents)
    RC_ASSERT(merged.percentile(percent) == together.percentile(percent));
}

RC_GTEST_PROP(Histogram, PercentilesDoNotFall, ()) {
  const histogram counted = recorded(*any_values());
  for (std::size_t index = 1; index < std::size(percents); ++index)
    RC_ASSERT(counted.percentile(percents[index - 1]) <= counted.percentile(percents[index]));
}

TEST(Histogram, KnowsSmallValuesExactly) {
  histogram counted;
  for (std::uint64_t value = 0; value < 200; ++value) counted.record(value);
  EXPECT_EQ(counted.percentile(50), 99U);
  EXPECT_EQ(counted.percentile(100), 199U);
  EXPECT_EQ(counted.min(), 0U);
}

TEST(Histogram, TakesTheGreatestAndTheLeastValue) {
  histogram counted;
  counted.record(UINT64_MAX);
  counted.record(0);
  EXPECT_EQ(counted.max(), UINT64_MAX);
  EXPECT_EQ(counted.percentile(100), UINT64_MAX);
  EXPECT_EQ(counted.percentile(50), 0U);
}

TEST(Histogram, SaysZeroWhenNothingWasRecorded) {
  histogram counted;
  EXPECT_EQ(counted.percentile(99), 0U);
  EXPECT_EQ(counted.min(), 0U);
  counted.record(7);
  counted.clear();
  EXPECT_EQ(counted.count(), 0U);
  EXPECT_EQ(counted.max(), 0U);
}

}  // namespace
}  // namespace jumak::bench
