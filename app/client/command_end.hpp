#pragma once

#include <functional>

#include "app/client/exit_code.hpp"

namespace jumak::app::client {

/// Runs a client command and returns its exit code as a number. What a library throws on the way
/// (no file handles left, no memory) becomes a sentence on stderr and exit code 3, since by then a
/// request may be under way.
[[nodiscard]] int ended(const std::function<exit_code()>& run) noexcept;

}  // namespace jumak::app::client
