#include "bench/report.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cstdarg>
#include <cstdio>
#include <ostream>
#include <set>

namespace jumak::bench {

namespace {

// A baseline that moves more than this within one run says that the machine was not ours alone.
constexpr double drift_max = 0.30;

[[gnu::format(printf, 1, 2)]] std::string formatted(const char* format, ...) {
  char text[512];
  std::va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  return text;
}

std::string line_of(const summary& summary) {
  const std::string name(name_of(summary.who));
  std::string line =
      formatted("%-9s %-9s %10.0f %10.0f %10.0f %9.0f %9.0f %9.0f %10.0f", summary.row.c_str(),
                name.c_str(), summary.per_second.median, summary.per_second.min,
                summary.per_second.max, summary.p50, summary.p99, summary.p999, summary.max);
  line += summary.server_microseconds ? formatted(" %9.2f", *summary.server_microseconds)
                                      : "         -";
  line += formatted(" %9.2f", summary.generator_microseconds);
  if (summary.to_baseline)
    line += formatted("  %5.2f (%.2f to %.2f)", summary.to_baseline->median,
                      summary.to_baseline->min, summary.to_baseline->max);
  return line;
}

std::string lag_line(const summary& summary) {
  const view_lag& lag = *summary.lag;
  return formatted(
      "%-9s views at the end: lag %llu of head %llu, %llu behind the last answer; %s %.0f ms",
      summary.row.c_str(), static_cast<unsigned long long>(lag.lag),
      static_cast<unsigned long long>(lag.head), static_cast<unsigned long long>(lag.behind),
      lag.caught_up ? "level after" : "NOT level after", lag.catch_up_ms);
}

void print_environment(std::ostream& out, const report& report) {
  for (const auto& [name, value] : report.environment)
    out << std::string_view(name) << ": " << boost::json::serialize(value) << "\n";
  out << formatted("append 280 bytes and fdatasync: p50 %.0f us, p99 %.0f us\n",
                   static_cast<double>(report.disk.percentile(50)) / 1e3,
                   static_cast<double>(report.disk.percentile(99)) / 1e3);
}

void print_surprises(std::ostream& out, const report& report) {
  for (const auto& cell : report.cells)
    if (cell.load.surprised())
      out << formatted(
                 "SURPRISE %s %s: %llu rejected, %llu errors, %llu duplicates, %llu strange. "
                 "First: ",
                 cell.row.c_str(), std::string(name_of(cell.who)).c_str(),
                 static_cast<unsigned long long>(cell.load.rejected),
                 static_cast<unsigned long long>(cell.load.errors),
                 static_cast<unsigned long long>(cell.load.duplicates),
                 static_cast<unsigned long long>(cell.load.strange))
          << cell.load.first_surprise << "\n";
}

void print_drift(std::ostream& out, const std::vector<summary>& summaries) {
  for (const auto& summary : summaries) {
    const auto& rate = summary.per_second;
    if (summary.who == subject::baseline && rate.max - rate.min > drift_max * rate.median)
      out << formatted(
          "NOISY %s: the baseline moved by %.0f %% between repetitions; measure again on an idle "
          "machine.\n",
          summary.row.c_str(), (rate.max - rate.min) / rate.median * 100);
  }
}

}  // namespace

void print_progress(std::ostream& out, const cell& cell) {
  out << formatted("%-9s %-9s %10.0f/s  p50 %.0f us  p99 %.0f us", cell.row.c_str(),
                   std::string(name_of(cell.who)).c_str(), cell.load.per_second(),
                   static_cast<double>(cell.load.latency.percentile(50)) / 1e3,
                   static_cast<double>(cell.load.latency.percentile(99)) / 1e3)
      << (cell.load.surprised() ? "  SURPRISE: " + cell.load.first_surprise : "") << std::endl;
}

void print_table(std::ostream& out, const report& report) {
  const auto summaries = summarize(report.cells);
  print_environment(out, report);
  out << formatted(
      "\nDurable acknowledgements a second, median of %zu; latency and processor time in us\n",
      report.options.repetitions);
  out << formatted("%-9s %-9s %10s %10s %10s %9s %9s %9s %10s %9s %9s  %s\n", "row", "server",
                   "median/s", "min/s", "max/s", "p50", "p99", "p99.9", "max", "server",
                   "generator", "to baseline");
  for (const auto& summary : summaries) out << line_of(summary) << "\n";
  for (const auto& summary : summaries)
    if (summary.lag) out << lag_line(summary) << "\n";
  print_drift(out, summaries);
  print_surprises(out, report);
  out.flush();
}

}  // namespace jumak::bench
