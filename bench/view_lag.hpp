#pragma once

#include <cstdint>
#include <string>

namespace jumak::bench {

/// How far the read views were behind when the load ended, and how long until they were not.
struct view_lag {
  /// What GetSystemStatus said first: the head it knows, and the greatest `views[].lag`.
  std::uint64_t head = 0;
  std::uint64_t lag = 0;
  /// Events between the last acknowledged position and the view furthest behind, in that first
  /// answer.
  std::uint64_t behind = 0;
  /// From the end of the load to the first answer in which every view has the last acknowledged
  /// position.
  double catch_up_ms = 0;
  bool caught_up = false;
};

/// Asks the query endpoint until every view has applied `position`, for at most half a minute.
/// Throws `failure` when there is no answer or one without views.
[[nodiscard]] view_lag measure_view_lag(const std::string& queries, std::uint64_t position);

}  // namespace jumak::bench
