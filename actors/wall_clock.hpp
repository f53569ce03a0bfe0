#pragma once

#include <chrono>

#include "core/timestamp.hpp"

namespace jumak::actors {

/// The clock by which commands without a `time` are decided, deadlines fall due and heartbeats are dated.
[[nodiscard]] inline timestamp wall_clock() {
  return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

}  // namespace jumak::actors
