#include "actors/view_gateway.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/actors/kept_replies.hpp"
#include "tests/actors/view_world.hpp"

namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class ViewGateway : public ::testing::Test {
 protected:
  std::string answer(std::string_view body) {
    kept_replies replies;
    std::vector<net::request> requests;
    requests.push_back(request_with(0, body));
    gateway_.on_drained(requests, replies);
    return replies.texts.empty() ? "" : replies.only(0);
  }

  view_world world_;
  std::vector<view_job> jobs_;
  view_gateway gateway_{{world_.door(), [] { return position(1); },
                         [this](view_job job) {
                           if (!jobs_.empty()) return false;
                           jobs_.push_back(std::move(job));
                           return true;
                         },
                         world_.give_up},
                        {}};
};

TEST_F(ViewGateway, ShowsTheRunningViews) {
  world_.write(2);
  EXPECT_THAT(answer(R"({"id":"1","type":"ShowViews"})"), HasSubstr(R"("code":"unavailable")"));
  world_.catch_up();
  EXPECT_THAT(answer(R"({"id":"1","type":"ShowViews"})"),
              AllOf(StartsWith(R"({"id":"1","status":"ok","position":2,"data":{"position":2,"kept":1,"views":[)"),
                    HasSubstr(R"({"name":"counts","rows":2,"hash":")")));
  world_.write(1);
  world_.catch_up();
  EXPECT_EQ(world_.running().applied(), world_.head()) << "nobody holds them any more";
}

TEST_F(ViewGateway, HandsARebuildOnAndRefusesASecond) {
  EXPECT_EQ(answer(R"({"id":"7","type":"RebuildViews","data":{}})"), "");
  ASSERT_EQ(jobs_.size(), 1U);
  EXPECT_EQ(jobs_[0].what, view_job::kind::rebuild);
  EXPECT_EQ(jobs_[0].id, "7");
  EXPECT_THAT(answer(R"({"id":"8","type":"RebuildViews"})"), HasSubstr("being rebuilt already"));
}

TEST_F(ViewGateway, KnowsNothingElse) {
  EXPECT_THAT(answer(R"({"id":"1","type":"CountEvents","data":{"shelf":"a"}})"), HasSubstr(R"("code":"unknown_type")"));
  EXPECT_THAT(answer(R"({"id":"1","type":"ShowViews","data":{"x":1}})"), HasSubstr(R"("code":"malformed")"));
  EXPECT_THAT(answer("nonsense"), HasSubstr(R"("code":"malformed")"));
}

}  // namespace
}  // namespace jumak::actors
