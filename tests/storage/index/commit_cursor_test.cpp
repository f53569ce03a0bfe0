#include "storage/index/commit_cursor.hpp"

#include <gtest/gtest.h>

#include <random>

#include "storage/log/memory_log.hpp"
#include "tests/storage/log/commit_maker.hpp"

namespace jumak::storage {
namespace {

class CommitCursor : public ::testing::Test {
 protected:
  CommitCursor() {
    log_head head = log_.head();
    const auto commits = make_commits(head, 2'000, 1);
    (void)log_.append(commits);
    const auto all = log_.read(first_key, 1 << 30);
    for (const std::string& bytes : *all) keys_.push_back(commit_view::parse(bytes)->key());
  }

  memory_log log_;
  std::vector<commit_key> keys_;
};

TEST_F(CommitCursor, ReadsAscendingKeysNearAndFar) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    commit_cursor cursor(log_);
    for (std::size_t at = 0; at < keys_.size();
         at += random() % 4 == 0 ? random() % 60 : random() % 3) {
      const auto commit = cursor.at(keys_[at]);
      ASSERT_TRUE(commit);
      ASSERT_EQ(commit->key(), keys_[at]);
    }
  }
}

TEST_F(CommitCursor, RefusesKeysThatTheLogDoesNotHave) {
  commit_cursor cursor(log_);
  ASSERT_TRUE(cursor.at(keys_[10]));
  const commit_key wrong{keys_[11].first_position.plus(1), keys_[11].number};
  EXPECT_EQ(cursor.at(wrong).error().code, errc::corrupt);
  EXPECT_EQ(cursor.at(key_after(log_.head())).error().code, errc::corrupt);
  EXPECT_TRUE(cursor.at(keys_.back()));
  EXPECT_EQ(cursor.at(key_after(log_.head())).error().code, errc::corrupt);
}

}  // namespace
}  // namespace jumak::storage
