#include "net/commit_queue.hpp"

#include <gtest/gtest.h>

#include "tests/net/test_log.hpp"

namespace jumak::net {
namespace {

using testing::test_log;

std::vector<durable_commit> some_commits(int count) {
  test_log log;
  std::vector<durable_commit> commits;
  for (; count > 0; --count) {
    log.append();
    commits.push_back({log.bytes(log.size() - 1), log.head()});
  }
  return commits;
}

TEST(CommitQueue, GivesBackWhatWasPutInOrder) {
  commit_queue queue({});
  const auto commits = some_commits(3);
  EXPECT_TRUE(queue.empty());
  queue.put(commits);
  EXPECT_FALSE(queue.empty());
  std::vector<durable_commit> taken;
  queue.take(taken);
  ASSERT_EQ(taken.size(), 3U);
  EXPECT_EQ(taken[2].head, commits[2].head);
  EXPECT_TRUE(queue.empty());
}

TEST(CommitQueue, DropsTheOldestOverItsNumber) {
  publisher_limits limits;
  limits.commits_queued_max = 3;
  commit_queue queue(limits);
  const auto commits = some_commits(5);
  queue.put(commits);
  EXPECT_EQ(queue.dropped(), 2U);
  std::vector<durable_commit> taken;
  queue.take(taken);
  ASSERT_EQ(taken.size(), 3U);
  EXPECT_EQ(taken[0].bytes, commits[2].bytes);
}

TEST(CommitQueue, DropsTheOldestOverItsBytes) {
  const auto commits = some_commits(4);
  publisher_limits limits;
  limits.bytes_queued_max = 2 * commits[0].bytes->size();
  commit_queue queue(limits);
  queue.put(commits);
  EXPECT_EQ(queue.dropped(), 2U);
}

}  // namespace
}  // namespace jumak::net
