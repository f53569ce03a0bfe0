#pragma once

#include <rocksdb/db.h>

#include <atomic>
#include <filesystem>
#include <memory>

#include "core/error.hpp"
#include "storage/log/rocksdb_log.hpp"
#include "storage/rocksdb_notes.hpp"

namespace jumak::storage {

/// The RocksDB database a log lies in, and what watches it.
struct log_database {
  std::shared_ptr<rocksdb_notes> notes;
  /// Set by RocksDB's own threads once a write in the background failed.
  std::shared_ptr<std::atomic<bool>> failed;
  std::unique_ptr<rocksdb::DB> database;
};

/// What to do when there is no database in the folder. RocksDB takes files without their CURRENT for
/// rubbish and deletes them, so a log that is known to hold something is never created.
enum class when_missing : std::uint8_t { create, refuse };

/// Opens it. Recovery writes what the WAL held into a table. Errors: corrupt, io_failed, locked.
[[nodiscard]] result<std::unique_ptr<log_database>> open_log_database(
    const std::filesystem::path& path, const rocksdb_log_options& options, when_missing missing);

/// How the log is read: in order whatever RocksDB's indexes, checksums verified. `end` (may be null) is
/// the first key not read and must outlive the reading.
[[nodiscard]] rocksdb::ReadOptions log_read_options(const rocksdb::Slice* end);

}  // namespace jumak::storage
