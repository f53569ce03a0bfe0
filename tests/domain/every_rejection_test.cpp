#include <gtest/gtest.h>

#include <algorithm>

#include "domain/guest/decider.hpp"
#include "domain/hotel/decider.hpp"
#include "testkit/rejection_count.hpp"

namespace jumak {
namespace {

/// At the end of the run: each refusal that the hotel declares was seen by a given/when/then.
const auto* const counted = testing::count_every_rejection<hotel::decider, guest::decider>();

template <class Decider>
void expect_declared() {
  hosting::for_each_type<typename Decider::command>([](auto identity) {
    using command = typename decltype(identity)::type;
    EXPECT_TRUE(requires { command::rejections; }) << command::type << " does not say what it may be refused with";
  });
}

TEST(EveryRejection, IsDeclaredByItsCommand) {
  ASSERT_NE(counted, nullptr);
  expect_declared<hotel::decider>();
  expect_declared<guest::decider>();
  EXPECT_TRUE(testing::declares<hotel::decider>("SetRate", "invalid_rate"));
  EXPECT_TRUE(testing::declares<hotel::decider>("SetRate", "version_conflict"));
  EXPECT_FALSE(testing::declares<hotel::decider>("SetRate", "room_in_use"));
  EXPECT_FALSE(testing::declares<hotel::decider>("NoSuchCommand", "room_in_use"));
}

}  // namespace
}  // namespace jumak
