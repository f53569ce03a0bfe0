#pragma once

#include <CLI/App.hpp>

namespace jumak::app {

/// Declares `jumak serve`. It runs while `app` parses and writes its exit code: 0 after a drained stop, 2 when
/// it could not start, 3 when it had to end by itself.
void add_serve_command(CLI::App& app, int& code);

}  // namespace jumak::app
