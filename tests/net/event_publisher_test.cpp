#include "net/event_publisher.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/net/feed_server.hpp"

namespace jumak::net {
namespace {

using namespace testing;  // NOLINT: the tests' own words.

/// A subscriber that the publisher knows of: with a fresh subscription nothing is known until something came.
struct subscriber : peer {
  subscriber(const std::string& address, const std::vector<std::string>& topics)
      : peer(zmq::socket_type::sub, address, [&](zmq::socket_t& socket) {
          for (const std::string& topic : topics) socket.set(zmq::sockopt::subscribe, topic);
        }) {}
};

bool knows_topics(feed_server& server, std::uint64_t count) {
  return eventually([&] { return server.events->statistics().topics == count; });
}

TEST(EventPublisher, SendsAnEventToWhomItsTopicMatters) {
  feed_server server;
  subscriber one(server.events_address, {"t/2"});
  subscriber all(server.events_address, {"t/"});
  ASSERT_TRUE(knows_topics(server, 2));
  server.append(2);
  EXPECT_EQ(one.receive(), (message{"t/2", "event 2"}));
  EXPECT_EQ(all.receive(), (message{"t/2", "event 2"}));
  EXPECT_EQ(all.receive(), (message{"t/3", "event 3"}));
}

TEST(EventPublisher, RendersNothingWhenNobodyWantsEvents) {
  feed_server server;
  subscriber log(server.events_address, {"$log"});
  ASSERT_TRUE(log.receive());
  server.append(3);
  ASSERT_TRUE(eventually([&] { return server.events->statistics().commits_published == 3; }));
  EXPECT_EQ(server.renderer.rendered, 0);
}

TEST(EventPublisher, StopsRenderingWhenTheLastSubscriberLeaves) {
  feed_server server;
  {
    subscriber one(server.events_address, {"t/"});
    ASSERT_TRUE(knows_topics(server, 1));
  }
  EXPECT_TRUE(knows_topics(server, 0));
}

TEST(EventPublisher, SendsEveryCommitAndWhereTheLogEnds) {
  feed_server server;
  subscriber log(server.events_address, {"$log"});
  const auto first = log.receive();
  ASSERT_TRUE(first);
  EXPECT_EQ(read_notice(first->at(1)).value(), server.head());
  server.append(2);
  std::vector<std::string> commits;
  while (commits.size() < 2) {
    const auto next = log.receive();
    ASSERT_TRUE(next);
    if (!is_log_frame(next->at(1))) commits.push_back(next->at(1));
  }
  EXPECT_EQ(commits[1], *server.pages.log.bytes(2));
}

TEST(EventPublisher, BeatsOnceASecondAndSoonAfterTheLastEventOfABurst) {
  feed_server server("fine");
  subscriber pulse(server.events_address, {"$heartbeat", "$status"});
  ASSERT_TRUE(pulse.receive());
  const auto posted = clock::now();
  server.append(1);
  while (true) {
    const auto next = pulse.receive();
    ASSERT_TRUE(next);
    if (next == message{"$heartbeat", "head 2"}) break;
  }
  // 100 ms are promised; a loaded machine gets the rest.
  EXPECT_LT(clock::now() - posted, 500ms);
  const auto quiet = clock::now();
  int beats = 0;
  int statuses = 0;
  while (beats < 2) {
    const auto next = pulse.receive();
    ASSERT_TRUE(next);
    if (next->front() == "$heartbeat") ++beats;
    if (*next == message{"$status", "fine"}) ++statuses;
  }
  EXPECT_GT(clock::now() - quiet, 900ms);
  EXPECT_LT(clock::now() - quiet, 4s);
  EXPECT_GE(statuses, 1);
}

TEST(EventPublisher, DoesNotLetAStoppedSubscriberHinderTheOthers) {
  feed_server server;
  subscriber stopped(server.events_address, {"$log"});
  subscriber good(server.events_address, {"t/"});
  ASSERT_TRUE(knows_topics(server, 1));
  for (int round = 0; round < 200; ++round) {
    server.append(20, true, 10'000);
    for (int count = 0; count < 20; ++count) ASSERT_TRUE(good.receive());
  }
  EXPECT_TRUE(eventually([&] { return server.events->statistics().events_published == 4000U; }));
}

TEST(EventPublisher, SaysWhichAddressIsTaken) {
  feed_server server;
  publisher_options options;
  options.address = server.events_address;
  const auto second = event_publisher::open(server.messaging, options);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, errc::address_in_use);
}

}  // namespace
}  // namespace jumak::net
