#include "bench/baseline_server.hpp"
#include "bench/echo_server.hpp"
#include "bench/failure.hpp"
#include "bench/run.hpp"
#include "bench/workload.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

namespace {

using namespace jumak::bench;

constexpr int usage_error = 2;

constexpr auto run_examples = R"(
Examples:
  jumak-bench run --server build/release/app/jumak
  jumak-bench run --server build/release/app/jumak --row 64x16,8x512 --seconds 60 --repeat 1 --json result.json
  jumak-bench run --commands tcp://127.0.0.1:7601 --queries tcp://127.0.0.1:7602 --row 16x1
  jumak-bench run --server build/ledger --workload scripted --script transfers.jsonl --only jumak
  jumak-bench run --row 1x1,64x1            (only the baselines: echo and one thread)

A row is CONNECTIONSxMESSAGES, each connection having so many messages in flight, or CONNECTIONSxMESSAGESxCOMMANDS with
so many commands in each message. docs/benchmarks.md explains every figure.)";

struct arguments {
  run_options run;
  std::vector<std::string> rows = {"1x1", "16x1", "64x1", "64x16", "8x512", "8x32x16"};
  std::vector<std::string> subjects = {"echo", "baseline", "jumak"};
  std::string client = "zmtp";
  std::string folder = "/var/tmp";
  std::string json;

  std::string address = "tcp://127.0.0.1:*";
  std::size_t reply_bytes = 0;
  std::string data;
};

CLI::App* add_run(CLI::App& app, arguments& given) {
  auto* const command =
      app.add_subcommand("run", "Measure a Jumak server and the baselines, taking turns");
  command->footer(run_examples);
  command
      ->add_option("--server", given.run.server,
                   "The jumak program: started anew, with an empty folder, for each measurement")
      ->check(CLI::ExistingFile);
  command
      ->add_option("--server-argument", given.run.server_arguments,
                   "One more argument of `jumak serve` (repeatable)")
      ->take_all()
      ->allow_extra_args(false);
  command
      ->add_option("--commands", given.run.commands,
                   "Commands endpoint of a running server, instead of --server")
      ->excludes("--server");
  command
      ->add_option("--queries", given.run.queries,
                   "Queries endpoint of that server, for the lag of its views")
      ->needs("--commands");
  command->add_option("--row", given.rows, "Rows, separated by commas")
      ->delimiter(',')
      ->capture_default_str();
  command
      ->add_option("--workload", given.run.workload,
                   "bookings: over many hotels; hot: all in one hotel; guests: new guests; "
                   "scripted: --script")
      ->check(CLI::IsMember(workload_names()))
      ->capture_default_str();
  command->add_option("--hotels", given.run.hotels, "Hotels of the workload bookings")
      ->check(CLI::Range(1, 999))
      ->capture_default_str();
  command
      ->add_option("--script", given.run.script,
                   "Commands of any domain, one a line; the last is sent again and again")
      ->check(CLI::ExistingFile);
  command->add_option("--seconds", given.run.seconds, "Measured time of each measurement")
      ->check(CLI::Range(0.1, 3600.0))
      ->capture_default_str();
  command->add_option("--warm-up", given.run.warm_up, "Seconds of load before it")
      ->check(CLI::Range(0.0, 600.0))
      ->capture_default_str();
  command->add_option("--repeat", given.run.repetitions, "Repetitions; the median is shown")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  command->add_option("--only", given.subjects, "Who is measured: echo, baseline, jumak")
      ->delimiter(',')
      ->check(CLI::IsMember({"echo", "baseline", "jumak"}));
  command
      ->add_option("--client", given.client,
                   "Connections by our own ZMTP (zmtp, cheaper) or by libzmq (dealer)")
      ->check(CLI::IsMember({"zmtp", "dealer"}))
      ->capture_default_str();
  command
      ->add_option("--dir", given.folder,
                   "Folder on the disk to be measured; what is made there is removed")
      ->check(CLI::ExistingDirectory)
      ->capture_default_str();
  command->add_option("--json", given.json, "Write the report with every repetition to this file");
  return command;
}

CLI::App* add_server(CLI::App& app, arguments& given, const char* name, const char* what) {
  auto* const command = app.add_subcommand(name, what);
  command->add_option("--commands", given.address, "Address to bind")->capture_default_str();
  return command;
}

std::vector<subject> chosen_subjects(const arguments& given) {
  const bool has_server = !given.run.server.empty() || !given.run.commands.empty();
  std::vector<subject> result;
  for (const subject who : {subject::echo, subject::baseline, subject::jumak}) {
    const bool asked = std::find(given.subjects.begin(), given.subjects.end(), name_of(who)) !=
                       given.subjects.end();
    if (asked && (who != subject::jumak || has_server)) result.push_back(who);
  }
  return result;
}

int run_as_asked(arguments& given) {
  for (const auto& row : given.rows) given.run.rows.push_back(load_shape::parse(row));
  given.run.client = given.client == "zmtp" ? client_kind::zmtp : client_kind::dealer;
  given.run.subjects = chosen_subjects(given);
  given.run.folder = given.folder;
  if ((given.run.workload == "scripted") == given.run.script.empty())
    throw failure("--workload scripted and --script belong together.");
  if (given.run.subjects.empty())
    throw failure("Nothing to measure: name a server with --server or --commands.");
  return run(given.run, given.json);
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app(
      "Measures how many durable answers a second a Jumak server gives, and what explains the "
      "figure.");
  app.require_subcommand(1);
  arguments given;
  const auto* const measuring = add_run(app, given);
  auto* const echo = add_server(app, given, "echo-server", "Baseline: a ROUTER that echoes");
  echo->add_option("--reply-bytes", given.reply_bytes,
                   "Size of each answer; 0 echoes the whole frame")
      ->capture_default_str();
  auto* const baseline = add_server(app, given, "baseline-server",
                                    "Baseline: one thread, one synced write for all that piled up");
  baseline->add_option("--data", given.data, "Folder of its database")
      ->required()
      ->check(CLI::ExistingDirectory);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : usage_error;
  }
  if (measuring->parsed()) return run_as_asked(given);
  if (echo->parsed())
    run_echo_server(given.address, given.reply_bytes);
  else
    run_baseline_server(given.address, given.data);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "jumak-bench: " << error.what() << "\n";
  return usage_error;
}
