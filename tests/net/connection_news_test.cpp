#include "net/connection_news.hpp"

#include <gtest/gtest.h>
#include <zmq.h>

#include <memory>

#include "tests/net/peer.hpp"

namespace jumak::net {
namespace {

using namespace testing;  // NOLINT: the tests' own words.

TEST(ConnectionNews, TellsOnceThatItWasMadeLostAndMadeAgain) {
  context messaging;
  socket one(messaging, ZMQ_DEALER);
  one.set(ZMQ_RECONNECT_IVL, 1);
  connection_news news(messaging, one);
  EXPECT_FALSE(news.take().made);

  auto peer = std::make_unique<socket>(messaging, ZMQ_ROUTER);
  const auto address = peer->bind("peer", "tcp://127.0.0.1:*").value();
  ASSERT_TRUE(one.connect("peer", address));
  EXPECT_TRUE(eventually([&] { return news.take().made; }));
  const auto quiet = news.take();
  EXPECT_FALSE(quiet.made || quiet.lost);

  peer.reset();
  EXPECT_TRUE(eventually([&] { return news.take().lost; }));
  peer = std::make_unique<socket>(messaging, ZMQ_ROUTER);
  ASSERT_TRUE(eventually([&] { return peer->bind("peer", address).has_value(); }));
  EXPECT_TRUE(eventually([&] { return news.take().made; }));
}

}  // namespace
}  // namespace jumak::net
