#pragma once

#include <cstdint>
#include <filesystem>

#include "core/error.hpp"

namespace jumak::storage {

/// Free bytes under which no command may be admitted any more: recovery writes what the WAL holds into
/// tables before it lets go of the WAL, so a log that filled the disk could not be opened again. Twice
/// all write buffers, the WAL and 64 MiB, at least 512 MiB.
[[nodiscard]] std::uint64_t space_needed(std::uint64_t write_buffer_bytes,
                                         std::uint64_t wal_bytes) noexcept;

/// Bytes that this process may still write on the disk `path` lies on. Errors: io_failed.
[[nodiscard]] result<std::uint64_t> free_space(const std::filesystem::path& path);

/// Whether commands may be admitted: `path` has at least what a log with its usual write buffers needs.
/// Cheap (one call of the system): ask once a second. Who asks and answers `unavailable` is the gateway.
[[nodiscard]] bool free_space_ok(const std::filesystem::path& path);

}  // namespace jumak::storage
