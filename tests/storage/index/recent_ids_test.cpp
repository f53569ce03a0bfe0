#include "storage/index/recent_ids.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

namespace jumak::storage {
namespace {

row_hash hash_of(std::uint64_t number) {
  number *= 0x9E3779B97F4A7C15;
  return {(number ^ number >> 29) * 0xBF58476D1CE4E5B9};
}

std::vector<commit_key> candidates_of(const recent_ids& ids, row_hash id) {
  std::vector<commit_key> candidates;
  ids.find(id, candidates);
  return candidates;
}

/// A log of records in small commits; only every `mine`-th record is of this shard.
class driver {
 public:
  driver(recent_ids& ids, std::uint64_t mine) : ids_(ids), mine_(mine) {}

  void add(std::uint64_t records) {
    while (records-- > 0) {
      record_ = record_.next();
      if (record_.value() % 3 == 0)
        commit_ = {commit_.first_position.plus(2), commit_.number.next()};
      if (record_.value() % mine_ != 0) continue;
      ids_.advance(record_, commit_.number);
      ids_.add(hash_of(record_.value()), commit_);
      decided_[record_] = commit_;
    }
  }
  [[nodiscard]] bool remembers_all(id_horizon horizon) const {
    return std::ranges::all_of(decided_, [&](const auto& record) {
      if (!within_horizon(record.first, record_, horizon)) return true;
      const auto candidates = candidates_of(ids_, hash_of(record.first.value()));
      return std::ranges::find(candidates, record.second) != candidates.end();
    });
  }
  [[nodiscard]] record_number now() const { return record_; }
  [[nodiscard]] commit_number commit() const { return commit_.number; }

 private:
  recent_ids& ids_;
  std::uint64_t mine_;
  record_number record_;
  commit_key commit_{position(1), commit_number(1)};
  std::map<record_number, commit_key> decided_;
};

TEST(WithinHorizon, CountsTheLastRecords) {
  EXPECT_TRUE(within_horizon(record_number(10), record_number(10), {1}));
  EXPECT_FALSE(within_horizon(record_number(9), record_number(10), {1}));
  EXPECT_TRUE(within_horizon(record_number(3), record_number(10), {8}));
  EXPECT_FALSE(within_horizon(record_number(2), record_number(10), {8}));
}

RC_GTEST_PROP(RecentIds, NeverForgetsWithinTheHorizon, ()) {
  const id_horizon horizon{*rc::gen::inRange<std::uint64_t>(1, 40'000)};
  recent_ids ids(horizon);
  driver log(ids, *rc::gen::inRange<std::uint64_t>(1, 4));
  const auto steps =
      *rc::gen::container<std::vector<std::uint64_t>>(rc::gen::inRange<std::uint64_t>(0, 3'000));
  for (const std::uint64_t step : steps) {
    log.add(step);
    if (step % 5 == 0) ids.tidy();
    RC_ASSERT(log.remembers_all(horizon));
  }
}

TEST(RecentIds, ForgetsSoonAfterTheHorizonAndStopsGrowing) {
  const id_horizon horizon{100'000};
  recent_ids ids(horizon);
  driver log(ids, 1);
  log.add(400'000);
  const std::size_t memory = ids.memory_bytes();
  EXPECT_LT(ids.rows(), horizon.records * 5 / 4);
  log.add(1'000'000);
  EXPECT_LT(ids.rows(), horizon.records * 5 / 4);
  EXPECT_LT(ids.memory_bytes(), memory * 11 / 10);
  EXPECT_LT(ids.memory_bytes(), horizon.records * 22);
}

TEST(RecentIds, TakesNoMemoryBeforeItIsUsed) {
  recent_ids ids;
  EXPECT_LT(ids.memory_bytes(), 64 * 1024U);
  driver(ids, 1).add(1'000);
  EXPECT_LT(ids.memory_bytes(), 256 * 1024U);
}

TEST(RecentIds, TidiesAShardThatGetsNothingMore) {
  recent_ids ids({10'000});
  driver log(ids, 1);
  log.add(10'000);
  ids.advance(record_number(30'000), log.commit().next());
  ids.advance(record_number(50'000), log.commit().next());
  for (int round = 0; round < 64; ++round) ids.tidy();
  EXPECT_EQ(ids.rows(), 0U);
}

TEST(RecentIds, GivesTheNewestCandidateFirst) {
  recent_ids ids;
  for (const std::uint64_t number : {3, 9, 5}) {
    ids.add(hash_of(1), {position(number), commit_number(number)});
  }
  const auto candidates = candidates_of(ids, hash_of(1));
  ASSERT_EQ(candidates.size(), 3U);
  EXPECT_EQ(candidates[0].number, commit_number(9));
  EXPECT_EQ(candidates[1].number, commit_number(5));
  EXPECT_EQ(candidates[2].number, commit_number(3));
}

TEST(RecentIds, FindsNothingThatWasNotAdded) {
  recent_ids ids;
  driver(ids, 1).add(200'000);
  std::size_t found = 0;
  for (std::uint64_t number = 1'000'000; number < 1'400'000; ++number) {
    found += candidates_of(ids, hash_of(number)).size();
  }
  EXPECT_LE(found, 2U);
}

TEST(RecentIds, KeepsTheWholeCommitKey) {
  recent_ids ids;
  const commit_key far{position((std::uint64_t{1} << 48) - 1),
                       commit_number((std::uint64_t{1} << 48) - 2)};
  ids.add(hash_of(7), far);
  EXPECT_EQ(candidates_of(ids, hash_of(7)), std::vector{far});
}

// All in one table and one bucket: what somebody would send who can compute the hash.
TEST(RecentIds, SurvivesEqualHashes) {
  recent_ids ids({1'000});
  for (std::uint64_t number = 1; number <= 5'000; ++number) {
    ids.advance(record_number(number), commit_number(number));
    ids.add(hash_of(1), {position(number), commit_number(number)});
  }
  const auto candidates = candidates_of(ids, hash_of(1));
  EXPECT_GE(candidates.size(), 1'000U);
  EXPECT_EQ(candidates.front().number, commit_number(5'000));
}

}  // namespace
}  // namespace jumak::storage
