#include "bench/summary.hpp"

#include <gtest/gtest.h>

#include "bench/failure.hpp"
#include "bench/report.hpp"

namespace jumak::bench {
namespace {

cell measured(subject who, std::uint64_t acknowledged) {
  cell result;
  result.who = who;
  result.row = "1x1";
  result.load.acknowledged = acknowledged;
  result.load.seconds = 1;
  result.load.latency.record(acknowledged * 1'000);
  return result;
}

TEST(Spread, KnowsMedianAndEnds) {
  EXPECT_EQ(spread::of({3, 1, 2}).median, 2);
  EXPECT_EQ(spread::of({4, 1, 2, 3}).median, 2.5);
  EXPECT_EQ(spread::of({4, 1, 2}).max, 4);
  EXPECT_EQ(spread::of({4, 1, 2}).min, 1);
  EXPECT_EQ(spread::of({}).median, 0);
}

TEST(Summary, ComparesEachRepetitionWithItsOwnBaseline) {
  // The machine became half as fast between repetitions; the ratio must not notice.
  const auto summaries = summarize({measured(subject::baseline, 100), measured(subject::jumak, 80),
                                    measured(subject::baseline, 50), measured(subject::jumak, 40)});
  ASSERT_EQ(summaries.size(), 2U);
  EXPECT_FALSE(summaries[0].to_baseline);
  ASSERT_TRUE(summaries[1].to_baseline);
  EXPECT_DOUBLE_EQ(summaries[1].to_baseline->min, 0.8);
  EXPECT_DOUBLE_EQ(summaries[1].to_baseline->max, 0.8);
  EXPECT_DOUBLE_EQ(summaries[1].per_second.median, 60);
}

TEST(Summary, ShowsOneSurpriseOfManyRepetitions) {
  auto bad = measured(subject::jumak, 80);
  bad.load.rejected = 1;
  EXPECT_TRUE(summarize({measured(subject::jumak, 80), bad}).front().surprised);
  EXPECT_FALSE(summarize({measured(subject::jumak, 80)}).front().surprised);
}

TEST(Summary, KeepsTheWorstLag) {
  auto level = measured(subject::jumak, 80);
  level.lag = view_lag{10, 0, 0, 900, true};
  auto behind = measured(subject::jumak, 80);
  behind.lag = view_lag{10, 5, 5, 100, false};
  EXPECT_FALSE(summarize({behind, level}).front().lag->caught_up);
  EXPECT_FALSE(summarize({level, behind}).front().lag->caught_up);
}

TEST(LoadShape, IsReadAsItIsWritten) {
  for (const auto* name : {"1x1", "64x16", "8x32x16"})
    EXPECT_EQ(load_shape::parse(name).name(), name);
  EXPECT_EQ(load_shape::parse("8x32x16").in_flight(), 4'096U);
}

TEST(LoadShape, RefusesWhatIsNoRow) {
  for (const auto* name : {"", "1", "1x", "x1", "1x1x", "1x1x1x1", "0x1", "1x0", "-1x1", "1x1x1025",
                           "1 x1", "1000x1000", "99999999999999999999x1"})
    EXPECT_THROW(load_shape::parse(name), failure) << name;
}

}  // namespace
}  // namespace jumak::bench
