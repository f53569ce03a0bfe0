#pragma once

#include "bench/cell.hpp"

#include <optional>
#include <vector>

namespace jumak::bench {

/// Middle, least and greatest of some figures; all zero for none.
struct spread {
  double median = 0;
  double min = 0;
  double max = 0;

  static spread of(std::vector<double> figures);
};

/// All repetitions of one subject under one row.
struct summary {
  std::string row;
  subject who = subject::echo;
  spread per_second;
  /// Medians of the repetitions' percentiles, and the greatest latency of all; microseconds.
  double p50 = 0;
  double p99 = 0;
  double p999 = 0;
  double max = 0;
  std::optional<double> server_microseconds;
  double generator_microseconds = 0;
  /// Throughput over the baseline's of the same repetition.
  std::optional<spread> to_baseline;
  bool surprised = false;

  /// Worst of all repetitions.
  std::optional<view_lag> lag;
};

/// Sums up the cells, which are in the order of measurement: the n-th cell of a subject under a row
/// is its n-th repetition. The order of rows and subjects stays.
[[nodiscard]] std::vector<summary> summarize(const std::vector<cell>& cells);

}  // namespace jumak::bench
