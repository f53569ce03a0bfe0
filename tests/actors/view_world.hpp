#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <vector>

#include "actors/history.hpp"
#include "actors/view_builder.hpp"
#include "actors/view_service.hpp"
#include "tests/actors/shard_world.hpp"

namespace jumak::actors::testing {

/// Shelves with a log in memory, its history endpoint, and running views that obey orders at once, in the thread of
/// whoever gives them.
class view_world {
 public:
  view_world() {
    net::router_options options;
    options.name = "history";
    options.address = "tcp://127.0.0.1:*";
    endpoint_ = std::move(net::router_endpoint::open(messaging_, options).value());
    endpoint_->start(history_);
    door_.send = [this](const view_order_ptr& order) {
      const std::lock_guard lock(mutex_);
      running_.on_order(*order, replies_);
    };
  }
  ~view_world() { endpoint_->close(); }

  /// So many commits of one event each, each of a shelf of its own.
  void write(int commits) {
    for (; commits > 0; --commits) {
      const std::string number = std::to_string(++written_);
      shelf_command made = put(number, "box");
      made.shelf = "s" + number;
      world_.send({made});
      world_.settle();
    }
  }
  /// The running views apply what they have not yet, and know that they have all.
  void catch_up() {
    auto fed = std::make_shared<fed_commits>();
    const auto commits = world_.log().read(next_, 1 << 24);
    for (const std::string& bytes : *commits) {
      fed->commits.push_back(net::read_fed_commit(net::frame(bytes)).value());
      const auto& header = fed->commits.back().view.header();
      next_ = {header.next_position(), header.number.next()};
    }
    const std::lock_guard lock(mutex_);
    running_.on_feed({world_.log().head(), {}, {}}, replies_);
    running_.on_commits(fed, replies_);
  }
  /// A fold of the whole log.
  [[nodiscard]] std::shared_ptr<view_set> folded() const {
    auto made = std::make_shared<view_set>(world_.domain());
    const auto commits = world_.log().read(storage::first_key, 1 << 24);
    for (const std::string& bytes : *commits) EXPECT_TRUE(made->apply(commit_view::parse(bytes).value()));
    return made;
  }

  [[nodiscard]] const hosting::hosted_domain& domain() const { return world_.domain(); }
  [[nodiscard]] log_head head() const { return world_.log().head(); }
  [[nodiscard]] view_door& door() { return door_; }
  [[nodiscard]] const view_service& running() const { return running_; }
  [[nodiscard]] view_builder::surroundings around(view_keeping* keeping) {
    net::feed_options feed;
    feed.history_address = endpoint_->bound_address();
    feed.events_address = "inproc://nobody-publishes";
    return {domain(), messaging_, feed, keeping, door_, give_up};
  }

  std::atomic<bool> give_up{false};

 private:
  mutable shard_world world_;
  int written_ = 0;
  history history_{world_.domain(), world_.log(), {}};
  net::context messaging_;
  std::unique_ptr<net::router_endpoint> endpoint_;
  std::mutex mutex_;
  commit_key next_ = storage::first_key;
  view_service running_{std::make_shared<view_set>(world_.domain()), {}, "1", {}};
  view_service::replies replies_;
  view_door door_;
};

/// What was noted of kept views.
struct kept_notes {
  std::vector<std::string> done;
  std::vector<std::string> ignored;
  [[nodiscard]] view_notes into() {
    return {[this](const std::string& note) { done.push_back(note); },
            [this](const std::string& note) { ignored.push_back(note); }};
  }
};

/// All that views hold, as bytes.
[[nodiscard]] inline std::string bytes_of(const view_set& views) {
  std::string bytes;
  static_cast<void>(views.views().save([&](std::string_view piece) { bytes += piece; }, nullptr));
  return bytes + "/" + std::to_string(views.streams());
}

}  // namespace jumak::actors::testing
