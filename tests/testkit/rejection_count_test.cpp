#include "testkit/rejection_count.hpp"

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include "testkit/given_when_then.hpp"
#include "tests/testkit/lamp.hpp"

namespace jumak::testing {
namespace {

using lamp::decider;

TEST(RejectionCount, NotesWhatAGivenWhenThenHasSeen) {
  EXPECT_FALSE(rejections_seen().has("lamp", "SwitchOn", "already_on"));
  given<decider>({lamp::switched_on{}}).when(lamp::switch_on{}).then_rejected("already_on");
  EXPECT_TRUE(rejections_seen().has("lamp", "SwitchOn", "already_on"));
}

TEST(RejectionCount, NamesThePairThatNobodyHasSeen) {
  rejections_seen().note("lamp", "SwitchOn", "already_on");
  setenv("JUMAK_COUNT_REJECTIONS", "1", 1);
  EXPECT_NONFATAL_FAILURE(every_rejection<decider>().TearDown(),
                          "no given/when/then has seen SwitchOff of a lamp refused with already_off");
  unsetenv("JUMAK_COUNT_REJECTIONS");
}

TEST(GivenWhenThen, ShowsBothSidesOfADifference) {
  EXPECT_NONFATAL_FAILURE(given<decider>({}).when(lamp::switch_on{}).then_rejected("already_on"),
                          "then wanted\n  rejected: already_on\nbut got\n  SwitchedOn {}");
  EXPECT_NONFATAL_FAILURE(given<decider>({lamp::switched_on{}}).when(lamp::switch_on{}).then({lamp::switched_on{}}),
                          "then wanted\n  SwitchedOn {}\nbut got\n  rejected: already_on");
}

TEST(GivenWhenThen, RefusesACodeThatIsNotDeclared) {
  EXPECT_NONFATAL_FAILURE(given<decider>({lamp::lamp_broken{}}).when(lamp::switch_on{}).then_rejected("broken"),
                          "a code that SwitchOn declares");
}

}  // namespace
}  // namespace jumak::testing
