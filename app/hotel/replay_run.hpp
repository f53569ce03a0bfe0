#pragma once

#include <functional>
#include <string>

#include "app/client/connection.hpp"
#include "app/hotel/replay_flow.hpp"
#include "app/hotel/replay_plan.hpp"
#include "app/hotel/replay_report.hpp"

namespace jumak::app::client {

/// How a replay ended.
struct replay_outcome {
  replay_flow::status end = replay_flow::status::finished;
  std::uint64_t resent = 0;
  std::uint64_t out_of_order = 0;
  /// The server takes no `time` from clients, so the replay was stopped.
  bool backdating_forbidden = false;
};

/// Called about once a second with the commands settled so far and the report so far.
using progress_handler = std::function<void(std::size_t settled, const replay_report& report)>;

/// Sends a plan over one connection, `batch` commands a message, and fills the report. Blocks until
/// all is settled or the flow gives up. One thread.
[[nodiscard]] replay_outcome run_plan(const replay_plan& plan, connection& link, flow_limits limits,
                                      std::size_t batch, std::uint64_t seed, replay_report& report,
                                      const progress_handler& progress);

}  // namespace jumak::app::client
