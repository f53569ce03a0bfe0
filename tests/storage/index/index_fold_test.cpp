#include "storage/index/index_fold.hpp"

#include <gtest/gtest.h>

#include "storage/log/memory_log.hpp"
#include "tests/storage/log/commit_maker.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

class IndexFold : public ::testing::Test {
 protected:
  IndexFold()
      : store_(run_store::open({.folder = folder_.path() / "index", .on_note = {}}).value()) {
    log_head head = log_.head();
    (void)log_.append(make_commits(head, 100, 1));
    commits_ = log_.read(first_key, 1 << 30).value();
  }
  commit_view commit(std::size_t index) { return commit_view::parse(commits_[index]).value(); }

  temporary_folder folder_;
  memory_log log_;
  std::vector<std::string> commits_;
  std::unique_ptr<run_store> store_;
};

TEST_F(IndexFold, WritesARunWhenEnoughRecordsWereCollected) {
  index_fold fold(*store_, {.run_records = 40});
  std::size_t runs = 0;
  for (std::size_t index = 0; index < commits_.size(); ++index) {
    const std::size_t before = fold.collected();
    const auto folded = fold.add(commit(index)).value();
    if (!folded) continue;
    ++runs;
    EXPECT_GE(before + commit(index).header().record_count, 40U);
    EXPECT_EQ(*folded, checkpoint_at(commit(index)));
    EXPECT_EQ(store_->last_checkpoint(), folded);
    EXPECT_EQ(fold.collected(), 0U);
  }
  EXPECT_GE(runs, 3U);
  EXPECT_EQ(store_->runs(), runs);
}

TEST_F(IndexFold, GoesOnWhereTheRunsEnd) {
  index_fold first(*store_);
  for (std::size_t index = 0; index < 30; ++index) ASSERT_TRUE(first.add(commit(index)));
  ASSERT_TRUE(first.force().value());
  for (std::size_t index = 30; index < 60; ++index) ASSERT_TRUE(first.add(commit(index)));
  index_fold second(*store_);
  EXPECT_EQ(second.next(), commit(30).key());
  EXPECT_TRUE(second.add(commit(30)));
}

TEST_F(IndexFold, RefusesWhatDoesNotComeNext) {
  index_fold fold(*store_);
  ASSERT_TRUE(fold.add(commit(0)));
  ASSERT_TRUE(fold.add(commit(1)));
  EXPECT_EQ(fold.add(commit(1)).error().code, errc::corrupt);
  EXPECT_EQ(fold.add(commit(3)).error().code, errc::corrupt);
  memory_log other(2);
  log_head head = other.head();
  (void)other.append(make_commits(head, 10, 1));
  const auto foreign = other.read(first_key, 1 << 30).value();
  EXPECT_EQ(fold.add(commit_view::parse(foreign[2]).value()).error().code, errc::corrupt);
  EXPECT_TRUE(fold.add(commit(2)));
}

TEST_F(IndexFold, RefusesADamagedCommitWhole) {
  record_view record;
  record.aggregate = "hotel/h";
  record.id = "c";
  std::string payload;
  encode_record(payload, record);
  log_head head;
  const std::string bytes = seal_commit(head, payload, 2, 0);
  index_fold fold(*store_);
  EXPECT_EQ(fold.add(commit_view::parse(bytes).value()).error().code, errc::corrupt);
  EXPECT_EQ(fold.collected(), 0U);
}

TEST_F(IndexFold, WritesNothingByItselfWhilePaused) {
  index_fold fold(*store_, {.run_records = 1, .paused = true});
  for (std::size_t index = 0; index < commits_.size(); ++index) {
    EXPECT_EQ(fold.add(commit(index)).value(), std::nullopt);
  }
  EXPECT_EQ(store_->runs(), 0U);
  EXPECT_EQ(fold.force().value(), checkpoint_at(commit(commits_.size() - 1)));
  EXPECT_EQ(store_->runs(), 1U);
  EXPECT_EQ(fold.force().value(), std::nullopt);
}

}  // namespace
}  // namespace jumak::storage
