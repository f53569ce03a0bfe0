#include "bench/cell.hpp"

#include "bench/failure.hpp"
#include "bench/numbered_id.hpp"
#include "bench/server_process.hpp"

#include <sys/resource.h>
#include <cmath>

namespace jumak::bench {

namespace {

// No server of ours answers more, so that the rooms of a workload suffice.
constexpr double commands_a_second_max = 500'000;

constexpr auto any_port = "tcp://127.0.0.1:*";

/// The data folder of one measurement, removed at the end.
class data_folder {
 public:
  data_folder(const std::filesystem::path& parent, const std::string& name) : path_(parent / name) {
    std::filesystem::create_directories(path_);
  }
  ~data_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  data_folder(const data_folder&) = delete;
  data_folder& operator=(const data_folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
};

double own_processor_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::vector<std::string> program_of(subject who, const run_options& options,
                                    const std::filesystem::path& folder, std::size_t reply_bytes) {
  switch (who) {
    case subject::echo:
      return {own_path(), "echo-server", "--reply-bytes", std::to_string(reply_bytes)};
    case subject::baseline:
      return {own_path(), "baseline-server", "--data", folder.string()};
    case subject::jumak:
      break;
  }
  std::vector<std::string> argv = {options.server, "serve", "--data", (folder / "jumak").string()};
  for (const auto* endpoint : {"--commands", "--queries", "--events", "--history"})
    argv.insert(argv.end(), {endpoint, any_port});
  argv.insert(argv.end(), options.server_arguments.begin(), options.server_arguments.end());
  return argv;
}

std::chrono::milliseconds milliseconds(double seconds) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(std::llround(seconds * 1e3)));
}

load_options load_of(subject who, const load_shape& row, const run_options& options) {
  return {row, milliseconds(options.warm_up), milliseconds(options.seconds), options.client,
          who == subject::echo};
}

}  // namespace

std::string_view name_of(subject who) noexcept {
  switch (who) {
    case subject::echo:
      return "echo";
    case subject::baseline:
      return "baseline";
    case subject::jumak:
      break;
  }
  return "jumak";
}

cell measure(subject who, const load_shape& row, const run_options& options) {
  const std::string prefix = next_prefix();
  const auto fitting =
      static_cast<std::uint64_t>((options.warm_up + options.seconds) * commands_a_second_max);
  const auto work = make_workload({options.workload, options.hotels, fitting, options.script}, prefix);

  const data_folder folder(options.folder, prefix);
  std::optional<server_process> process;
  server_addresses addresses{options.commands, options.queries};
  if (who != subject::jumak || !options.server.empty()) {
    process.emplace(program_of(who, options, folder.path(), work->sample_reply().size()),
                    options.folder / (std::string(name_of(who)) + ".stderr"));
    addresses = process->addresses();
  }
  if (who == subject::jumak) run_setup(addresses.commands, *work, options.client);

  cell result;
  result.who = who;
  result.row = row.name();
  const double server_before = process ? process->processor_seconds() : 0;
  const double own_before = own_processor_seconds();
  result.load = run_load(addresses.commands, *work, prefix, load_of(who, row, options));
  const double commands = std::max(1.0, static_cast<double>(result.load.accepted_in_all));
  result.generator_microseconds = (own_processor_seconds() - own_before) * 1e6 / commands;
  if (process) {
    result.server_microseconds = (process->processor_seconds() - server_before) * 1e6 / commands;
    result.resident_bytes = process->resident_bytes();
  }
  if (who == subject::jumak && !addresses.queries.empty())
    result.lag = measure_view_lag(addresses.queries, result.load.position);
  if (process) process->stop();
  return result;
}

}  // namespace jumak::bench
