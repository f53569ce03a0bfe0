#include <gtest/gtest.h>

#include "domain/hotel/refusals.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

TEST(WaitlistRefusals, SayThatSomebodyWaits) {
  EXPECT_EQ(waits(id("w-1")).value().message, "Reservation w-1 is waiting.");
}

}  // namespace
}  // namespace jumak::hotel::testing
