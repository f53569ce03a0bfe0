#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "app/client/exit_code.hpp"

namespace jumak::app::client {

/// What `jumak ask` was asked to do.
struct ask_options {
  std::string type;
  std::vector<std::string> words;
  std::string json;
  std::optional<std::uint64_t> after;
  std::optional<std::uint32_t> timeout_ms;
  std::string queries = "tcp://127.0.0.1:7602";
  bool raw = false;
};

/// Sends one query and prints its reply on `out` as JSON; a sentence on `err` if it is an error.
/// Blocks for at most the query's own timeout and some seconds for connecting.
[[nodiscard]] exit_code run_ask(const ask_options& options, std::ostream& out, std::ostream& err);

/// Declares `ask` below `app`; when chosen it runs and writes its exit code. The examples are lines for --help.
void add_ask(CLI::App& app, int& code, const std::string& examples);

}  // namespace jumak::app::client
