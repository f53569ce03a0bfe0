#include "actors/view_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "tests/actors/view_world.hpp"

namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ViewBuilder : public ::testing::Test {
 protected:
  std::unique_ptr<view_keeping> opened(kept_notes& notes) {
    return std::move(view_keeping::open(world_.domain(), folder_.path() / "views", notes.into()).value());
  }

  view_world world_;
  storage::temporary_folder folder_;
  kept_notes notes_;
  std::unique_ptr<view_keeping> keeping_ = opened(notes_);
  view_limits limits_ = {.snapshot_every = 10};
  view_builder builder_{world_.around(keeping_.get()), limits_};
};

TEST_F(ViewBuilder, KeepsWhenThereIsEnoughNew) {
  world_.write(9);
  builder_.keep(position(9));
  EXPECT_EQ(keeping_->kept(), position());
  world_.write(1);
  builder_.keep(position(10));
  EXPECT_EQ(keeping_->kept(), position(10));
  EXPECT_EQ(bytes_of(*keeping_->start({})), bytes_of(*world_.folded()));
  world_.write(15);
  builder_.keep(position(20));
  EXPECT_EQ(keeping_->kept(), position(25)) << "up to the end of the log";
  EXPECT_EQ(bytes_of(*keeping_->start({})), bytes_of(*world_.folded()));
  builder_.keep(position(30));
  EXPECT_EQ(notes_.done.size(), 2U) << "the views had been kept at 25 by then";
  EXPECT_TRUE(notes_.ignored.empty());
}

TEST_F(ViewBuilder, IgnoresWhatIsKeptOfAnotherLog) {
  view_world other;
  other.write(12);
  auto views = other.folded();
  keeping_->save(*views, nullptr);
  keeping_->note_start(position());
  world_.write(30);
  builder_.keep(position(30));
  EXPECT_EQ(keeping_->kept(), position(30));
  EXPECT_EQ(bytes_of(*keeping_->start({})), bytes_of(*world_.folded()));
}

TEST_F(ViewBuilder, LetsRebuiltViewsRunFromTheSameCommitOn) {
  world_.write(20);
  world_.catch_up();
  const auto rebuilt = builder_.rebuild();
  ASSERT_TRUE(rebuilt) << rebuilt.error().message;
  EXPECT_EQ(rebuilt->at, position(20));
  ASSERT_EQ(rebuilt->now.size(), 2U);
  EXPECT_EQ(rebuilt->now[0].hash, rebuilt->before[0].hash);
  EXPECT_EQ(rebuilt->now[0].rows, 20U);
  EXPECT_EQ(rebuilt->before[0].rows, 20U);
  EXPECT_EQ(keeping_->kept(), position(20));
  world_.write(3);
  world_.catch_up();
  EXPECT_EQ(world_.running().applied(), world_.head());
  view_hold hold(world_.door(), limits_.answer_wait);
  EXPECT_EQ(bytes_of(*hold.views()), bytes_of(*world_.folded()));
}

TEST_F(ViewBuilder, WaitsForRunningViewsThatAreBehind) {
  world_.write(20);
  world_.catch_up();
  world_.write(5);
  std::thread follower([this] {
    // The builder has come further and holds the running views again and again.
    while (keeping_->kept() < position(25)) std::this_thread::yield();
    world_.catch_up();
  });
  const auto rebuilt = builder_.rebuild();
  follower.join();
  ASSERT_TRUE(rebuilt) << rebuilt.error().message;
  EXPECT_EQ(rebuilt->at, position(25));
}

TEST_F(ViewBuilder, LeavesRunningViewsAloneThatServeNobody) {
  world_.write(3);
  const auto rebuilt = builder_.rebuild();
  ASSERT_FALSE(rebuilt);
  EXPECT_EQ(rebuilt.error().code, errc::unavailable);
  world_.catch_up();
  EXPECT_TRUE(world_.running().ready());
  EXPECT_EQ(world_.running().applied(), world_.head());
}

TEST_F(ViewBuilder, GivesUpWhenTheServerStops) {
  world_.write(20);
  world_.catch_up();
  world_.give_up = true;
  EXPECT_THAT(builder_.rebuild().error().message, HasSubstr("given up"));
  builder_.keep(position(20));
  EXPECT_EQ(keeping_->kept(), position());
}

}  // namespace
}  // namespace jumak::actors
