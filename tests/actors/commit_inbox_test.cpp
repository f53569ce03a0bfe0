#include "actors/commit_inbox.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace jumak::actors {
namespace {

flush_result_ptr result_of(std::size_t records) {
  auto result = std::make_shared<flush_result>();
  result->records.resize(records);
  return result;
}

TEST(CommitInbox, GivesResultsInOrderAndOnce) {
  commit_inbox inbox;
  const flush_result_ptr first = result_of(1);
  const flush_result_ptr second = result_of(1);
  static_cast<void>(inbox.put(first));
  static_cast<void>(inbox.put(second));
  std::vector<flush_result_ptr> taken;
  inbox.take(taken);
  EXPECT_EQ(taken, (std::vector{first, second}));
  inbox.take(taken);
  EXPECT_EQ(taken.size(), 2U);
}

TEST(CommitInbox, WakesNobodyWhoDoesNotWait) {
  commit_inbox inbox;
  EXPECT_FALSE(inbox.put(result_of(1)));
}

TEST(CommitInbox, WakesAWaitingShardOnceUntilItTakes) {
  commit_inbox inbox;
  inbox.wake_me(true);
  EXPECT_TRUE(inbox.put(result_of(1)));
  EXPECT_FALSE(inbox.put(result_of(1)));
  std::vector<flush_result_ptr> taken;
  inbox.take(taken);
  EXPECT_TRUE(inbox.put(result_of(1)));
  inbox.take(taken);
  inbox.wake_me(false);
  EXPECT_FALSE(inbox.put(result_of(1)));
}

TEST(CommitInbox, WakesASleeperBeforeItHoldsTooMuch) {
  commit_inbox by_results(inbox_limits{3, 100});
  EXPECT_FALSE(by_results.put(result_of(1)));
  EXPECT_FALSE(by_results.put(result_of(1)));
  EXPECT_TRUE(by_results.put(result_of(1)));

  commit_inbox by_records(inbox_limits{100, 10});
  EXPECT_FALSE(by_records.put(result_of(9)));
  EXPECT_TRUE(by_records.put(result_of(1)));
}

/// A shard that says it waits and then takes once more has every result, or is woken for it.
TEST(CommitInbox, NoResultIsMissedBetweenAskingAndTaking) {
  constexpr int rounds = 20'000;
  for (int round = 0; round < rounds; ++round) {
    commit_inbox inbox;
    bool woken = false;
    std::thread journal([&] { woken = inbox.put(result_of(1)); });
    std::vector<flush_result_ptr> taken;
    inbox.wake_me(true);
    inbox.take(taken);
    journal.join();
    ASSERT_TRUE(woken || taken.size() == 1) << "in round " << round;
  }
}

}  // namespace
}  // namespace jumak::actors
