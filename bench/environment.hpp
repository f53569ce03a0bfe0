#pragma once

#include <boost/json/object.hpp>
#include <filesystem>

namespace jumak::bench {

/// What a reader must know of the machine and the programs before a figure means anything: date,
/// processor, cores, load before the start, memory, kernel, file system of `folder`, versions of
/// the libraries, compiler and build.
[[nodiscard]] boost::json::object environment(const std::filesystem::path& folder);

/// True if `folder` lies in memory, where a sync costs nothing and a durable figure means nothing.
[[nodiscard]] bool lies_in_memory(const std::filesystem::path& folder);

/// True if this program was optimized; figures of any other build are worthless.
[[nodiscard]] bool is_release_build() noexcept;

}  // namespace jumak::bench
