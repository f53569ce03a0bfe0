#pragma once

#include "bench/summary.hpp"

#include <boost/json/object.hpp>
#include <iosfwd>
#include <vector>

namespace jumak::bench {

/// What one run found out.
struct report {
  boost::json::object environment;
  run_options options;
  histogram disk;
  std::vector<cell> cells;
};

/// One line while the run goes on.
void print_progress(std::ostream& out, const cell& cell);

/// The table of medians, the lag of the views, and every surprise in words.
void print_table(std::ostream& out, const report& report);

/// The same as JSON, with every repetition; latencies in microseconds. The layout is described in
/// docs/benchmarks.md.
[[nodiscard]] boost::json::object to_json(const report& report);

}  // namespace jumak::bench
