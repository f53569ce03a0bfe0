#include <gtest/gtest.h>

#include "domain/hotel/refusals.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

TEST(DeskRefusals, NameTheDays) {
  EXPECT_EQ(too_late(id("r-1"), day("2026-12-01"), day("2026-12-02")).value().message,
            "The guest of reservation r-1 was checked in on 2026-12-01; today is 2026-12-02.");
  EXPECT_EQ(out_of_turn(day("2026-12-03"), day("2026-12-02")).value().message,
            "The books of 2026-12-02 are closed before those of 2026-12-03.");
  EXPECT_EQ(invalid_due(day("2026-12-09"), day("2026-12-01"), day("2026-12-04")).value().message,
            "A deposit is due from 2026-12-01 to 2026-12-04, not on 2026-12-09.");
}

TEST(DeskRefusals, NameTheMoney) {
  EXPECT_EQ(refund_too_large(id("r-1"), cents(5), 4).value().message,
            "Of reservation r-1 at most 4 can be given back, not 5.");
  EXPECT_EQ(amount_not_positive(cents(-5)).value().message,
            "The amount must be above 0, and is -5.");
}

}  // namespace
}  // namespace jumak::hotel::testing
