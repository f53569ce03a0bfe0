#include "actors/shard.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/actors/shard_world.hpp"

namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;
using ::testing::HasSubstr;
using ::testing::Not;

std::string as_duplicate(std::string reply) {
  const std::string fresh = "\"duplicate\":false";
  const std::size_t at = reply.find(fresh);
  EXPECT_NE(at, std::string::npos) << reply;
  return at == std::string::npos ? reply : reply.replace(at, fresh.size(), "\"duplicate\":true");
}

TEST(ShardAnswers, NothingLeavesBeforeItIsDurable) {
  shard_world world;
  const auto accepted = world.send({put("1", "x")});
  const auto rejected = world.send({put("2", "x")});
  const auto empty = world.send({weigh("3", "x", 0)});
  EXPECT_FALSE(world.answered(accepted) || world.answered(rejected) || world.answered(empty));
  world.flush();
  EXPECT_EQ(world.reply(accepted),
            R"({"id":"1","status":"accepted","position":1,"duplicate":false,"events":[)"
            R"({"type":"BoxPut","stream":"shelf/a/box/x","version":1,"position":1}]})");
  EXPECT_THAT(world.reply(rejected), HasSubstr(R"("status":"rejected","position":1)"));
  EXPECT_THAT(world.reply(empty), HasSubstr(R"("status":"accepted","position":1,"duplicate":false,"events":[])"));
}

TEST(ShardDuplicates, ACopyOfAnUndurableCommandWaitsForIt) {
  shard_world world;
  const auto slots = world.send({put("1", "x"), put("1", "x"), take("1", "x")});
  const auto copy = world.send({put("1", "x")});
  world.flush();
  EXPECT_FALSE(world.answered(slots + 1) || world.answered(slots + 2) || world.answered(copy));
  world.tell_committed();
  EXPECT_EQ(world.reply(slots + 1), as_duplicate(world.reply(slots)));
  EXPECT_EQ(world.reply(copy), as_duplicate(world.reply(slots)));
  EXPECT_THAT(world.reply(slots + 2), HasSubstr(R"("code":"id_reused")"));
}

TEST(ShardDuplicates, ADurableOneIsAnsweredFromTheLogAgain) {
  shard_world world;
  const auto first = world.send({rename("0", "x", "x"), put("1", "x"), rename("2", "x", "y"), put("3", "x"),
                                 weigh("4", "y", 0)});
  world.settle();
  const auto again = world.send({rename("0", "x", "x"), put("1", "x"), rename("2", "x", "y"), put("3", "x"),
                                 weigh("4", "y", 0)});
  const auto reused = world.send({take("3", "x")});
  EXPECT_GT(world.reads_waiting(), 0U);
  world.settle();
  for (std::uint32_t each = 0; each < 5; ++each) {
    EXPECT_EQ(world.reply(again + each), as_duplicate(world.reply(first + each)));
  }
  EXPECT_THAT(world.reply(reused), HasSubstr(R"("code":"id_reused")"));
}

TEST(ShardDuplicates, AnIdIsForgottenBeyondTheHorizonOnly) {
  shard_world world({.horizon = 3});
  world.send({weigh("1", "x", 1), weigh("2", "x", 1), weigh("3", "x", 1)});
  world.settle();
  const auto remembered = world.send({weigh("1", "x", 1)});
  world.settle();
  EXPECT_THAT(world.reply(remembered), HasSubstr(R"("duplicate":true)"));
  world.send({weigh("4", "x", 1)});
  world.settle();
  const auto forgotten = world.send({weigh("1", "x", 1)});
  world.settle();
  EXPECT_THAT(world.reply(forgotten), HasSubstr(R"("duplicate":false)"));
}

// "1" is decided while "2" waits for a fact; when "2" must be asked for again, the copy of "1" is asked for with
// it, at a moment when nothing durable knows "1", and is answered after "1" became durable.
TEST(ShardDuplicates, ACopyIsNotDecidedTwiceWhenItsLookUpWasTooEarly) {
  shard_world world({.run_records = 1});
  world.send({put("a", "x"), take("b", "x"), put("c", "y"), take("d", "y")});
  world.settle();
  world.restart();
  world.send({write_note("load", 1)});
  const auto first = world.send({put("1", "z")});
  world.send({back("2", "y")});
  const auto copy = world.send({put("1", "z")});
  world.read();
  world.tell_read();
  ASSERT_EQ(world.reads_waiting(), 1U) << "the fact about y is in the runs only";
  ASSERT_EQ(world.oldest_job()->lookups.size(), 2U);
  world.read();
  world.flush();
  world.tell_committed();
  world.tell_read();
  world.settle();
  EXPECT_EQ(world.reply(copy), as_duplicate(world.reply(first)));
}

// The look-up of y runs while the event that takes y is on its way to the log; it is folded away from the tail
// before the look-up comes back.
TEST(ShardFacts, AFactThatWasReadTooEarlyIsNotTrusted) {
  shard_world world({.run_records = 1});
  world.send({put("a", "x"), take("b", "x"), put("c", "y")});
  world.restart();
  world.send({write_note("load", 1)});
  const auto taken = world.send({take("1", "y")});
  world.send({back("2", "x")});
  const auto returned = world.send({back("3", "y")});
  world.read();
  world.tell_read();
  ASSERT_EQ(world.reads_waiting(), 1U) << "the fact about x is in the runs only";
  world.read();
  world.flush();
  world.tell_committed();
  world.fold();
  world.tell_folded();
  world.tell_read();
  world.settle();
  EXPECT_THAT(world.reply(taken), HasSubstr(R"("version":2)"));
  EXPECT_THAT(world.reply(returned), HasSubstr(R"("type":"BoxPut","stream":"shelf/a/box/y","version":3)"));
}

TEST(ShardFacts, AClosedStreamKeepsItsVersionWhereverItsFactIs) {
  for (const std::string where : {"undurable", "tail", "runs"}) {
    SCOPED_TRACE(where);
    shard_world world({.run_records = where == "runs" ? 1U : 1'000U});
    world.send({put("1", "x"), weigh("2", "x", 3), take("3", "x")});
    if (where != "undurable") world.settle();
    shelf_command wrong = back("4", "x");
    wrong.expected_version = 4;
    shelf_command right = back("5", "x");
    right.expected_version = 5;
    const auto slots = world.send({wrong, put("6", "x"), right});
    world.settle();
    EXPECT_THAT(world.reply(slots), HasSubstr(R"("code":"version_conflict")"));
    EXPECT_THAT(world.reply(slots),
                HasSubstr(R"("details":{"stream":"shelf/a/box/x","expected":4,"actual":5})"));
    EXPECT_THAT(world.reply(slots + 1), HasSubstr(R"("code":"name_used")"));
    EXPECT_THAT(world.reply(slots + 2), HasSubstr(R"("version":6)"));
  }
}

TEST(ShardOrder, CommandsOfAnAggregateThatLoadsKeepTheirOrderAndOthersGoOn) {
  shard_world world({.run_records = 1});
  world.send({put("1", "x")});
  world.restart();
  const auto parked = world.send({take("2", "x"), back("3", "x"), take("4", "x")});
  shelf_command elsewhere = put("1", "x");
  elsewhere.shelf = "b";
  const auto other = world.send({elsewhere});
  world.flush();
  EXPECT_TRUE(world.answered(other));
  EXPECT_FALSE(world.answered(parked));
  world.settle();
  EXPECT_THAT(world.reply(parked), HasSubstr(R"("type":"BoxTaken","stream":"shelf/a/box/x","version":2)"));
  EXPECT_THAT(world.reply(parked + 1), HasSubstr(R"("type":"BoxPut","stream":"shelf/a/box/x","version":3)"));
  EXPECT_THAT(world.reply(parked + 2), HasSubstr(R"("type":"BoxTaken","stream":"shelf/a/box/x","version":4)"));
}

TEST(ShardTime, ExpiredCommandsHaveNoEffectUnlessTheirIdIsRemembered) {
  shard_world world;
  shelf_command late = put("1", "x");
  late.expires = 1'000;
  const auto expired = world.send({late}, 1'000);
  EXPECT_THAT(world.reply(expired), HasSubstr(R"("code":"expired")"));
  const auto first = world.send({late}, 999);
  world.settle();
  const auto copy = world.send({late}, 5'000);
  world.settle();
  EXPECT_EQ(world.reply(copy), as_duplicate(world.reply(first)));
}

TEST(ShardTime, TimeThatGoesBackIsForbiddenAfterWhatItTellsOfIsDurable) {
  shard_world world;
  shelf_command noon = put("1", "x");
  noon.time = 12'000;
  shelf_command morning = put("2", "y");
  morning.time = 11'999;
  shelf_command again = put("3", "y");
  again.time = 12'000;
  const auto slots = world.send({noon, morning, again});
  EXPECT_FALSE(world.answered(slots + 1));
  world.flush();
  EXPECT_THAT(world.reply(slots + 1), HasSubstr(R"("code":"forbidden")"));
  EXPECT_THAT(world.reply(slots + 2), HasSubstr(R"("status":"accepted")"));
}

TEST(ShardTime, AnAggregateWithoutEventsHasNoTimeToGoBackFrom) {
  shard_world world;
  shelf_command old = put("1", "x");
  old.time = -1'000'000;  // A second before 1970.
  const auto slot = world.send({old});
  world.settle();
  EXPECT_THAT(world.reply(slot), HasSubstr(R"("status":"accepted")"));
}

TEST(ShardLimits, ACommandWithTooManyEventsDoesNothing) {
  shard_world world;
  const auto slots = world.send({write_note("1", 600'000), put("2", "x"), write_note("3", 600'000), write_note("4", 1)});
  EXPECT_THAT(world.reply(slots), HasSubstr(R"("code":"too_large")"));
  EXPECT_FALSE(world.answered(slots + 2)) << "it tells of what is not durable";
  world.settle();
  EXPECT_THAT(world.reply(slots + 2), HasSubstr(R"("code":"too_large")"));
  EXPECT_THAT(world.reply(slots + 3), HasSubstr(R"("stream":"shelf/a","version":1)"));
}

TEST(ShardMemory, BusyAggregatesStayAndIdleOnesGo) {
  shard_world world({.aggregates_max = 1});
  for (const char* shelf : {"a", "b", "c"}) {
    shelf_command one = put("1", "x");
    one.shelf = shelf;
    world.send({one});
  }
  EXPECT_EQ(world.inside().aggregates_in_memory(), 3U);
  world.settle();
  EXPECT_EQ(world.inside().aggregates_in_memory(), 1U);
}

TEST(ShardMemory, AllIdleAggregatesGoWhenOneCommitFreesMany) {
  shard_world world({.aggregates_max = 1});
  std::vector<shelf_command> many;
  for (int number = 0; number < 50; ++number) {
    many.push_back(put("1", "x"));
    many.back().shelf = "s" + std::to_string(number);
  }
  world.send(many);
  EXPECT_EQ(world.inside().aggregates_in_memory(), 50U);
  EXPECT_TRUE(world.flush());
  EXPECT_TRUE(world.tell_committed());
  EXPECT_EQ(world.inside().aggregates_in_memory(), 1U);
}

TEST(ShardFailure, AFailedLogLeavesNobodyWithoutAnAnswer) {
  shard_world world({.run_records = 1});
  world.send({put("0", "x"), take("00", "x")});
  world.settle();
  world.log().fail_append_after(0, true);
  const auto decided = world.send({put("1", "y"), put("1", "y"), back("2", "x"), put("3", "z")});
  EXPECT_TRUE(world.flush());
  world.fail_log();
  EXPECT_THAT(world.reply(decided), HasSubstr(R"({"id":"1","status":"error","error":{"code":"outcome_unknown")"));
  EXPECT_THAT(world.reply(decided + 1), HasSubstr(R"({"id":"1","status":"error","error":{"code":"outcome_unknown")"));
  EXPECT_THAT(world.reply(decided + 2), HasSubstr(R"({"id":"2","status":"error","error":{"code":"unavailable")"));
  // Commands that were on their way, and a read that comes back for commands that are answered.
  const auto late = world.send({put("4", "u")});
  world.read();
  world.tell_read();
  EXPECT_THAT(world.reply(late), HasSubstr(R"("code":"unavailable")"));
}

}  // namespace
}  // namespace jumak::actors
