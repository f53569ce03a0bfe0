#include "net/doorbell.hpp"

#include <gtest/gtest.h>
#include <poll.h>

#include <thread>

namespace jumak::net {
namespace {

bool readable(const doorbell& bell, int wait_ms) {
  pollfd item{bell.descriptor(), POLLIN, 0};
  return ::poll(&item, 1, wait_ms) == 1;
}

TEST(Doorbell, WakesWhoWaits) {
  doorbell bell;
  bell.prepare();
  std::thread other([&] { bell.ring(); });
  EXPECT_TRUE(readable(bell, 20'000));
  other.join();
  bell.done();
  EXPECT_FALSE(readable(bell, 0));
}

TEST(Doorbell, CostsNothingWhenNobodyWaits) {
  doorbell bell;
  bell.ring();
  EXPECT_FALSE(readable(bell, 0));
  bell.prepare();
  bell.done();
  bell.ring();
  EXPECT_FALSE(readable(bell, 0));
}

TEST(Doorbell, LosesNoRing) {
  // Whatever the turn of events, work that was left before a ring is seen.
  doorbell bell;
  std::atomic<int> work{0};
  constexpr int all = 20'000;
  std::thread other([&] {
    for (int count = 0; count < all; ++count) {
      ++work;
      bell.ring();
    }
  });
  int seen = 0;
  while (seen < all) {
    bell.prepare();
    if (work == seen) {
      ASSERT_TRUE(readable(bell, 20'000)) << seen;
    }
    bell.done();
    seen = work;
  }
  other.join();
}

}  // namespace
}  // namespace jumak::net
