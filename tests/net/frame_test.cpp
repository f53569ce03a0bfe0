#include "net/frame.hpp"

#include <gtest/gtest.h>
#include <string>

namespace jumak::net {
namespace {

TEST(Frame, HoldsACopyOfItsBytes) {
  std::string bytes = "hello";
  const frame one{std::string_view(bytes)};
  bytes[0] = 'j';
  EXPECT_EQ(one.text(), "hello");
  EXPECT_EQ(frame().size(), 0U);
}

TEST(Frame, MovesWithoutMovingItsBytes) {
  frame one(std::string(1000, 'x'));
  const char* place = one.text().data();
  frame other(std::move(one));
  EXPECT_EQ(other.text().data(), place);
  one = std::move(other);
  EXPECT_EQ(one.text().data(), place);
  EXPECT_EQ(one.size(), 1000U);
}

TEST(Frame, SharesBytesAndKeepsThemAlive) {
  auto bytes = std::make_shared<const std::string>(1000, 'x');
  const std::weak_ptr<const std::string> watched = bytes;
  {
    const frame one(bytes);
    EXPECT_EQ(one.text().data(), bytes->data());
    bytes.reset();
    EXPECT_FALSE(watched.expired());
  }
  EXPECT_TRUE(watched.expired());
}

}  // namespace
}  // namespace jumak::net
