#pragma once

#include <CLI/App.hpp>

#include "app/client/help_examples.hpp"

namespace jumak::app::client {

/// Declares every subcommand that is a client of a server of any domain: send, ask, tail. The chosen one
/// runs while `app` parses and writes its exit code (exit_code.hpp); no exception leaves it but
/// CLI11's own, which mean exit code 2 (or 0 for --help).
void add_client_commands(CLI::App& app, int& code, const help_examples& examples = {});

}  // namespace jumak::app::client
