#pragma once

#include <atomic>
#include <functional>

#include "actors/limits.hpp"
#include "actors/query_messages.hpp"
#include "actors/view_job.hpp"
#include "actors/view_order.hpp"
#include "net/router_endpoint.hpp"

namespace jumak::actors {

/// Answers what an operator of this machine asks of the views: `ShowViews` and `RebuildViews`, in envelopes of queries.
/// Runs in the thread of an endpoint of its own, which may block: while it reads the running views they apply nothing.
class view_gateway final : public net::request_handler {
 public:
  struct ports {
    view_door& running;
    /// Up to where views are kept.
    std::function<position()> kept;
    /// False when a rebuild is under way already.
    std::function<bool(view_job)> rebuild;
    const std::atomic<bool>& ending;
  };
  view_gateway(ports out, const view_limits& limits) : ports_(std::move(out)), limits_(limits) {}

  void on_drained(std::span<net::request> requests, net::reply_sink& replies) override;

 private:
  /// The reply; nothing when it comes later.
  [[nodiscard]] std::optional<std::string> answer(const routed_query& query);
  [[nodiscard]] std::string show(const routed_query& query);
  [[nodiscard]] std::optional<std::string> rebuild(const routed_query& query);

  ports ports_;
  view_limits limits_;
};

}  // namespace jumak::actors
