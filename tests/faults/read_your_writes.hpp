#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <filesystem>

namespace jumak::faults {

struct read_your_writes_options {
  std::filesystem::path server;  ///< The program `jumak`.
  std::filesystem::path folder;  ///< Empty or to be made.
  std::uint64_t tries = 100'000;
  std::uint64_t clients = 64;  ///< Each has one write or one read under way.
  std::uint64_t seed = 1;
};

/// Many clients, each of which writes a name to the command side and then asks the query side, another
/// process, for it with `after` the position of its write. Returns figures. Throws violation at an
/// answer that is older, fails, or shows another name.
boost::json::object read_your_writes(const read_your_writes_options& options);

}  // namespace jumak::faults
