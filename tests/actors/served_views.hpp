#pragma once

#include <gtest/gtest.h>

#include "actors/view_service.hpp"
#include "net/fed_commit.hpp"
#include "tests/actors/shard_world.hpp"

namespace jumak::actors::testing {

inline constexpr view_service::time_point start{std::chrono::hours(1)};

/// A view service and a log that it is fed from by hand.
class served_views : public ::testing::Test {
 protected:
  served_views() { settle({put("1", "x"), put("2", "y")}); }

  /// Adds commits to the log; one batch, one commit.
  void settle(const std::vector<shelf_command>& commands) {
    world_.send(commands);
    world_.settle();
  }
  /// The commits of the log that were not fed yet.
  fed_commits_ptr unfed() {
    fed_commits fed;
    const auto commits = world_.log().read(next_, 1 << 20);
    for (const std::string& bytes : *commits) {
      fed.commits.push_back(net::read_fed_commit(net::frame(bytes)).value());
      const auto& header = fed.commits.back().view.header();
      next_ = {header.next_position(), header.number.next()};
    }
    return std::make_shared<const fed_commits>(std::move(fed));
  }
  void feed() { views_.on_commits(unfed(), replies_); }
  void hear(feed_state news) { views_.on_feed(news, replies_); }
  void catch_up() {
    hear({world_.log().head(), {}, {}});
    feed();
  }
  void ask(const std::string& id, std::optional<wire::read_position> after = {}, std::chrono::milliseconds patience = std::chrono::seconds(1),
           std::string type = "CountEvents") {
    query_batch batch;
    batch.now = now_;
    routed_query query;
    query.id = id;
    query.type = std::move(type);
    if (query.type == "CountEvents") query.data["shelf"] = "a";
    query.after = std::move(after);
    query.deadline = now_ + patience;
    batch.queries.push_back(std::move(query));
    views_.on_queries(batch, replies_);
  }
  /// Behind the log: the same event twice, as if another version had written it.
  [[nodiscard]] fed_commits_ptr two_commits_of(const event_view& event) {
    log_head head = world_.log().head();
    record_view record;
    record.aggregate = "shelf/a";
    record.id = "9";
    record.events.push_back(event);
    std::string payload;
    encode_record(payload, record);
    fed_commits fed;
    for (int each = 0; each < 2; ++each) {
      fed.commits.push_back(net::read_fed_commit(net::frame(seal_commit(head, payload, 1, 1))).value());
    }
    return std::make_shared<const fed_commits>(std::move(fed));
  }
  /// What the service answers to the order.
  std::shared_ptr<view_set> order(view_order::kind what, std::shared_ptr<view_set> views = nullptr) {
    view_order given(what, std::move(views));
    views_.on_order(given, replies_);
    return given.wait(std::chrono::milliseconds(0));
  }
  /// Views that folded the whole log apart.
  std::shared_ptr<view_set> others() {
    auto made = std::make_shared<view_set>(world_.domain());
    const auto commits = world_.log().read(storage::first_key, 1 << 20);
    for (const std::string& bytes : *commits) EXPECT_TRUE(made->apply(commit_view::parse(bytes).value()));
    return made;
  }
  static wire::read_position at(std::uint64_t position) { return {std::nullopt, jumak::position(position)}; }
  /// The replies since the last call.
  std::vector<std::string> heard() {
    std::vector<std::string> texts;
    for (ready_reply& one : std::exchange(replies_, {})) texts.push_back(std::move(one.json));
    return texts;
  }
  std::string heard_only() {
    const auto texts = heard();
    EXPECT_EQ(texts.size(), 1U);
    return texts.empty() ? std::string() : texts.front();
  }

  shard_world world_;
  commit_key next_ = storage::first_key;
  query_limits limits_ = {.waiting_max = 3};
  view_service views_{std::make_shared<view_set>(world_.domain()), limits_, "1.2", start};
  view_service::replies replies_;
  view_service::time_point now_ = start;
};

}  // namespace jumak::actors::testing
