#include "net/context.hpp"

#include <gtest/gtest.h>

namespace jumak::net {
namespace {

TEST(Context, LivesAndEndsWithoutASocket) {
  const context messaging;
  EXPECT_NE(messaging.handle(), nullptr);
}

}  // namespace
}  // namespace jumak::net
