#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <iosfwd>
#include <string>

#include "app/client/exit_code.hpp"

namespace jumak::app::client {

/// What `jumak tail` was asked to do.
struct tail_options {
  /// As in a subscription: events whose stream + `/` + type begin with it. Empty: all.
  std::string prefix;
  std::uint64_t from = 1;
  std::string events = "tcp://127.0.0.1:7603";
  std::string history = "tcp://127.0.0.1:7604";
  /// Stop after that many events; 0 = no limit.
  std::uint64_t limit = 0;
  bool no_follow = false;
  bool json = false;
};

/// Prints events on `out` in order of position: history, then live, without a gap. Blocks until
/// the limit, or the head with `no_follow`, or for ever.
[[nodiscard]] exit_code run_tail(const tail_options& options, std::ostream& out, std::ostream& err);

/// Declares `tail` below `app`; when chosen it runs and writes its exit code. The examples are lines for --help.
void add_tail(CLI::App& app, int& code, const std::string& examples);

}  // namespace jumak::app::client
