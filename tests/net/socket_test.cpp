#include "net/socket.hpp"

#include <gtest/gtest.h>
#include <zmq.h>

#include <cerrno>

namespace jumak::net {
namespace {

TEST(Socket, SendsAndReceivesFramesWithoutBlocking) {
  context messaging;
  socket left(messaging, ZMQ_PAIR);
  socket right(messaging, ZMQ_PAIR);
  const auto address = left.bind("test", "inproc://pair");
  ASSERT_TRUE(address);
  ASSERT_TRUE(right.connect("test", *address));
  frame got;
  EXPECT_EQ(right.receive(got), EAGAIN);
  frame first("a");
  frame second("b");
  EXPECT_EQ(left.send(first, true), 0);
  EXPECT_EQ(left.send(second, false), 0);
  ASSERT_EQ(right.receive(got), 0);
  EXPECT_TRUE(has_more(got));
  ASSERT_EQ(right.receive(got), 0);
  EXPECT_FALSE(has_more(got));
  EXPECT_EQ(got.text(), "b");
  EXPECT_EQ(descriptor_of(got), -1) << "no connection, no descriptor";
}

TEST(Socket, SaysTheAddressInFull) {
  context messaging;
  socket one(messaging, ZMQ_ROUTER);
  const auto address = one.bind("test", "tcp://127.0.0.1:0");
  ASSERT_TRUE(address);
  EXPECT_TRUE(address->starts_with("tcp://127.0.0.1:"));
  EXPECT_FALSE(address->ends_with(":0"));
}

TEST(Socket, MayBeClosedEarlyAndTwice) {
  context messaging;
  socket one(messaging, ZMQ_PAIR);
  one.close(std::chrono::milliseconds(0));
  one.close(std::chrono::milliseconds(0));
}

}  // namespace
}  // namespace jumak::net
