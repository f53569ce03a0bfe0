#pragma once

#include <string_view>

#include "core/error.hpp"

namespace jumak::app::client {

/// How a client command ends. The numbers are a contract with scripts.
enum class exit_code : int {
  done = 0,
  /// The server said no: rejected by the rules, malformed, not found and the like.
  refused = 1,
  /// The command line, an address or an input file cannot be used.
  usage = 2,
  /// No answer that settles it: none at all, overloaded, unavailable, timeout, outcome unknown.
  no_answer = 3,
};

/// The exit code for an error as the wire spells it, for example `not_found`. A code this version
/// does not know counts as refused.
[[nodiscard]] exit_code exit_code_of_error(std::string_view wire_code) noexcept;

/// The exit code for a failure on our own side of the wire.
[[nodiscard]] exit_code exit_code_of(errc code) noexcept;

}  // namespace jumak::app::client
