#pragma once

#include <CLI/App.hpp>

namespace jumak::app::client {

/// Declares every subcommand that is a client of a server: send, ask, tail, replay. The chosen one
/// runs while `app` parses and writes its exit code (exit_code.hpp); no exception leaves it but
/// CLI11's own, which mean exit code 2 (or 0 for --help).
void add_client_commands(CLI::App& app, int& code);

}  // namespace jumak::app::client
