#include "storage/index/due_id.hpp"

#include <gtest/gtest.h>

namespace jumak::storage {
namespace {

TEST(DueId, TellsItsStream) {
  EXPECT_EQ(due_id("lamp/a", "", version(7)), "$due/lamp/a/7");
  EXPECT_EQ(due_id("lamp/a", "wick/left", version(12)), "$due/lamp/a/wick/left/12");
  EXPECT_EQ(stream_of_due_id("$due/lamp/a/7", "lamp/a"), "");
  EXPECT_EQ(stream_of_due_id("$due/lamp/a/wick/left/12", "lamp/a"), "wick/left");
  EXPECT_EQ(stream_of_due_id("$due/lamp/ab/7", "lamp/a"), std::nullopt);
  EXPECT_EQ(stream_of_due_id("$due/lamp/a", "lamp/a"), std::nullopt);
  EXPECT_EQ(stream_of_due_id("due/lamp/a/7", "lamp/a"), std::nullopt);
}

TEST(DueId, NoClientCanSendOne) {
  EXPECT_TRUE(is_due_id(due_id("lamp/a", "", version(7))));
  EXPECT_FALSE(is_due_id("due-1"));
  EXPECT_FALSE(is_due_id(""));
}

}  // namespace
}  // namespace jumak::storage
