#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include <rocksdb/db.h>

#include "core/error.hpp"
#include "storage/index/run_store.hpp"

/// How the index uses RocksDB: inside storage/index/ only.
namespace jumak::storage {

/// The open database: runs in the default column family, which nobody writes to and nobody compacts,
/// snapshots and armed deadlines in families of their own. They need no atomic_flush: a run carries its own
/// checkpoint and comes in one step with the deadlines that changed in it; a snapshot has its own, too.
struct run_store::database {
  std::unique_ptr<rocksdb::DB> db;
  rocksdb::Options run_options;
  rocksdb::ColumnFamilyHandle* runs = nullptr;
  rocksdb::ColumnFamilyHandle* snapshots = nullptr;
  rocksdb::ColumnFamilyHandle* deadlines = nullptr;

  database() = default;
  database(const database&) = delete;
  database& operator=(const database&) = delete;
  ~database();

  [[nodiscard]] static result<std::unique_ptr<database>> open(const run_store_options& options);
};

/// Writes the changes as one sorted file at `path`. Errors: io_failed.
[[nodiscard]] result<void> write_deadline_file(const std::filesystem::path& path, const rocksdb::Options& options,
                                               std::span<const deadline_rows::change> changes);

/// Writes the rows as one sorted file at `path`. Errors: io_failed.
[[nodiscard]] result<void> write_run_file(const std::filesystem::path& path,
                                          const rocksdb::Options& options, std::uint32_t run,
                                          const run_rows& rows, const checkpoint& folded);

}  // namespace jumak::storage
