#include "actors/view_build.hpp"

#include <gtest/gtest.h>

#include "tests/actors/view_world.hpp"

namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;
using namespace std::chrono_literals;

class ViewBuild : public ::testing::Test {
 protected:
  std::unique_ptr<view_build> begun(std::shared_ptr<view_set> begin) {
    const auto around = world_.around(nullptr);
    const auto nothing = [this](position refused) {
      refused_.push_back(refused);
      return std::make_shared<view_set>(world_.domain());
    };
    return std::move(view_build::open(around.messaging, around.feed, std::move(begin), nothing, world_.give_up).value());
  }
  std::unique_ptr<view_build> begun() { return begun(std::make_shared<view_set>(world_.domain())); }

  view_world world_;
  std::vector<position> refused_;
};

TEST_F(ViewBuild, FoldsWhatThereIs) {
  world_.write(30);
  const auto build = begun();
  ASSERT_TRUE(build->catch_up());
  EXPECT_EQ(build->views()->head(), world_.head());
  EXPECT_EQ(bytes_of(*build->views()), bytes_of(*world_.folded()));
  EXPECT_TRUE(build->come_near(0));
}

TEST_F(ViewBuild, StopsAtTheCommitThatIsWanted) {
  world_.write(10);
  const auto early = world_.folded();
  world_.write(10);
  const auto build = begun();
  const auto deadline = std::chrono::steady_clock::now() + 1h;
  EXPECT_EQ(build->fold_to(early->head(), deadline), true);
  EXPECT_EQ(bytes_of(*build->views()), bytes_of(*early));
  ASSERT_TRUE(build->catch_up());
  EXPECT_EQ(build->fold_to(early->head(), deadline), false) << "it is beyond";
  EXPECT_EQ(build->fold_to(world_.head(), deadline), true) << "it is there";
}

TEST_F(ViewBuild, SaysSoWhenTheCommitDoesNotCome) {
  world_.write(1);
  log_head later = world_.head();
  later.last_commit = later.last_commit.next();
  EXPECT_EQ(begun()->fold_to(later, std::chrono::steady_clock::now()), false);
}

TEST_F(ViewBuild, BeginsAgainWhenItsStartIsOfAnotherLog) {
  view_world other;
  other.write(7);
  // Of the same id, since it comes from the same seed: only the commits tell.
  world_.write(3);
  const auto build = begun(other.folded());
  ASSERT_TRUE(build->catch_up());
  EXPECT_EQ(refused_, std::vector{position(7)});
  EXPECT_EQ(bytes_of(*build->views()), bytes_of(*world_.folded()));
}

TEST_F(ViewBuild, GivesUp) {
  world_.give_up = true;
  EXPECT_EQ(begun()->catch_up().error().code, errc::unavailable);
}

}  // namespace
}  // namespace jumak::actors
