#pragma once

#include <string_view>

#include "core/error.hpp"

namespace rocksdb {
class Status;
}

/// The border to RocksDB: its status becomes our error here and nowhere else.
namespace jumak::storage {

/// The error for a status that is not OK. `doing` says what was tried, as in "opening the log".
/// Codes: corrupt for damage and missing files, locked, io_failed for the rest.
[[nodiscard]] error error_of(const rocksdb::Status& status, std::string_view doing);

/// Nothing when OK, else the error as above.
[[nodiscard]] result<void> result_of(const rocksdb::Status& status, std::string_view doing);

}  // namespace jumak::storage
