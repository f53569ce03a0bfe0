#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "app/client/exit_code.hpp"

namespace jumak::app::client {

/// What `jumak send` was asked to do.
struct send_options {
  std::string type;
  std::string aggregate;
  std::vector<std::string> words;
  std::string json;
  std::string id;
  std::optional<std::uint64_t> expected_version;
  std::string actor;
  std::string time;
  std::string correlation_id;
  std::string expires;
  std::string commands = "tcp://127.0.0.1:7601";
  std::uint32_t timeout_ms = 10'000;
  bool raw = false;
};

/// Sends one command, waits for its answer and prints it on `out`; what went wrong on our side goes
/// to `err`. Blocks for at most the timeout.
[[nodiscard]] exit_code run_send(const send_options& options, std::ostream& out, std::ostream& err);

/// Declares `send` below `app`; when chosen it runs and writes its exit code. The examples are lines for --help.
void add_send(CLI::App& app, int& code, const std::string& examples);

}  // namespace jumak::app::client
