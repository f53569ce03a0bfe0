#pragma once

#include "bench/cell.hpp"

#include <filesystem>

namespace jumak::bench {

/// Measures all that was asked for, row by row, the subjects taking turns in each repetition;
/// prints the table and, if `json` is not empty, writes the report there. Returns the exit code: 0,
/// or 1 after a surprise or an interruption. Throws `failure`.
int run(run_options options, const std::filesystem::path& json);

}  // namespace jumak::bench
