#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <filesystem>
#include <string>

namespace jumak::faults {

/// What is put back from an older copy between a kill and the restart, to see the check fail.
enum class put_back : std::uint8_t { nothing, folder, log_only };

struct kill_options {
  std::filesystem::path server;  ///< The program `jumak`.
  std::filesystem::path
      folder;  ///< Empty or to be made; data, sockets and the oracle's file go there.
  std::uint64_t cycles = 20;
  std::uint64_t seed = 1;
  put_back canary = put_back::nothing;
  bool quiet = false;
};

/// Loads a command side and a query side in processes of their own, kills one or both with SIGKILL at a
/// random instant, starts them again, asks all that is open again, and checks the new part of history
/// and the views; again and again, and the whole history against the oracle's file at the end.
/// Returns figures. Throws violation when a promise does not hold.
boost::json::object run_kill_loop(const kill_options& options);

}  // namespace jumak::faults
