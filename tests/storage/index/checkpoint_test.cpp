#include "storage/index/checkpoint.hpp"

#include <gtest/gtest.h>

#include "storage/log/memory_log.hpp"
#include "tests/storage/log/commit_maker.hpp"

namespace jumak::storage {
namespace {

void fill(memory_log& log, std::size_t commits, std::uint64_t seed) {
  log_head head = log.head();
  ASSERT_EQ(log.append(make_commits(head, commits, seed)), append_outcome::durable);
}

checkpoint last_of(const memory_log& log) {
  const auto commits = log.read(first_key, 1 << 30);
  return checkpoint_at(*commit_view::parse(commits->back()));
}

TEST(Checkpoint, SaysWhereTheLogEnds) {
  memory_log log;
  fill(log, 10, 1);
  const checkpoint last = last_of(log);
  EXPECT_EQ(last.log, log.head().log);
  EXPECT_EQ(last.head, log.head().head());
  EXPECT_EQ(last.last_record.next(), log.head().next_record);
  EXPECT_EQ(last.chain, log.head().last_hash);
  EXPECT_EQ(key_after(last), key_after(log.head()));
}

TEST(Checkpoint, AgreesWithItsOwnLogAndWhatWasAddedSince) {
  memory_log log;
  fill(log, 10, 1);
  const checkpoint last = last_of(log);
  fill(log, 10, 2);
  EXPECT_EQ(agrees(last, log), true);
}

TEST(Checkpoint, DisagreesWithAnotherLog) {
  memory_log log(1);
  memory_log other(2);
  fill(log, 10, 1);
  fill(other, 20, 1);
  EXPECT_EQ(agrees(last_of(log), other), false);
}

TEST(Checkpoint, DisagreesWhenItLiesAhead) {
  memory_log log(1);
  memory_log shorter(1);
  fill(log, 10, 1);
  fill(shorter, 9, 1);
  EXPECT_EQ(agrees(last_of(log), shorter), false);
}

TEST(Checkpoint, DisagreesWithAnotherHistoryOfTheSameLog) {
  memory_log log(1);
  memory_log forked(1);
  fill(log, 10, 1);
  fill(forked, 30, 2);
  EXPECT_EQ(agrees(last_of(log), forked), false);
  // Also when only the chain tells: the same shape, other content before.
  checkpoint altered = last_of(log);
  altered.chain.low ^= 1;
  EXPECT_EQ(agrees(altered, log), false);
}

TEST(Checkpoint, IsReadBackAsWritten) {
  memory_log log;
  fill(log, 10, 1);
  std::string bytes;
  pack_checkpoint(bytes, last_of(log));
  EXPECT_EQ(unpack_checkpoint(bytes), last_of(log));
  EXPECT_EQ(unpack_checkpoint(bytes + "x"), std::nullopt);
  EXPECT_EQ(unpack_checkpoint(std::string_view(bytes).substr(1)), std::nullopt);
}

}  // namespace
}  // namespace jumak::storage
