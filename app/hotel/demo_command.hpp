#pragma once

#include <CLI/App.hpp>

namespace jumak::app {

/// Declares `jumak demo`: starts a server with both sides, plays a short story through its sockets, says what
/// happened in plain words, and serves until Ctrl-C. Exit codes as `jumak serve`; 1 when the story went wrong.
void add_demo_command(CLI::App& app, int& code);

}  // namespace jumak::app
