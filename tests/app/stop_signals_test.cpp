#include "app/stop_signals.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>

namespace jumak::app {
namespace {

TEST(StopSignals, ASignalEndsTheWait) {
  stop_signals signals;
  EXPECT_FALSE(signals.asked());
  ASSERT_EQ(kill(getpid(), SIGTERM), 0);
  signals.wait();
  EXPECT_TRUE(signals.asked());
}

TEST(StopSignals, WakingEndsTheWaitToo) {
  stop_signals signals;
  signals.wake();
  signals.wait();
  EXPECT_TRUE(signals.asked());
}

}  // namespace
}  // namespace jumak::app
