#include "actors/builder_actor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <caf/scheduler/test_coordinator.hpp>

#include "tests/actors/view_world.hpp"

namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;
using ::testing::StartsWith;

struct coordinated : caf::actor_system_config {
  coordinated() { set("scheduler.policy", caf::atom("testing")); }
};

/// A builder_actor on CAF's own test scheduler: nothing runs until told, in one thread.
class BuilderActor : public ::testing::Test {
 protected:
  BuilderActor() {
    auto inside = std::make_shared<std::unique_ptr<view_builder>>(
        std::make_unique<view_builder>(world_.around(keeping_.get()), view_limits{.snapshot_every = 5}));
    builder_ = system_.spawn(run_builder, inside, [this](ready_reply reply) { replies_.push_back(std::move(reply.json)); });
  }
  ~BuilderActor() override { caf::anon_send_exit(builder_, caf::exit_reason::user_shutdown), run(); }
  void run() { dynamic_cast<caf::scheduler::test_coordinator&>(system_.scheduler()).run(); }
  void ask(view_job job) {
    caf::anon_send(builder_, std::move(job));
    run();
  }

  view_world world_;
  storage::temporary_folder folder_;
  kept_notes notes_;
  std::unique_ptr<view_keeping> keeping_ =
      std::move(view_keeping::open(world_.domain(), folder_.path() / "views", notes_.into()).value());
  coordinated config_;
  caf::actor_system system_{config_};
  builder_actor builder_;
  std::vector<std::string> replies_;
};

TEST_F(BuilderActor, KeepsAndAnswersNobody) {
  world_.write(5);
  ask({view_job::kind::keep, position(5), net::nobody, {}});
  EXPECT_EQ(keeping_->kept(), position(5));
  EXPECT_TRUE(replies_.empty());
}

TEST_F(BuilderActor, AnswersARebuild) {
  world_.write(2);
  ask({view_job::kind::rebuild, {}, {}, "early"});
  world_.catch_up();
  ask({view_job::kind::rebuild, {}, {}, "7"});
  ASSERT_EQ(replies_.size(), 2U);
  EXPECT_THAT(replies_[0], StartsWith(R"({"id":"early","status":"error","error":{"code":"unavailable")"));
  EXPECT_THAT(replies_[1], StartsWith(R"({"id":"7","status":"ok","position":2,"data":{"position":2,"equal":true)"));
}

}  // namespace
}  // namespace jumak::actors
