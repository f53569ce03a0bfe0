#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/actors/served_views.hpp"

/// What a view service does for threads beside its actor.
namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;
using namespace std::chrono_literals;
using HeldViews = served_views;
using ::testing::StartsWith;

TEST_F(HeldViews, StandsStillWhileHeldAndAnswersFromThere) {
  catch_up();
  static_cast<void>(views_.take_credit());
  ASSERT_TRUE(order(view_order::kind::hold));
  settle({put("3", "z")});
  feed();
  EXPECT_EQ(views_.take_credit().commits, 0U) << "what is not applied is no credit";
  ask("now");
  EXPECT_THAT(heard_only(), StartsWith(R"({"id":"now","status":"ok","position":2)"));
  ask("later", at(3));
  EXPECT_TRUE(heard().empty());
  order(view_order::kind::release);
  EXPECT_THAT(heard_only(), StartsWith(R"({"id":"later","status":"ok","position":3)"));
  EXPECT_EQ(views_.take_credit().commits, 1U);
}

TEST_F(HeldViews, GoesOnWithOtherViewsAtTheSameCommitOnly) {
  catch_up();
  const auto behind = others();
  settle({put("3", "z")});
  const auto next = others();
  EXPECT_FALSE(order(view_order::kind::swap, next)) << "not held";
  const auto before = order(view_order::kind::hold);
  EXPECT_FALSE(order(view_order::kind::swap, next)) << "one commit ahead";
  order(view_order::kind::release);
  feed();
  EXPECT_EQ(order(view_order::kind::hold), before);
  EXPECT_FALSE(order(view_order::kind::swap, behind));
  EXPECT_EQ(order(view_order::kind::swap, next), before);
  order(view_order::kind::release);
  ask("1");
  EXPECT_EQ(heard_only(), R"({"id":"1","status":"ok","position":3,"data":{"events":3,"last_position":3}})");
  settle({take("4", "z")});
  feed();
  EXPECT_EQ(next->head().head(), position(4)) << "they are the ones that follow";
  EXPECT_EQ(before->head().head(), position(3));
}

TEST_F(HeldViews, IsNotHeldByWhoeverAsksBeforeItServes) {
  EXPECT_FALSE(order(view_order::kind::hold));
  catch_up();
  order(view_order::kind::release);
  EXPECT_TRUE(views_.ready());
  EXPECT_EQ(views_.applied().head(), position(2));
}

TEST_F(HeldViews, BeginsWhereItIsTold) {
  order(view_order::kind::begin, others());
  EXPECT_FALSE(views_.ready()) << "nobody has said yet that it is this log";
  hear({world_.log().head(), {}, {}});
  EXPECT_TRUE(views_.ready());
  ask("1");
  EXPECT_EQ(heard_only(), R"({"id":"1","status":"ok","position":2,"data":{"events":2,"last_position":2}})");
}

}  // namespace
}  // namespace jumak::actors
