#pragma once

#include <CLI/App.hpp>

#include "hosting/hosted_domain.hpp"

namespace jumak::app {

/// Declares `serve` for a domain, which must outlive `app`. It runs while `app` parses and writes its exit code:
/// 0 after a drained stop, 2 when it could not start, 3 when it had to end by itself.
void add_serve_command(CLI::App& app, int& code, const hosting::hosted_domain& domain);

}  // namespace jumak::app
