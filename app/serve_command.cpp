#include "app/serve_command.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <iostream>
#include <map>

#include "app/client/exit_code.hpp"
#include "app/server.hpp"
#include "app/stop_signals.hpp"

namespace jumak::app {
namespace {

std::string footer_for(const std::string& program) {
  const std::string serve = "  " + program + " serve";
  return "\nExamples:\n" + serve + "  (both sides in one process, data in ./jumak-data)\n" +  //
         serve + " --data DIR --commands 'tcp://127.0.0.1:*'\n" +                              //
         serve + " --role command --data DIR\n" +                                             //
         serve + " --role query --events tcp://127.0.0.1:7603 --history tcp://127.0.0.1:7604\n" +
         "\nThe first line on stdout is JSON and says what was bound, once the server really answers.\n"
         "SIGTERM and Ctrl-C stop it: what is in flight is answered first.";
}

/// Every connection takes a descriptor, and the usual soft limit of 1,024 is for programs that use select().
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  if (setrlimit(RLIMIT_NOFILE, &limit) != 0) spdlog::warn("the limit of open files could not be raised");
}

int run(const hosting::hosted_domain& domain, const server_options& options) {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("jumak"));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e %l: %v");
  stop_signals signals;
  raise_descriptor_limit();
  auto opened = server::open(domain, options);
  if (!opened) {
    std::cerr << "jumak: " << opened.error().message << '\n';
    return static_cast<int>(client::exit_code::usage);
  }
  server& running = **opened;
  running.on_broken([&signals] { signals.wake(); });
  if (running.start(signals.asked())) {
    std::cout << running.ready_line() << std::endl;
    signals.wait();
  }
  if (running.broken()) {
    running.stop();
    return static_cast<int>(client::exit_code::no_answer);
  }
  spdlog::info("stopping: answering what is in flight");
  if (!running.stop()) spdlog::warn("stopped with requests unanswered");
  return static_cast<int>(client::exit_code::done);
}

}  // namespace

void add_serve_command(CLI::App& app, int& code, const hosting::hosted_domain& domain) {
  auto options = std::make_shared<server_options>();
  CLI::App* serve = app.add_subcommand("serve", "Run the server: the command side, the query side, or both");
  const std::map<std::string, server_role> roles{
      {"both", server_role::both}, {"command", server_role::command}, {"query", server_role::query}};
  serve->add_option("--role", options->role, "Which side to run: both, command or query [both]")
      ->transform(CLI::CheckedTransformer(roles, CLI::ignore_case).description(""));
  serve->add_option("--data", options->data, "Folder of the log and its folds; made if missing")->capture_default_str();
  serve->add_option("--commands", options->commands, "Address for commands; port * takes a free one")
      ->capture_default_str();
  serve->add_option("--queries", options->queries, "Address for queries")->capture_default_str();
  serve->add_option("--events", options->events, "Address for events; of the command side for --role query")
      ->capture_default_str();
  serve->add_option("--history", options->history, "Address for history; of the command side for --role query")
      ->capture_default_str();
  serve->add_flag("--allow-backdating", options->allow_backdating,
                  "Take commands that say when they happened (imports)");
  serve->add_option("--shards", options->shards, "Actors that decide commands, each for a part of the aggregates")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  serve->add_option("--threads", options->pool_threads, "Threads for shards and views")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  serve->add_option("--aggregates-in-memory", options->aggregates_in_memory_max,
                    "States kept in memory; others are loaded when needed");
  serve->add_option("--views", options->views, "Folder where views are kept [DATA/views; of --role query none]");
  serve->add_option("--view-snapshot-every", options->view_snapshot_every,
                    "Events after which views are kept again, for a short start; 0 = never")
      ->capture_default_str();
  serve->add_flag("--test-fold-paused", options->fold_paused)->group("");  // Hidden: for tests.
  serve->footer(footer_for(app.get_name()));
  serve->callback([options, &code, &domain] { code = run(domain, *options); });
}

}  // namespace jumak::app
