#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <filesystem>

namespace jumak::faults {

struct views_rebuild_options {
  std::filesystem::path server;
  std::filesystem::path folder;
  std::uint64_t events = 500'000;  ///< In the log before it begins.
  std::uint64_t commands_per_second = 20'000;
  std::uint64_t queries_per_second = 1'000;
  std::uint64_t rebuilds = 2;
};

/// Rebuilds the views of a server under load, again and again, and checks every answer; then compares the hashes of the
/// running views with those of a server that folded the log anew. Returns the figures. Throws violation.
[[nodiscard]] boost::json::object run_views_rebuild(const views_rebuild_options& options);

}  // namespace jumak::faults
