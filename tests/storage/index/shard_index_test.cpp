#include "storage/index/shard_index.hpp"

#include <gtest/gtest.h>

#include <random>

#include "tests/storage/index/index_system.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

/// Grows, folds and restarts at random moments and compares each time with the naive maps.
void play(std::uint64_t seed, bool paused) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  const temporary_folder folder;
  index_world world(seed);
  const id_horizon horizon{20 + random() % 400};
  index_system system(world.log(), {.folder = folder.path() / "index",
                                    .shards = static_cast<std::uint32_t>(1 + random() % 5),
                                    .shard = {.horizon = horizon,
                                              .generation_records = 1 + random() % 60,
                                              .filter_capacity = 1 + random() % 100},
                                    .fold = {.run_records = 1 + random() % 60, .paused = paused}});
  for (int step = 0; step < 10; ++step) {
    switch (random() % 4) {
      case 0:
        system.restart();
        break;
      case 1:
        system.fold(random() % 40);
        break;
      default:
        world.grow(random() % 30);
        system.follow();
    }
    expect_equal(system, world, horizon);
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(ShardIndex, WithTheRunsEqualsAFoldOfTheWholeLog) {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) play(seed, false);
}

TEST(ShardIndex, EqualsItAlsoWithTheFoldPaused) {
  for (std::uint64_t seed = 101; seed <= 105; ++seed) play(seed, true);
}

TEST(ShardIndex, AnswersNeverForWhatNeverWas) {
  const shard_index shard;
  EXPECT_EQ(shard.find_stream("hotel/h", "room/1").what, stream_lookup::answer::never);
  EXPECT_FALSE(shard.aggregate_may_exist("hotel/h"));
  EXPECT_TRUE(shard.id_candidates("hotel/h", "c").empty());
  EXPECT_TRUE(shard.tail_places("hotel/h").empty());
}

TEST(ShardIndex, AsksTheRunsOnceTheTailIsFolded) {
  const temporary_folder folder;
  index_world world(1);
  index_system system(world.log(), {.folder = folder.path() / "index",
                                    .shards = 1,
                                    .shard = {.horizon = {}, .generation_records = 10},
                                    .fold = {.run_records = 1}});
  world.grow(50);
  system.follow();
  const auto& [key, fact] = *world.streams().begin();
  EXPECT_EQ(system.shard(key.first).find_stream(key.first, key.second).what,
            stream_lookup::answer::known);
  system.fold(1'000);
  EXPECT_EQ(system.shard(key.first).find_stream(key.first, key.second).what,
            stream_lookup::answer::ask_runs);
  EXPECT_EQ(system.shard(key.first).not_folded().records(), 0U);
}

}  // namespace
}  // namespace jumak::storage
