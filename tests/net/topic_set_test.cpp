#include "net/topic_set.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace jumak::net {
namespace {

TEST(TopicSet, IsEmptyWhileOnlyTheEnginesOwnTopicsAreWanted) {
  topic_set topics(10);
  topics.add("$log");
  topics.add("$heartbeat");
  EXPECT_TRUE(topics.empty());
  EXPECT_FALSE(topics.matches("hotel/a/Opened"));
}

TEST(TopicSet, MatchesByPrefix) {
  topic_set topics(10);
  topics.add("hotel/grand/");
  EXPECT_TRUE(topics.matches("hotel/grand/RoomsAdded"));
  EXPECT_FALSE(topics.matches("hotel/grander/RoomsAdded"));
  EXPECT_FALSE(topics.matches("hotel/"));
  EXPECT_TRUE(topics.matches_below("hotel/"));
  EXPECT_TRUE(topics.matches_below("hotel/grand/reservation/"));
  EXPECT_FALSE(topics.matches_below("guest/"));
  topics.remove("hotel/grand/");
  EXPECT_TRUE(topics.empty());
  topics.remove("hotel/grand/");
}

TEST(TopicSet, MatchesEverythingForTheEmptyPrefix) {
  topic_set topics(10);
  topics.add("");
  EXPECT_FALSE(topics.empty());
  EXPECT_TRUE(topics.matches("guest/x/GuestRegistered"));
}

TEST(TopicSet, MatchesEverythingOnceItIsFull) {
  topic_set topics(2);
  topics.add("a");
  topics.add("b");
  EXPECT_FALSE(topics.matches("c"));
  topics.add("c");
  EXPECT_EQ(topics.size(), 2U);
  EXPECT_TRUE(topics.matches("d"));
}

TEST(TopicSet, AgreesWithTryingEveryPrefix) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const auto text = [&] {
    std::string out(random() % 6, 'a');
    for (char& letter : out) letter = static_cast<char>('a' + random() % 2);
    return out;
  };
  for (int round = 0; round < 2000; ++round) {
    topic_set topics(100);
    std::vector<std::string> prefixes(random() % 8);
    for (std::string& prefix : prefixes) topics.add(prefix = text());
    const std::string topic = text();
    bool expected = false;
    for (const std::string& prefix : prefixes) expected = expected || topic.starts_with(prefix);
    ASSERT_EQ(topics.matches(topic), expected) << topic << ::testing::PrintToString(prefixes);
  }
}

}  // namespace
}  // namespace jumak::net
