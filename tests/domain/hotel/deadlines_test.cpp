#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using kind = deadline_change::kind;

TEST(Deadlines, AreArmedByAHoldForWhenItExpires) {
  const hold_placed hold = held("r-1", "double", "2026-12-24", "2026-12-26", 600);
  EXPECT_EQ(decider::deadline_of(hold),
            (deadline_change{kind::arm, timestamp_from_text("2026-12-01T12:10:00Z").value()}));
}

TEST(Deadlines, AreSettledByEveryEndOfAHold) {
  const std::vector<event> ends{booked("r-1", "double", "2026-12-24", "2026-12-26"),
                                hold_released{id("r-1")}, hold_expired{id("r-1")}};
  for (const event& end : ends) {
    EXPECT_EQ(decider::deadline_of(end).what, kind::settle);
  }
}

TEST(Deadlines, AreLeftAloneByEverythingElse) {
  const std::vector<event> others{the_hotel(), assigned("r-1", "101"),
                                  changed("r-1", "double", "2026-12-24", "2026-12-27")};
  for (const event& other : others) {
    EXPECT_EQ(decider::deadline_of(other).what, kind::none);
  }
}

TEST(Deadlines, ExpireTheHoldOfTheirStream) {
  const command due = decider::on_due("reservation/r-1");
  ASSERT_TRUE(std::holds_alternative<expire_hold>(due));
  EXPECT_EQ(std::get<expire_hold>(due).reservation, id("r-1"));
  EXPECT_EQ(decider::stream_of(due), "reservation/r-1");
}

}  // namespace
}  // namespace jumak::hotel::testing
