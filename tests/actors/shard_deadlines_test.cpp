#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <iostream>

#include "tests/actors/told_records.hpp"

/// When a shard settles what fell due: once, in its turn, stamped with its due time, whatever came of it.
namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(ShardDeadlines, OneFallsDueOnce) {
  shard_world world;
  world.send({put("1", "x"), lend("2", "x", 500)}, 1'000);
  world.settle();
  EXPECT_EQ(world.inside().next_due(), timestamp(std::chrono::microseconds(1'500)));
  world.tell_clock(1'499);
  world.settle();
  EXPECT_THAT(told_of_engine(world), IsEmpty());
  world.tell_clock(7'000);
  world.tell_clock(7'000);
  world.settle();
  world.tell_clock(9'000);
  world.settle();
  EXPECT_THAT(told_of_engine(world), ElementsAre("$due/shelf/a/box/x/2 1500 BoxRecalled"));
  EXPECT_EQ(world.inside().next_due(), timestamp::max());
}

TEST(ShardDeadlines, TheyComeBeforeTheBatchInTheOrderTheyAreDue) {
  shard_world world;
  world.send({put("1", "x"), put("2", "y"), on("b", put("3", "z")), lend("4", "x", 30), on("b", lend("5", "z", 20)),
              lend("6", "y", 10)});
  world.send({take("7", "x"), on("b", put("8", "w"))}, 2'000);
  world.settle();
  auto told = told_records(world);
  told.erase(told.begin(), told.begin() + 6);
  EXPECT_THAT(told, ElementsAre("$due/shelf/a/box/y/2 1010 BoxRecalled", "$due/shelf/b/box/z/2 1020 BoxRecalled",
                                "$due/shelf/a/box/x/2 1030 BoxRecalled", "7 2000 no_such_box", "8 2000 BoxPut"));
}

TEST(ShardDeadlines, LentAgainOrTakenTheOldOneIsOff) {
  shard_world world;
  world.send({put("1", "x"), put("2", "y"), lend("3", "x", 10), lend("4", "x", 1'000), lend("5", "y", 10),
              take("6", "y")});
  world.tell_clock(1'500);
  world.settle();
  EXPECT_THAT(told_of_engine(world), IsEmpty());
  world.tell_clock(2'000);
  world.settle();
  EXPECT_THAT(told_of_engine(world), ElementsAre("$due/shelf/a/box/x/3 2000 BoxRecalled"));
}

TEST(ShardDeadlines, AShelfLivesByGivenTimeUntilACommandWithout) {
  shard_world world;
  world.send({given(10, put("1", "x")), given(10, put("2", "y")), given(10, lend("3", "x", 5)),
              given(10, lend("4", "y", 50))},
             1'000);
  world.tell_clock(5'000);
  world.send({on("b", put("5", "z"))}, 5'000);
  world.settle();
  EXPECT_THAT(told_of_engine(world), IsEmpty()) << "the clock is not that of the shelf";
  world.send({given(14, weigh("6", "x", 1))}, 5'000);
  world.send({given(20, weigh("7", "x", 1))}, 5'000);
  world.settle();
  EXPECT_THAT(told_of_engine(world), ElementsAre("$due/shelf/a/box/x/2 15* BoxRecalled"));
  EXPECT_EQ(told_records(world).back(), "7 20* no_such_box");
  // Also one that is refused ends it.
  world.send({take("8", "x")}, 6'000);
  world.settle();
  EXPECT_THAT(told_of_engine(world), ElementsAre("$due/shelf/a/box/x/2 15* BoxRecalled",
                                                 "$due/shelf/a/box/y/2 60* BoxRecalled"));
}

TEST(ShardDeadlines, ByWhichClockAShelfLivesIsAFoldToo) {
  for (const std::uint64_t run_records : {1U, 3U, 1'000U}) {
    shard_world world({.run_records = run_records});
    world.send({given(10, put("1", "x")), given(10, lend("2", "x", 5)), on("b", put("3", "z")),
                on("b", lend("4", "z", 5))});
    world.restart();
    world.tell_clock(5'000);
    world.settle();
    EXPECT_THAT(told_of_engine(world), ElementsAre("$due/shelf/b/box/z/2 1005 BoxRecalled"));
    world.send({weigh("5", "x", 0)}, 5'000);
    world.settle();
    EXPECT_THAT(told_of_engine(world), SizeIs(2));
  }
}

TEST(ShardDeadlines, AFutureTimeSettlesItsOwnShelfOnly) {
  shard_world world;
  world.send({put("1", "x"), lend("2", "x", 500), on("b", put("3", "z")), on("b", lend("4", "z", 500))}, 1'000);
  world.send({given(9'000, weigh("5", "x", 0))}, 1'100);
  world.settle();
  EXPECT_THAT(told_of_engine(world), ElementsAre("$due/shelf/a/box/x/2 1500 BoxRecalled"));
}

TEST(ShardDeadlines, FiresOnceAlsoWhenItFellDueWhileNothingRan) {
  for (const std::uint64_t run_records : {1U, 2U, 3U, 1'000U}) {
    shard_world world({.run_records = run_records});
    world.send({put("1", "x"), lend("2", "x", 500), put("3", "y"), lend("4", "y", 600), take("5", "y")});
    world.restart();
    world.tell_clock(10'000);
    world.restart();
    world.tell_clock(20'000);
    world.restart();
    EXPECT_EQ(world.inside().next_due(), timestamp::max());
    EXPECT_THAT(told_of_engine(world), ElementsAre("$due/shelf/a/box/x/2 1500 BoxRecalled")) << run_records;
  }
}

TEST(ShardDeadlines, FiresOnceOverRestartsOfARealDisk) {
  for (const std::uint64_t run_records : {1U, 4U, 1'000U}) {
    shard_world world({.run_records = run_records, .on_disk = true});
    for (int shelf = 0; shelf < 20; ++shelf) {
      const std::string name = std::to_string(shelf);
      world.send({on(name, put("1", "x")), on(name, lend("2", "x", 500 + shelf)), on(name, put("3", "y")),
                  on(name, lend("4", "y", 600)), on(name, take("5", "y"))});
      world.settle();
    }
    world.restart();
    world.tell_clock(1'509);  // Half of them.
    world.settle();
    EXPECT_THAT(told_of_engine(world), SizeIs(10));
    world.restart();
    world.tell_clock(10'000);
    world.restart();
    world.tell_clock(20'000);
    world.settle();
    const auto told = told_of_engine(world);
    ASSERT_THAT(told, SizeIs(20));
    for (int shelf = 0; shelf < 20; ++shelf) {
      const std::string name = std::to_string(shelf);
      EXPECT_EQ(told[static_cast<std::size_t>(shelf)],
                "$due/shelf/" + name + "/box/x/2 " + std::to_string(1'500 + shelf) + " BoxRecalled");
    }
  }
}

TEST(ShardDeadlines, WhateverIsDecidedItIsSettled) {
  shard_world world;
  world.send({put_weighing("1", "light", 1), put_weighing("2", "two", 2), put_weighing("3", "four", 4),
              lend("4", "light", 10), lend("5", "two", 10), lend("6", "four", 10)});
  world.tell_clock(1'010);
  world.restart();
  world.tell_clock(3'000);
  world.settle();
  EXPECT_THAT(told_of_engine(world),
              ElementsAre("$due/shelf/a/box/four/2 1010 too_large", "$due/shelf/a/box/light/2 1010 too_light",
                          "$due/shelf/a/box/two/2 1010"));
}

TEST(ShardDeadlines, OneMayArmTheNext) {
  shard_world world;
  world.send({put_weighing("1", "x", 3), lend("2", "x", 10)});
  world.tell_clock(1'025);
  world.settle();
  EXPECT_THAT(told_of_engine(world), ElementsAre("$due/shelf/a/box/x/2 1010 BoxLent", "$due/shelf/a/box/x/3 1020 BoxLent"));
  EXPECT_EQ(world.inside().next_due(), timestamp(std::chrono::microseconds(1'030)));
}

TEST(ShardDeadlines, AnEvictedShelfIsLoadedAndItsCommandsWaitBehind) {
  shard_world world({.aggregates_max = 1, .run_records = 2});
  world.send({put("1", "x"), lend("2", "x", 10), put("3", "y"), lend("4", "y", 20)});
  world.settle();
  world.send({on("b", put("5", "z"))});
  world.settle();
  world.tell_clock(2'000);
  EXPECT_EQ(world.reads_waiting(), 1U);
  const auto slot = world.send({take("6", "x")}, 2'000);
  world.settle();
  EXPECT_THAT(world.reply(slot), HasSubstr("no_such_box"));
  EXPECT_THAT(told_of_engine(world), ElementsAre("$due/shelf/a/box/x/2 1010 BoxRecalled",
                                                 "$due/shelf/a/box/y/2 1020 BoxRecalled"));
}

TEST(ShardDeadlines, TheClockHasNoSayBehindACommandThatWasGivenATime) {
  shard_world world({.aggregates_max = 1});
  world.send({put("1", "x"), lend("2", "x", 10)}, 1'000);
  world.settle();
  world.send({on("b", put("3", "z"))}, 1'000);
  world.settle();
  world.send({given(1'005, weigh("4", "x", 1))}, 1'006);
  ASSERT_EQ(world.reads_waiting(), 1U);
  world.tell_clock(2'000);  // While the shelf is read.
  world.settle();
  EXPECT_THAT(told_of_engine(world), IsEmpty());
  EXPECT_EQ(world.inside().next_due(), timestamp::max());
}

TEST(ShardDeadlines, WhatWasArmedWhileACommandWaitedComesBeforeItsBatch) {
  shard_world world({.aggregates_max = 1});
  world.send({put("1", "x")}, 1'000);
  world.settle();
  world.send({on("b", put("2", "z"))}, 1'000);
  world.settle();
  world.send({lend("3", "x", 10)}, 1'000);
  ASSERT_EQ(world.reads_waiting(), 1U);
  const auto slot = world.send({given(1'005, weigh("4", "x", 1))}, 2'000);
  world.settle();
  EXPECT_THAT(told_of_engine(world), ElementsAre("$due/shelf/a/box/x/2 1010 BoxRecalled"));
  EXPECT_THAT(world.reply(slot), HasSubstr("forbidden"));
}

TEST(ShardDeadlines, FactsAreReadForOneWhoseStreamTheStateLetGo) {
  shard_world world({.run_records = 1});
  world.send({put("1", "x"), lend("2", "x", 10), lose("3", "x"), put("4", "y"), lend("5", "y", 20)});
  world.restart();
  const auto slot = world.send({take("6", "y")}, 2'000);
  world.settle();
  EXPECT_THAT(world.reply(slot), HasSubstr("no_such_box"));
  EXPECT_THAT(told_of_engine(world), ElementsAre("$due/shelf/a/box/x/2 1010 BoxRecalled",
                                                 "$due/shelf/a/box/y/2 1020 BoxRecalled"));
}

TEST(ShardDeadlines, AShelfThatCannotBeReadIsTriedAgainLater) {
  shard_world world({.run_records = 1});
  world.send({put("1", "x"), lend("2", "x", 10)});
  world.restart();
  world.fail_read();
  world.tell_clock(2'000);
  world.settle();
  EXPECT_EQ(world.inside().next_due(), timestamp(std::chrono::microseconds(5'002'000)));
  world.tell_clock(5'001'999);
  EXPECT_EQ(world.reads_waiting(), 0U);
  world.tell_clock(5'002'000);
  world.settle();
  EXPECT_THAT(told_of_engine(world), ElementsAre("$due/shelf/a/box/x/2 1010 BoxRecalled"));
}

TEST(ShardDeadlines, AfterTheLogFailedNothingFires) {
  shard_world world;
  world.send({put("1", "x"), lend("2", "x", 10)});
  world.settle();
  world.fail_log();
  EXPECT_EQ(world.inside().next_due(), timestamp::max());
  world.tell_clock(2'000);
  world.settle();
  EXPECT_THAT(told_of_engine(world), IsEmpty());
}

TEST(ShardDeadlines, SoManyAtOnceAndTheRestWhenTheseAreDurable) {
  shard_world world({.due_in_flight_max = 2});
  for (const std::string shelf : {"a", "b", "c", "d", "e"}) {
    world.send({on(shelf, put("1", "x")), on(shelf, lend("2", "x", 10))});
  }
  world.settle();
  world.tell_clock(2'000);
  world.tell_clock(2'000);
  world.flush();
  EXPECT_THAT(told_of_engine(world), SizeIs(2));
  world.settle();
  world.tell_clock(2'000);
  world.settle();
  EXPECT_THAT(told_of_engine(world), SizeIs(4));
  const auto slot = world.send({on("e", take("3", "x"))}, 2'000);
  world.settle();
  EXPECT_THAT(world.reply(slot), HasSubstr("no_such_box")) << "no command overtakes its shelf's own";
  EXPECT_THAT(told_of_engine(world), SizeIs(5));
}

TEST(ShardDeadlines, OneHundredThousandDueAtOnceAreSoonDecided) {
  constexpr int shelves = 33'334;
  shard_world world({.aggregates_max = shelves});
  for (int shelf = 0; shelf < shelves; ++shelf) {
    const std::string name = std::to_string(shelf);
    world.send({on(name, put("1", "x")), on(name, put("2", "y")), on(name, put("3", "z")), on(name, lend("4", "x", 10)),
                on(name, lend("5", "y", 10)), on(name, lend("6", "z", 10))});
  }
  world.settle();
  // In seconds of the processor: the machine may have other things to do.
  const std::clock_t began = std::clock();
  while (world.inside().next_due() != timestamp::max()) {
    world.tell_clock(2'000);
    world.settle();
  }
  const double took = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
  std::cout << "due at once: 100002 in " << took << " s\n";
  EXPECT_THAT(told_of_engine(world), SizeIs(3 * shelves));
  EXPECT_LT(took, 4) << "2 s are allowed; a debug build may take twice as long";
}

}  // namespace
}  // namespace jumak::actors
