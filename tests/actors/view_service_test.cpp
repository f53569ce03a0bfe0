#include "actors/view_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/actors/served_views.hpp"
#include "wire/strict_json.hpp"

namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;
using ViewService = served_views;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST_F(ViewService, IsUnavailableUntilTheFirstHeadIsApplied) {
  ask("1");
  EXPECT_THAT(heard_only(), HasSubstr(R"("code":"unavailable")"));
  feed();
  EXPECT_FALSE(views_.ready()) << "nobody has said yet where the log ends";
  hear({world_.log().head(), {}, {}});
  EXPECT_TRUE(views_.ready());
  ask("2");
  EXPECT_EQ(heard_only(), R"({"id":"2","status":"ok","position":2,"data":{"events":2,"last_position":2}})");
}

TEST_F(ViewService, AnEmptyLogIsServedToo) {
  shard_world empty;
  view_service views(std::make_shared<view_set>(empty.domain()), {}, "1", start);
  fed_commits fed;
  const auto commits = empty.log().read(storage::first_key, 1 << 20);
  for (const std::string& bytes : *commits) fed.commits.push_back(net::read_fed_commit(net::frame(bytes)).value());
  views.on_feed({empty.log().head(), {}, {}}, replies_);
  views.on_commits(std::make_shared<const fed_commits>(std::move(fed)), replies_);
  EXPECT_TRUE(views.ready());
}

TEST_F(ViewService, WaitsForAPositionAndAnswersInOrder) {
  catch_up();
  ask("late", at(4));
  ask("soon", at(3));
  ask("also", at(4));
  ask("now", at(2));
  EXPECT_THAT(heard_only(), StartsWith(R"({"id":"now")"));
  settle({put("3", "z")});
  feed();
  EXPECT_EQ(heard_only(), R"({"id":"soon","status":"ok","position":3,"data":{"events":3,"last_position":3}})");
  settle({take("4", "z"), take("5", "x")});
  feed();
  const auto last = heard();
  ASSERT_EQ(last.size(), 2U);
  EXPECT_THAT(last[0], StartsWith(R"({"id":"late","status":"ok","position":5)"));
  EXPECT_THAT(last[1], StartsWith(R"({"id":"also","status":"ok","position":5)"));
}

TEST_F(ViewService, APositionThatDoesNotComeIsATimeoutWithThePositionReached) {
  catch_up();
  ask("short", at(99), 0ms);
  ask("long", at(99), 500ms);
  EXPECT_TRUE(heard().empty());
  views_.on_tick(start, replies_);
  EXPECT_THAT(heard_only(), StartsWith(R"({"id":"short","status":"error","position":2,"error":{"code":"timeout")"));
  views_.on_tick(start + 499ms, replies_);
  EXPECT_TRUE(heard().empty());
  views_.on_tick(start + 500ms, replies_);
  EXPECT_THAT(heard_only(), HasSubstr(R"("code":"timeout")"));
  views_.on_tick(start + 2h, replies_);
  EXPECT_TRUE(heard().empty()) << "each is answered once";
}

TEST_F(ViewService, ManyWhoWaitAreALimit) {
  catch_up();
  for (const char* id : {"1", "2", "3", "4"}) ask(id, at(99));
  EXPECT_THAT(heard_only(), AllOf(StartsWith(R"({"id":"4")"), HasSubstr(R"("code":"overloaded")")));
}

TEST_F(ViewService, APositionOfAnotherLogIsRefusedAndOfThisOneTaken) {
  catch_up();
  ask("other", wire::read_position{"00ff", position(1)});
  EXPECT_THAT(heard_only(), HasSubstr(R"("code":"wrong_log")"));
  ask("this", wire::read_position{to_text(world_.log().head().log), position(1)});
  EXPECT_THAT(heard_only(), HasSubstr(R"("status":"ok")"));
}

TEST_F(ViewService, WhatDoesNotExistCarriesThePosition) {
  catch_up();
  ask("1", {}, 1s, "CountBoxes");
  EXPECT_THAT(heard_only(), StartsWith(R"({"id":"1","status":"error","error":{"code":"unknown_type")"));
  view_service fresh(std::make_shared<view_set>(world_.domain()), limits_, "1", start);
  next_ = storage::first_key;
  fresh.on_feed({world_.log().head(), {}, {}}, replies_);
  fresh.on_commits(unfed(), replies_);
  query_batch batch;
  batch.queries.emplace_back();
  batch.queries.front().id = "2";
  batch.queries.front().type = "CountEvents";
  batch.queries.front().data["shelf"] = "none";
  fresh.on_queries(batch, replies_);
  EXPECT_THAT(heard_only(), StartsWith(R"({"id":"2","status":"error","position":2,"error":{"code":"not_found")"));
}

TEST_F(ViewService, AnotherLogEndsTheServiceForThoseWhoWaitToo) {
  catch_up();
  ask("waits", at(99));
  hear({{}, {}, "a backup was restored"});
  EXPECT_THAT(heard_only(), AllOf(StartsWith(R"({"id":"waits")"), HasSubstr(R"("code":"unavailable")")));
  ask("after");
  EXPECT_THAT(heard_only(), HasSubstr("a backup was restored"));
  EXPECT_FALSE(views_.ready());
}

TEST_F(ViewService, AnEventThatCannotBeAppliedEndsTheServiceAtOnce) {
  catch_up();
  ask("waits", at(99));
  views_.on_commits(two_commits_of({"box/q", "BoxTaken", 1, version(1), version(9), "no such bytes"}), replies_);
  EXPECT_TRUE(views_.broken());
  EXPECT_EQ(views_.applied().head(), position(2)) << "the commit was not applied whole";
  EXPECT_THAT(heard_only(), AllOf(StartsWith(R"({"id":"waits")"), HasSubstr(R"("code":"unavailable")")));
}

TEST_F(ViewService, AnEventOfANewerVersionStopsTheViewsAndNotTheirStatus) {
  catch_up();
  ask("waits", at(99));
  ask("status waits", at(99), 1s, "GetSystemStatus");
  views_.on_commits(two_commits_of({"box/q", "BoxSold", 4, version(1), version(9), "whatever"}), replies_);
  EXPECT_FALSE(views_.broken());
  ASSERT_TRUE(views_.stopped());
  const std::string why = *views_.stopped();
  EXPECT_THAT(why, AllOf(StartsWith("the views stopped at position 2, before commit "),
                         HasSubstr("BoxSold of schema 4 is not known to this version")));
  EXPECT_FALSE(views_.ready());
  const auto released = heard();
  ASSERT_EQ(released.size(), 2U);
  EXPECT_THAT(released[0], AllOf(StartsWith(R"({"id":"waits")"), HasSubstr("unavailable"), HasSubstr(why)));
  EXPECT_THAT(released[1], AllOf(StartsWith(R"({"id":"status waits")"), HasSubstr("unavailable")));
  ask("query");
  EXPECT_THAT(heard_only(), AllOf(HasSubstr("unavailable"), HasSubstr(why)));
  ask("status", {}, 1s, "GetSystemStatus");
  EXPECT_THAT(heard_only(), AllOf(HasSubstr(R"("status":"ok","position":2)"), HasSubstr(R"("stopped":")" + why)));
}

TEST_F(ViewService, SystemStatusIsJsonWithWhatTheCommandSideSays) {
  catch_up();
  log_head ahead = world_.log().head();
  ahead.next_position = position(10);
  hear({ahead, R"("aggregates_in_memory":1)", {}});
  now_ = start + 65s;
  ask("s", {}, 1s, "GetSystemStatus");
  const auto reply = wire::parse_strict(heard_only());
  ASSERT_TRUE(reply);
  const auto& status = reply->at("data").as_object();
  EXPECT_EQ(status.at("log").as_string(), to_text(ahead.log));
  EXPECT_EQ(status.at("head"), 9);
  EXPECT_EQ(status.at("views").as_array().size(), 2U);
  EXPECT_EQ(status.at("views").at(0).at("name").as_string(), "counts");
  EXPECT_EQ(status.at("views").at(1).at("position"), 2);
  EXPECT_EQ(status.at("views").at(1).at("lag"), 7);
  EXPECT_EQ(status.at("streams"), 2);
  EXPECT_EQ(status.at("aggregates_in_memory"), 1);
  EXPECT_EQ(status.at("uptime_s"), 65);
  EXPECT_EQ(status.at("version").as_string(), "1.2");
}

}  // namespace
}  // namespace jumak::actors
