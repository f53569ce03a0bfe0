#pragma once

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace jumak::storage {

/// When and how a disk fails.
struct disk_fault {
  std::uint64_t at = UINT64_MAX;  ///< The operation that fails, counted from 0.
  bool from_then_on = false;      ///< Else only that one.
  bool disk_full = false;         ///< ENOSPC, else EIO.
};

/// This machine's disk for RocksDB, with faults: counts what changes the disk (append, sync, create,
/// rename, folder sync), fails as planned, and on a crash forgets what was never synced.
class fault_file_system final : public rocksdb::FileSystemWrapper {
 public:
  explicit fault_file_system(const disk_fault& fault = {});

  const char* Name() const override { return "fault_file_system"; }

  /// From now on nothing reaches the disk any more, as after a power cut.
  void cut_power();
  /// Cuts off every file at what was synced, and undoes what was created and renamed since the folder
  /// was synced last. Call when the database is closed.
  void forget_unsynced();

  [[nodiscard]] std::uint64_t operations() const { return operations_; }
  [[nodiscard]] std::uint64_t deleted_tables() const { return deleted_tables_; }
  [[nodiscard]] std::uint64_t table_bytes_written() const { return table_bytes_written_; }

  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* file,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewDirectory(const std::string& name, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* folder,
                                 rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to,
                               const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus DeleteFile(const std::string& name, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;

  // For its files.
  /// Counts an operation; an error when it must fail.
  rocksdb::IOStatus operate();
  void appended(const std::string& name, std::size_t bytes);
  void synced(const std::string& name);
  void folder_synced();

 private:
  struct sizes {
    std::uint64_t written = 0;
    std::uint64_t synced = 0;
  };

  const disk_fault fault_;
  std::atomic<std::uint64_t> operations_ = 0;
  std::atomic<std::uint64_t> deleted_tables_ = 0;
  std::atomic<std::uint64_t> table_bytes_written_ = 0;
  std::atomic<bool> power_cut_ = false;
  std::mutex mutex_;  // Guards all below.
  std::map<std::string, sizes> files_;
  std::set<std::string> created_;                // Since the folder was synced.
  std::map<std::string, std::string> replaced_;  // Since then: names that had other bytes before.
};

/// The environment that RocksDB takes, over the file system.
[[nodiscard]] std::unique_ptr<rocksdb::Env> environment_on(
    const std::shared_ptr<fault_file_system>& disk);

}  // namespace jumak::storage
