#pragma once

#include <functional>
#include <string_view>

#include "core/error.hpp"
#include "storage/data_folder.hpp"
#include "storage/log/head_file.hpp"

namespace jumak::storage {

/// Settles how the WAL files of a log end, before RocksDB opens them; the folder must be held.
///
/// A write that a crash or a power cut broke off was never acknowledged, whatever of its pages reached the
/// disk: it is cut off, with a copy in DATA/torn, and one sentence to `note`. What is not in order
/// otherwise is damage and refused, with nothing touched: when a whole commit lies behind it, for a write
/// begins only after the one before was synced, or when HEAD knows of a commit that is not whole.
///
/// Reads all WAL files, one at a time in memory: 0.3 s for 64 MiB. Errors: corrupt (one sentence that
/// names the file and the byte), io_failed.
[[nodiscard]] result<void> settle_wal_tail(const data_folder& folder, const head_mark& mark,
                                           const std::function<void(std::string_view)>& note);

}  // namespace jumak::storage
