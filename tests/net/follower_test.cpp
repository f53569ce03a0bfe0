#include "net/follower.hpp"

#include <gtest/gtest.h>

#include "tests/net/test_log.hpp"

namespace jumak::net {
namespace {

using testing::test_log;
using std::chrono_literals::operator""ms;

class Follower : public ::testing::Test {
 protected:
  /// Answers the page the follower asks for, if any. True when it asked.
  bool answer(follower& one) {
    one.tick(now);
    const auto request = one.take_request();
    if (!request) return false;
    const auto page = log.read(*request);
    std::vector<fed_commit> commits;
    for (std::size_t index = page.first; index < page.last; ++index) commits.push_back(log.commit(index));
    one.on_page(page.header, std::move(commits), now);
    return true;
  }
  void append(int count) {
    for (; count > 0; --count) log.append();
  }
  std::size_t take(follower& one) { return one.take_commits().size(); }

  test_log log;
  follower_limits limits;
  follower::time_point now{};
};

TEST_F(Follower, ReadsTheWholeLogWhenItHasNothing) {
  append(10);
  follower one({}, limits, now);
  EXPECT_FALSE(one.live());
  while (answer(one)) {
  }
  EXPECT_EQ(take(one), log.size());
  EXPECT_EQ(one.delivered(), log.head());
  EXPECT_TRUE(one.live());
}

TEST_F(Follower, GoesOnWhereItWas) {
  append(5);
  const log_head before = log.head();
  append(3);
  follower one(before, limits, now);
  answer(one);
  EXPECT_EQ(take(one), 3U);
}

TEST_F(Follower, DeliversALiveCommitThatFollows) {
  follower one(log.head(), limits, now);
  answer(one);
  append(1);
  one.on_live_commit(log.commit(1), now);
  EXPECT_EQ(take(one), 1U);
  EXPECT_TRUE(one.live());
  EXPECT_FALSE(answer(one)) << "nothing is missing";
}

TEST_F(Follower, DeliversARepeatedCommitOnce) {
  follower one(log.head(), limits, now);
  answer(one);
  append(1);
  one.on_live_commit(log.commit(1), now);
  one.on_live_commit(log.commit(1), now);
  EXPECT_EQ(take(one), 1U);
}

TEST_F(Follower, FillsAGapFromHistoryAndKeepsWhatCameAfterIt) {
  follower one(log.head(), limits, now);
  answer(one);
  append(3);
  one.on_live_commit(log.commit(3), now);
  EXPECT_EQ(take(one), 0U);
  EXPECT_EQ(one.gaps(), 1U);
  EXPECT_TRUE(answer(one));
  EXPECT_EQ(take(one), 3U);
  EXPECT_TRUE(one.live());
}

TEST_F(Follower, AsksAgainSoonWhenAPageIsLost) {
  append(3);
  follower one({}, limits, now);
  one.tick(now);
  const auto lost = one.take_request();
  ASSERT_TRUE(lost);
  one.on_unanswered(now);
  EXPECT_FALSE(answer(one)) << "not at once";
  now += limits.retry_first;
  EXPECT_TRUE(answer(one));
  EXPECT_EQ(one.delivered(), log.head());
  one.on_unanswered(now);
  EXPECT_TRUE(one.live()) << "nothing was under way";
}

TEST_F(Follower, DoubtsTheEndOfTheLogOnANewConnection) {
  follower one(log.head(), limits, now);
  answer(one);
  append(2);
  EXPECT_FALSE(answer(one));
  one.on_connected();
  EXPECT_FALSE(one.live());
  EXPECT_TRUE(answer(one));
  EXPECT_EQ(take(one), 2U);
  EXPECT_TRUE(one.live());
}

TEST_F(Follower, NoticesALostTailByTheHead) {
  follower one(log.head(), limits, now);
  answer(one);
  append(2);
  one.on_notice(log.head(), now);
  EXPECT_FALSE(one.live());
  EXPECT_TRUE(answer(one));
  EXPECT_EQ(take(one), 2U);
}

TEST_F(Follower, AsksAfterASilence) {
  follower one(log.head(), limits, now);
  answer(one);
  append(1);
  EXPECT_FALSE(answer(one));
  now += limits.silence;
  EXPECT_TRUE(answer(one));
  EXPECT_EQ(take(one), 1U);
}

TEST_F(Follower, AsksForOnePageAtATimeAndAgainWhenItDoesNotCome) {
  follower one(log.head(), limits, now);
  one.tick(now);
  const auto first = one.take_request();
  ASSERT_TRUE(first);
  now += limits.page_timeout - 1ms;
  one.tick(now);
  EXPECT_FALSE(one.take_request());
  now += 1ms;
  one.tick(now);
  EXPECT_FALSE(one.take_request()) << "it waits a little first";
  now += limits.retry_first;
  one.tick(now);
  const auto second = one.take_request();
  ASSERT_TRUE(second);
  EXPECT_NE(second->sequence, first->sequence);
}

TEST_F(Follower, IgnoresAPageThatComesTooLate) {
  append(1);
  follower one({}, limits, now);
  one.tick(now);
  auto request = *one.take_request();
  request.sequence += 1;
  one.on_page(log.read(request).header, {}, now);
  EXPECT_FALSE(one.live());
}

TEST_F(Follower, WaitsLongerAndLongerWhileHistoryIsNotAvailable) {
  follower one(log.head(), limits, now);
  auto wait = limits.retry_first;
  for (int round = 0; round < 6; ++round) {
    one.tick(now);
    const auto request = one.take_request();
    ASSERT_TRUE(request);
    one.on_page({request->sequence, page_status::unavailable, 0, {}}, {}, now);
    one.tick(now + wait - 1ms);
    EXPECT_FALSE(one.take_request());
    now += wait;
    wait = std::min(2 * wait, limits.retry_longest);
  }
}

TEST_F(Follower, DeliversNoMoreThanItHasCreditFor) {
  limits.unapplied_commits_max = 2;
  follower one(log.head(), limits, now);
  answer(one);
  append(4);
  for (std::size_t index = 1; index <= 4; ++index) one.on_live_commit(log.commit(index), now);
  EXPECT_EQ(take(one), 2U);
  EXPECT_FALSE(answer(one)) << "nothing is asked for without credit";
  one.on_applied(2, 2 * log.bytes(1)->size());
  EXPECT_EQ(take(one), 2U);
}

TEST_F(Follower, KeepsABoundedNumberOfLiveCommits) {
  limits.live_commits_max = 2;
  follower one(log.head(), limits, now);
  answer(one);
  append(6);
  for (std::size_t index = 2; index <= 6; ++index) one.on_live_commit(log.commit(index), now);
  while (answer(one)) {
  }
  EXPECT_EQ(take(one), 6U);
  EXPECT_TRUE(one.live());
}

TEST_F(Follower, SaysDivergedWhenTheLogIsAnotherOne) {
  append(1);
  follower one(log.head(), limits, now);
  log = test_log(2);
  append(5);
  answer(one);
  ASSERT_TRUE(one.diverged());
  EXPECT_EQ(take(one), 0U);
}

TEST_F(Follower, SaysDivergedWhenTheLogIsShorterThanWhatWasApplied) {
  append(5);
  follower one(log.head(), limits, now);
  log.cut_to(3);
  answer(one);
  EXPECT_TRUE(one.diverged());
}

TEST_F(Follower, SaysDivergedWhenTheLogWasPutBackAndGoesOnDifferently) {
  append(5);
  for (const std::size_t later : {1U, 2U, 5U}) {
    test_log other = log;
    follower one(log.head(), limits, now);
    other.cut_to(log.size() - 2);
    for (std::size_t count = 0; count < later; ++count) other.open();
    std::swap(log, other);
    answer(one);
    EXPECT_TRUE(one.diverged()) << later;
    std::swap(log, other);
  }
}

TEST_F(Follower, DoesNotBelieveOldNewsButAsksInTheEnd) {
  append(1);
  const log_head old = log.head();
  append(3);
  follower one(log.head(), limits, now);
  answer(one);
  one.on_notice(old, now);
  EXPECT_TRUE(one.live());
  EXPECT_FALSE(answer(one));
  log.cut_to(2);
  now += limits.silence;
  one.on_notice(log.head(), now);
  EXPECT_TRUE(answer(one));
  EXPECT_TRUE(one.diverged());
}

TEST_F(Follower, FollowsIntoANewEpoch) {
  follower one(log.head(), limits, now);
  answer(one);
  log.open();
  one.on_live_commit(log.commit(1), now);
  EXPECT_EQ(take(one), 1U);
}

TEST_F(Follower, DoesNotTakeALiveCommitOfAnotherLogForTheNext) {
  follower one(log.head(), limits, now);
  answer(one);
  test_log other(2);
  other.append();
  one.on_live_commit(other.commit(1), now);
  EXPECT_EQ(take(one), 0U);
  EXPECT_TRUE(answer(one)) << "a doubt asks";
  EXPECT_FALSE(one.diverged()) << "the log itself has not changed";
}

}  // namespace
}  // namespace jumak::net
