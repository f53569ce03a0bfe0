#include "actors/reader.hpp"

#include <gtest/gtest.h>

#include "tests/actors/shard_world.hpp"

namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;

std::shared_ptr<read_job> load_of(const shard_world& world, std::string_view shelf) {
  auto job = std::make_shared<read_job>();
  job->aggregate = aggregate_id::from_text("shelf/" + std::string(shelf)).value();
  job->kind = world.domain().find_kind("shelf");
  job->load = true;
  return job;
}

/// A world whose runs hold everything that was sent.
struct ReaderTest : ::testing::Test {
  ReaderTest() {
    world.send({put("1", "x"), weigh("2", "x", 4), write_note("3", 5)}, 1'000);
    world.settle();
    world.send({put("4", "y"), take("5", "x"), put("6", "y")}, 2'000);
    world.settle();
  }
  shard_world world{{.run_records = 1}};
};

TEST_F(ReaderTest, ASnapshotAndTheRestMakeTheSameStateAsEverything) {
  const auto whole = reader(world.log(), world.store(), 1).read(load_of(world, "a"));
  ASSERT_TRUE(whole.result.loaded);
  EXPECT_EQ(whole.result.loaded->aggregate_version, version(8));
  EXPECT_EQ(whole.result.loaded->last_time, timestamp(std::chrono::microseconds(2'000)));
  ASSERT_TRUE(whole.snapshot) << "so much was folded";
  ASSERT_TRUE(world.store().put_snapshot("shelf/a", whole.snapshot->snapshot));

  const auto short_cut = reader(world.log(), world.store(), 1'000).read(load_of(world, "a"));
  ASSERT_TRUE(short_cut.result.loaded);
  EXPECT_FALSE(short_cut.snapshot) << "nothing was folded";
  EXPECT_EQ(short_cut.result.loaded->state->save(), whole.result.loaded->state->save());
  EXPECT_EQ(short_cut.result.loaded->aggregate_version, version(8));
  EXPECT_EQ(short_cut.result.loaded->last_time, whole.result.loaded->last_time);

  world.send({take("7", "y"), put("8", "z")}, 3'000);
  world.settle();
  const auto more = reader(world.log(), world.store(), 1'000).read(load_of(world, "a"));
  ASSERT_TRUE(more.result.loaded);
  EXPECT_EQ(more.result.loaded->aggregate_version, version(10));
  EXPECT_EQ(more.result.loaded->state->version_of("box/z"), version(1));
  EXPECT_EQ(more.result.loaded->state->version_of("box/y"), std::nullopt);
}

TEST_F(ReaderTest, ASnapshotOfOtherRulesOrAnotherLogIsIgnored) {
  const auto whole = reader(world.log(), world.store(), 1).read(load_of(world, "a"));
  ASSERT_TRUE(whole.snapshot);
  const auto good = whole.result.loaded->state->save();
  const auto lie = [&](auto&& change) {
    storage::aggregate_snapshot snapshot = whole.snapshot->snapshot;
    snapshot.state = world.domain().find_kind("shelf")->create()->save();
    change(snapshot);
    ASSERT_TRUE(world.store().put_snapshot("shelf/a", snapshot));
    const auto read = reader(world.log(), world.store(), 1'000).read(load_of(world, "a"));
    ASSERT_TRUE(read.result.loaded);
    EXPECT_EQ(read.result.loaded->state->save(), good);
    EXPECT_EQ(read.result.loaded->aggregate_version, version(8));
  };
  lie([](auto& snapshot) { ++snapshot.fingerprint; });
  lie([](auto& snapshot) { snapshot.at.log.bits.low ^= 1; });
  lie([](auto& snapshot) { snapshot.at.chain.low ^= 1; });
  lie([](auto& snapshot) { snapshot.at.commit.number = snapshot.at.commit.number.plus(9); });
  lie([](auto& snapshot) { snapshot.state += "not a state"; });
}

TEST_F(ReaderTest, AnAggregateThatNeverWasIsLoadedEmpty) {
  const auto read = reader(world.log(), world.store(), 1).read(load_of(world, "none"));
  ASSERT_TRUE(read.result.loaded);
  EXPECT_EQ(read.result.loaded->aggregate_version, version());
  EXPECT_FALSE(read.snapshot);
}

TEST_F(ReaderTest, LookUpsAnswerInTheirOrder) {
  const auto job = load_of(world, "a");
  job->load = false;
  job->lookups.push_back({command_id::from_text("none").value(), {}, {"box/x", "box/none"}});
  job->lookups.push_back({command_id::from_text("5").value(), {{position(7), commit_number(3)}}, {}});
  const auto read = reader(world.log(), world.store(), 1).read(job);
  ASSERT_FALSE(read.result.failure) << read.result.failure->message;
  ASSERT_EQ(read.result.answers.size(), 2U);
  EXPECT_FALSE(read.result.answers[0].record);
  EXPECT_EQ(read.result.answers[0].facts.version_of("box/x"), version(6));
  EXPECT_EQ(read.result.answers[0].facts.find("box/x")->last_type, "BoxTaken");
  EXPECT_EQ(read.result.answers[0].facts.version_of("box/none"), version());
  ASSERT_TRUE(read.result.answers[1].record);
  EXPECT_EQ(read.result.answers[1].record->id, "5");
  EXPECT_EQ(read.result.answers[1].record->last_position, position(8));
}

}  // namespace
}  // namespace jumak::actors
