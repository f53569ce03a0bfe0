#pragma once

#include <functional>
#include <string>

#include "app/client/help_examples.hpp"
#include "hosting/hosted_domain.hpp"

namespace CLI {
class App;
}

namespace jumak::app {

/// How a program presents itself, and what it can do beside what every domain can.
struct program {
  std::string description = "An event-sourced CQRS server: serve, send, ask, tail, describe";
  std::string start_with = "serve";  ///< The subcommand that --help recommends first.
  client::help_examples examples = {};
  /// Declares further subcommands. A chosen one runs while `app` parses and writes its exit code to `code`,
  /// which lives as long as `app`.
  std::function<void(CLI::App& app, int& code)> more = nullptr;
};

/// The whole program of a domain, server and command line:
///
///   int main(int argc, char** argv) {
///     return jumak::app::main_of(argc, argv, jumak::hosting::typed_domain<views, decider>());
///   }
///
/// Runs the subcommand asked for and returns the process's exit code (app/client/exit_code.hpp). To be called once,
/// from main, before any thread exists.
[[nodiscard]] int main_of(int argc, const char* const* argv, const hosting::hosted_domain& domain,
                          const program& shown = {});

}  // namespace jumak::app
