#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <iosfwd>
#include <string>

#include "app/client/exit_code.hpp"

namespace jumak::app::client {

/// What `jumak replay` was asked to do.
struct replay_options {
  std::string file;
  std::string hotel;
  std::string name;
  bool ample = false;
  std::uint32_t tight = 0;
  std::string commands = "tcp://127.0.0.1:7601";
  std::uint32_t in_flight = 512;
  std::uint32_t batch = 1;
  std::uint32_t timeout_ms = 30'000;
  bool json = false;
};

/// Sends the bookings of a file and prints what came of it on `out`, progress on `err`. Blocks
/// until the end, or until nothing is settled for the timeout.
[[nodiscard]] exit_code run_replay(const replay_options& options, std::ostream& out,
                                   std::ostream& err);

/// Declares `replay` below `app`; when chosen it runs and writes its exit code.
void add_replay(CLI::App& app, int& code);

}  // namespace jumak::app::client
