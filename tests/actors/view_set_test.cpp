#include "actors/view_set.hpp"

#include <gtest/gtest.h>

#include "tests/actors/view_world.hpp"

namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;

TEST(ViewSet, TellsTheCommitItIsAt) {
  view_world world;
  view_set empty(world.domain());
  EXPECT_EQ(empty.head(), log_head());
  empty.note_log(world.head().log);
  EXPECT_EQ(empty.head().log, world.head().log);
  world.write(3);
  EXPECT_EQ(world.folded()->head(), world.head());
  EXPECT_EQ(world.folded()->streams(), 3U);
}

TEST(ViewSet, GoesOnFromASnapshotThatFits) {
  view_world world;
  world.write(3);
  const auto whole = world.folded();
  storage::view_snapshot kept{whole->head(), whole->streams(), {}};
  EXPECT_TRUE(whole->views().save([&](std::string_view piece) { kept.views += piece; }, nullptr));
  const auto read = view_set::from(world.domain(), kept);
  ASSERT_TRUE(read);
  EXPECT_EQ(bytes_of(*read), bytes_of(*whole));
  EXPECT_EQ(read->head(), whole->head());
  kept.views.pop_back();
  EXPECT_FALSE(view_set::from(world.domain(), kept));
}

TEST(ViewSet, ThatCouldNotApplyACommitIsNotSound) {
  view_world world;
  world.write(1);
  auto views = world.folded();
  EXPECT_TRUE(views->sound());
  log_head head = views->head();
  const std::string torn = seal_commit(head, "no record", 1, 1);
  EXPECT_EQ(views->apply(commit_view::parse(torn).value()).error().code, errc::corrupt);
  EXPECT_FALSE(views->sound());
  EXPECT_EQ(views->head(), world.head());
}

}  // namespace
}  // namespace jumak::actors
