#include "core/commit.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jumak {
namespace {

log_head some_head() {
  log_head head;
  head.log = log_id{{0x1122334455667788, 0x99AABBCCDDEEFF00}};
  return head;
}

TEST(Commit, WhatWasSealedIsRead) {
  log_head head = some_head();
  const std::string first = seal_epoch(head, {7, log_id{{1, 2}}, position(3)});
  const log_head after_epoch = head;
  const std::string second = seal_commit(head, "payload", 2, 5);
  const auto commit = commit_view::parse(second);
  ASSERT_TRUE(commit);
  EXPECT_EQ(commit->payload(), "payload");
  EXPECT_EQ(commit->header().number, commit_number(2));
  EXPECT_EQ(commit->header().epoch, epoch_number(1));
  EXPECT_EQ(commit->header().first_position, position(1));
  EXPECT_EQ(commit->header().head(), position(5));
  EXPECT_EQ(commit->header().next_record(), record_number(3));
  EXPECT_EQ(head_after(*commit), head);
  EXPECT_TRUE(commit->extends(after_epoch));
  EXPECT_FALSE(commit->extends(head));
  EXPECT_FALSE(commit->extends(some_head()));
}

TEST(Commit, ACommitOfAnotherHistoryDoesNotExtendThisOne) {
  log_head head = some_head();
  static_cast<void>(seal_epoch(head, {1, {}, {}}));
  log_head other = head;
  static_cast<void>(seal_commit(head, "a", 1, 1));
  static_cast<void>(seal_commit(other, "b", 1, 1));
  const std::string next = seal_commit(other, "c", 1, 1);
  EXPECT_FALSE(commit_view::parse(next)->extends(head)) << "same numbers, another chain";
}

TEST(Commit, OnlyAnEpochRecordOpensAnEpoch) {
  log_head head = some_head();
  log_head later = head;
  later.epoch = epoch_number(1);
  const std::string smuggled = seal_commit(later, "a", 1, 1);
  EXPECT_FALSE(commit_view::parse(smuggled)->extends(head));
  log_head opened = head;
  const std::string epoch = seal_epoch(opened, {1, {}, {}});
  EXPECT_TRUE(commit_view::parse(epoch)->extends(head));
  log_head skipped = head;
  skipped.epoch = epoch_number(1);
  const std::string two_on = seal_epoch(skipped, {1, {}, {}});
  EXPECT_FALSE(commit_view::parse(two_on)->extends(head));
}

TEST(Commit, AnEpochRecordTellsItsOrigin) {
  log_head head = some_head();
  const std::string bytes = seal_epoch(head, {7, log_id{{1, 2}}, position(3)});
  const auto commit = commit_view::parse(bytes);
  const auto epoch = read_epoch(*commit);
  ASSERT_TRUE(epoch);
  EXPECT_EQ(epoch->random, 7U);
  EXPECT_EQ(epoch->ancestor, (log_id{{1, 2}}));
  EXPECT_EQ(epoch->ancestor_position, position(3));
  const std::string other = seal_commit(head, commit->payload(), 0, 0);
  EXPECT_EQ(read_epoch(*commit_view::parse(other)).error().code, errc::corrupt) << "of another kind";
}

TEST(Commit, OneFlippedBitAnywhereIsFound) {
  log_head head = some_head();
  const std::string good = seal_commit(head, "some payload of a commit", 1, 1);
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    std::string bad = good;
    bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << bit % 8));
    EXPECT_FALSE(commit_view::parse(bad)) << "bit " << bit;
  }
}

RC_GTEST_PROP(Commit, CutOrForeignBytesAreRefused, (const std::vector<char>& noise)) {
  RC_ASSERT(!commit_view::parse(std::string_view(noise.data(), noise.size())));
  log_head head = some_head();
  const std::string good = seal_commit(head, std::string(noise.begin(), noise.end()), 1, 1);
  const auto kept = *rc::gen::inRange<std::size_t>(0, good.size());
  const std::vector<char> cut(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(kept));
  RC_ASSERT(!commit_view::parse(std::string_view(cut.data(), cut.size())));
  RC_ASSERT(!commit_view::parse(good + 'x'));
}

TEST(Commit, ALaterFormatSaysSo) {
  log_head head = some_head();
  std::string later = seal_commit(head, "", 0, 0);
  later[4] = 2;
  EXPECT_EQ(commit_view::parse(later).error().code, errc::newer_format);
}

TEST(LogId, IsThirtyTwoDigits) { EXPECT_EQ(to_text(some_head().log), "99aabbccddeeff001122334455667788"); }

}  // namespace
}  // namespace jumak
