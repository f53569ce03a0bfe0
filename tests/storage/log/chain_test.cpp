#include "storage/log/chain.hpp"

#include <gtest/gtest.h>

#include "tests/storage/log/commit_maker.hpp"

namespace jumak::storage {
namespace {

commit_key key_of(const std::string& bytes) { return commit_view::parse(bytes).value().key(); }

class Chain : public ::testing::Test {
 protected:
  log_head start_{.log = log_id{{1, 2}}, .epoch = {}, .last_commit = {}, .last_hash = {}};
  log_head end_ = start_;
  std::vector<std::string> commits_ = make_commits(end_, 3, 1);
};

using ChainDeathTest = Chain;

TEST_F(Chain, FollowsCommitsToTheirEnd) {
  EXPECT_EQ(head_after_all(start_, commits_), end_);
  chain_check check(start_);
  for (const std::string& bytes : commits_)
    EXPECT_TRUE(check.take(key_of(bytes), bytes).has_value());
  EXPECT_EQ(check.head(), end_);
}

TEST_F(Chain, StartsAnywhereWhenNoHeadIsGiven) {
  chain_check check;
  EXPECT_TRUE(check.take(key_of(commits_[1]), commits_[1]).has_value());
  EXPECT_TRUE(check.take(key_of(commits_[2]), commits_[2]).has_value());
}

TEST_F(Chain, NoticesEachFlippedBit) {
  for (std::size_t bit = 0; bit < commits_[0].size() * 8; ++bit) {
    std::string damaged = commits_[0];
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
    chain_check check(start_);
    EXPECT_FALSE(check.take(key_of(commits_[0]), damaged).has_value()) << bit;
  }
}

TEST_F(Chain, NoticesACommitThatIsLeftOutOrStoredElsewhere) {
  chain_check check(start_);
  EXPECT_EQ(check.take(key_of(commits_[1]), commits_[1]).error().code, errc::corrupt);
  chain_check other(start_);
  EXPECT_EQ(other.take(key_of(commits_[1]), commits_[0]).error().code, errc::corrupt);
}

TEST_F(Chain, NoticesACommitOfAnotherLog) {
  log_head elsewhere = start_;
  elsewhere.log = log_id{{3, 4}};
  const std::string stray = make_commit(elsewhere);
  chain_check check(start_);
  EXPECT_EQ(check.take(key_of(stray), stray).error().code, errc::corrupt);
}

TEST_F(ChainDeathTest, ACommitThatDoesNotExtendNeverReachesTheDisk) {
  const std::vector<std::string> swapped{commits_[1], commits_[0]};
  EXPECT_DEATH(static_cast<void>(head_after_all(start_, swapped)), "extends");
}

}  // namespace
}  // namespace jumak::storage
