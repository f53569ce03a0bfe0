#include "storage/index/index_restore.hpp"

#include <gtest/gtest.h>

#include "tests/storage/index/index_system.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

constexpr std::uint64_t runs_of = 30;

index_system::options options_in(const temporary_folder& folder, std::uint32_t shards = 2) {
  return {.folder = folder.path() / "index",
          .shards = shards,
          .shard = {},
          .fold = {.run_records = runs_of}};
}

TEST(IndexRestore, ADeletedIndexIsFoldedAgainTheSame) {
  const temporary_folder folder;
  index_world world(1);
  world.grow(200);
  {
    index_system system(world.log(), options_in(folder));
    system.fold(150);
    EXPECT_GT(system.store().runs(), 3U);
  }
  std::filesystem::remove_all(folder.path() / "index");
  index_system system(world.log(), options_in(folder));
  EXPECT_EQ(system.store().runs(), 0U);
  expect_equal(system, world, {});
  system.fold(1'000);
  expect_equal(system, world, {});
}

TEST(IndexRestore, TheNumberOfShardsMayChange) {
  const temporary_folder folder;
  index_world world(2);
  world.grow(200);
  index_system(world.log(), options_in(folder, 1)).fold(150);
  for (const std::uint32_t shards : {2U, 7U, 256U}) {
    index_system system(world.log(), options_in(folder, shards));
    expect_equal(system, world, {});
  }
}

TEST(IndexRestore, AnIndexOfAnotherLogIsDiscarded) {
  const temporary_folder folder;
  index_world other(3);
  other.grow(200);
  index_system(other.log(), options_in(folder)).fold(200);
  index_world world(4);
  world.grow(300);
  index_system system(world.log(), options_in(folder));
  EXPECT_TRUE(system.was_discarded());
  EXPECT_EQ(system.store().runs(), 0U);
  expect_equal(system, world, {});
  system.restart();
  EXPECT_FALSE(system.was_discarded());
}

// The log was put back from an older copy: same id, same history, but the index is ahead.
TEST(IndexRestore, AnIndexAheadOfItsLogIsDiscarded) {
  const temporary_folder folder;
  index_world longer(5);
  longer.grow(200);
  index_system(longer.log(), options_in(folder)).fold(200);
  index_world shorter(5);
  shorter.grow(50);
  index_system system(shorter.log(), options_in(folder));
  EXPECT_TRUE(system.was_discarded());
  expect_equal(system, shorter, {});
}

TEST(IndexRestore, RecordsAreReadFromAnyCommitOn) {
  index_world world(6);
  world.grow(100);
  const auto commits = world.log().read(first_key, 1 << 30).value();
  const commit_view middle = commit_view::parse(commits[50]).value();
  record_number next = middle.header().first_record;
  ASSERT_TRUE(for_each_record(world.log(), middle.key(), [&](const record_walk& walk) {
    EXPECT_EQ(walk.number(), next);
    next = next.next();
  }));
  EXPECT_EQ(next, world.log().head().next_record);
}

}  // namespace
}  // namespace jumak::storage
