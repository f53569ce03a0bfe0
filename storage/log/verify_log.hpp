#pragma once

#include <cstdint>
#include <functional>

#include "core/error.hpp"
#include "storage/log/log.hpp"

namespace jumak::storage {

/// What a whole log was found to hold.
struct log_summary {
  log_head head;
  std::uint64_t commits = 0;
  std::uint64_t records = 0;
  std::uint64_t refused = 0;  ///< Of the records.
  std::uint64_t events = 0;
  std::uint64_t streams = 0;
};

/// Reads the log from its first commit to its head and proves all that can be proved of it alone: the
/// checksums, the chain, positions 1..head, that records and events are as many as the headers say,
/// and that the versions of each stream and each aggregate are 1..n. Keeps about 100 bytes a stream in
/// memory. `progress` (may be empty) hears the position reached after each page. Any thread, beside a
/// writer too. Errors: corrupt, newer_format, io_failed.
[[nodiscard]] result<log_summary> verify_log(const log& log,
                                             const std::function<void(position)>& progress = {});

}  // namespace jumak::storage
