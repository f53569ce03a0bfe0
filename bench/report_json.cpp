#include "bench/report.hpp"

#include <boost/json.hpp>

namespace jumak::bench {

namespace {

namespace json = boost::json;

json::object to_json(const histogram& latency) {
  const auto microseconds = [&](double percent) {
    return static_cast<double>(latency.percentile(percent)) / 1e3;
  };
  return {{"count", latency.count()}, {"min", static_cast<double>(latency.min()) / 1e3},
          {"p50", microseconds(50)},  {"p90", microseconds(90)},
          {"p99", microseconds(99)},  {"p99.9", microseconds(99.9)},
          {"max", microseconds(100)}};
}

json::object to_json(const spread& figures) {
  return {{"median", figures.median}, {"min", figures.min}, {"max", figures.max}};
}

json::object to_json(const view_lag& lag) {
  return {{"head", lag.head},
          {"lag", lag.lag},
          {"behind", lag.behind},
          {"catch_up_ms", lag.catch_up_ms},
          {"caught_up", lag.caught_up}};
}

json::object to_json(const cell& cell) {
  json::object result = {
      {"row", cell.row},
      {"subject", name_of(cell.who)},
      {"per_second", cell.load.per_second()},
      {"seconds", cell.load.seconds},
      {"acknowledged", cell.load.acknowledged},
      {"rejected", cell.load.rejected},
      {"errors", cell.load.errors},
      {"duplicates", cell.load.duplicates},
      {"strange", cell.load.strange},
      {"latency_us", to_json(cell.load.latency)},
      {"generator_us", cell.generator_microseconds},
  };
  if (cell.server_microseconds) result["server_us"] = *cell.server_microseconds;
  if (cell.resident_bytes) result["resident_bytes"] = *cell.resident_bytes;
  if (cell.lag) result["views"] = to_json(*cell.lag);
  return result;
}

json::object to_json(const summary& summary) {
  json::object result = {
      {"row", summary.row},
      {"subject", name_of(summary.who)},
      {"per_second", to_json(summary.per_second)},
      {"p50_us", summary.p50},
      {"p99_us", summary.p99},
      {"p99.9_us", summary.p999},
      {"max_us", summary.max},
      {"generator_us", summary.generator_microseconds},
      {"surprised", summary.surprised},
  };
  if (summary.server_microseconds) result["server_us"] = *summary.server_microseconds;
  if (summary.to_baseline) result["to_baseline"] = to_json(*summary.to_baseline);
  if (summary.lag) result["views"] = to_json(*summary.lag);
  return result;
}

json::object to_json(const run_options& options) {
  return {{"workload", options.workload},
          {"hotels", options.hotels},
          {"seconds", options.seconds},
          {"warm_up", options.warm_up},
          {"repetitions", options.repetitions},
          {"client", options.client == client_kind::zmtp ? "zmtp" : "dealer"},
          {"server_arguments", json::value_from(options.server_arguments)}};
}

}  // namespace

json::object to_json(const report& report) {
  json::array cells;
  for (const auto& cell : report.cells) cells.push_back(to_json(cell));
  json::array summaries;
  for (const auto& summary : summarize(report.cells)) summaries.push_back(to_json(summary));
  return {{"environment", report.environment},
          {"options", to_json(report.options)},
          {"disk_us", to_json(report.disk)},
          {"summaries", std::move(summaries)},
          {"measurements", std::move(cells)}};
}

}  // namespace jumak::bench
