#pragma once

#include "bench/load.hpp"
#include "bench/view_lag.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jumak::bench {

/// Who is measured.
enum class subject { echo, baseline, jumak };

[[nodiscard]] std::string_view name_of(subject who) noexcept;

/// Everything a run was asked to do.
struct run_options {
  std::vector<load_shape> rows;
  std::string workload = "bookings";
  std::size_t hotels = 64;
  std::filesystem::path script = {};
  double seconds = 5;
  double warm_up = 1;
  std::size_t repetitions = 3;
  client_kind client = client_kind::zmtp;
  std::vector<subject> subjects;

  /// The jumak program to start; or, if empty, the addresses of a server that runs. All empty:
  /// baselines only.
  std::string server;
  /// More arguments for `jumak serve`.
  std::vector<std::string> server_arguments;
  std::string commands;
  std::string queries;

  /// Where the folders of data are made; on the disk that is measured.
  std::filesystem::path folder;
};

/// One measurement of one subject under one row.
struct cell {
  subject who = subject::echo;
  std::string row;
  load_result load;

  /// Processor time a command, in microseconds, from start to end of the load; absent for a server
  /// we did not start.
  std::optional<double> server_microseconds;
  double generator_microseconds = 0;
  /// At the end of the load.
  std::optional<std::uint64_t> resident_bytes;
  std::optional<view_lag> lag;
};

/// Starts the subject with an empty data folder (unless it runs already), sets the workload up,
/// loads it, asks for the lag of its views, stops it and removes its data. Throws `failure`.
[[nodiscard]] cell measure(subject who, const load_shape& row, const run_options& options);

}  // namespace jumak::bench
