#pragma once

#include <atomic>
#include <caf/all.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "actors/interfaces.hpp"
#include "actors/limits.hpp"
#include "actors/query_gateway.hpp"
#include "actors/supervision.hpp"
#include "actors/view_gateway.hpp"
#include "actors/view_keeping.hpp"
#include "hosting/hosted_domain.hpp"
#include "net/event_feed.hpp"
#include "net/router_endpoint.hpp"

namespace jumak::actors {

struct query_side_options {
  std::string queries_address;
  std::string events_address;   ///< Of the command side.
  std::string history_address;  ///< Of the command side.
  std::string version;          ///< Told by GetSystemStatus.
  query_limits limits;
  /// Where views are kept between runs, and where `views.sock` lies, the endpoint for operators; made if missing. Empty:
  /// neither.
  std::filesystem::path views_folder;
  view_limits views;
};

/// Hears what an operator should know. Any thread; must not block long.
struct query_side_listener {
  /// The views serve, from this head on. Once.
  std::function<void(const log_head&)> ready;
  /// The views stopped there, and why: the log has an event of a newer version. The process goes on, and
  /// GetSystemStatus says so. Once.
  std::function<void(const log_head&, const std::string&)> stopped;
  /// No query will be answered any more; why.
  std::function<void(const std::string&)> broken;
  /// What became of kept views.
  view_notes views;
};

/// The query side: a feed that follows the command side's log over ZeroMQ, the views that fold it, and the
/// endpoint that asks them. Opened, started and stopped by one thread.
class query_side final : private net::feed_handler {
 public:
  /// Binds, and reads kept views, which may take seconds; errors are sentences for the operator. A command side that is not there is none: the feed waits.
  [[nodiscard]] static result<std::unique_ptr<query_side>> open(const hosting::hosted_domain& domain,
                                                                caf::actor_system& system, net::context& messaging,
                                                                query_side_options options,
                                                                query_side_listener listener);
  /// stop()s.
  ~query_side() override;
  query_side(const query_side&) = delete;
  query_side& operator=(const query_side&) = delete;

  /// Starts to follow and to answer, `unavailable` at first.
  void start();
  /// Answers what can be answered within `patience` and ends. False when something was left over.
  bool stop(std::chrono::milliseconds patience);

  [[nodiscard]] const std::string& queries_address() const { return queries_->bound_address(); }
  /// How far the feed has come. Any thread.
  [[nodiscard]] net::feed_statistics following() const { return feed_->statistics(); }

 private:
  query_side(const hosting::hosted_domain& domain, caf::actor_system& system, net::context& messaging,
             query_side_options options, query_side_listener listener);

  void on_commits(std::vector<net::fed_commit> commits) override;
  void on_status(std::string_view text) override;
  void on_head(const log_head& head, bool live) override;
  void on_diverged(const std::string& reason) override;
  std::optional<log_head> on_unknown_start(const std::string& reason) override;
  void tell(feed_state news);

  result<void> open_views();
  [[nodiscard]] net::feed_options feed_from(const log_head& applied) const;
  void start_view();
  void start_builder();
  [[nodiscard]] view_keeping* keeping() const noexcept { return options_.views.snapshot_every > 0 ? keeping_.get() : nullptr; }
  void keep_at_stop(const view_set& views);

  const hosting::hosted_domain& domain_;
  caf::actor_system& system_;
  net::context& messaging_;
  query_side_options options_;
  query_side_listener listener_;
  std::unique_ptr<net::router_endpoint> queries_;
  std::unique_ptr<net::event_feed> feed_;
  std::unique_ptr<query_gateway> gateway_;
  std::unique_ptr<supervision> supervision_;
  view_actor view_;

  std::unique_ptr<view_keeping> keeping_;
  std::shared_ptr<view_set> begin_;  ///< What the views begin with; then of the feed's thread.
  std::unique_ptr<net::router_endpoint> operators_;
  std::unique_ptr<view_gateway> operators_gateway_;
  view_door door_;
  builder_actor builder_;
  std::atomic<bool> rebuilding_{false};
  std::atomic<bool> ending_{false};
  bool stopped_ = false;
};

}  // namespace jumak::actors
