#include "domain/views/get_statistics.hpp"

#include <gtest/gtest.h>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::views {
namespace {

std::string complaint(std::string_view from, std::string_view to,
                      std::optional<statistics_split> by = std::nullopt) {
  return get_statistics::check({testing::id("grand"), testing::day(from), testing::day(to), by})
      .value_or("");
}

TEST(GetStatistics, WantsDaysInOrder) {
  EXPECT_EQ(complaint("2026-01-01", "2026-01-02"), "");
  EXPECT_EQ(complaint("2026-01-01", "2026-01-01"), "expected \"to\" to be after \"from\"");
}

TEST(GetStatistics, BoundsTheItemsOfPeriodsOnly) {
  EXPECT_EQ(complaint("2010-01-01", "2020-01-01", statistics_split::day), "");
  EXPECT_NE(complaint("2010-01-01", "2021-01-01", statistics_split::day), "");
  EXPECT_EQ(complaint("1800-01-01", "2100-01-01", statistics_split::month), "");
  EXPECT_NE(complaint("1700-01-01", "2100-01-01", statistics_split::month), "");
  EXPECT_EQ(complaint("0001-01-01", "9999-12-31", statistics_split::country), "");
  EXPECT_EQ(complaint("0001-01-01", "9999-12-31"), "");
}

}  // namespace
}  // namespace jumak::hotel::views
