#include "storage/log/log_database.hpp"

#include <rocksdb/cache.h>
#include <rocksdb/listener.h>
#include <rocksdb/options.h>
#include <rocksdb/table.h>

#include <limits>
#include <system_error>
#include <utility>

#include "storage/rocksdb_status.hpp"

namespace jumak::storage {
namespace {

/// Keeps RocksDB from healing itself: after a failed write only a new open, which proves the log, may
/// say what is there.
class failure_listener final : public rocksdb::EventListener {
 public:
  explicit failure_listener(std::shared_ptr<std::atomic<bool>> failed)
      : failed_(std::move(failed)) {}

  void OnBackgroundError(rocksdb::BackgroundErrorReason, rocksdb::Status*) override {
    failed_->store(true, std::memory_order_relaxed);
  }
  void OnErrorRecoveryBegin(rocksdb::BackgroundErrorReason, rocksdb::Status,
                            bool* recover) override {
    *recover = false;
  }

 private:
  const std::shared_ptr<std::atomic<bool>> failed_;
};

rocksdb::BlockBasedTableOptions table_options(const rocksdb_log_options& options) {
  rocksdb::BlockBasedTableOptions table;
  table.block_size = 16 * 1024;
  table.block_cache = rocksdb::NewLRUCache(options.block_cache_bytes);
  // Or the indexes of all open tables would stay in memory, without a bound.
  table.cache_index_and_filter_blocks = true;
  table.checksum = rocksdb::kXXH3;
  table.format_version = 5;
  return table;
}

/// One key is written once and never changed or deleted, and keys only grow. So tables never overlap
/// and "compaction" from level 0 to level 1 is a change of the manifest only (a trivial move); an
/// event's bytes are written twice, to the WAL and to one table. Two levels are enough, since the last
/// one has no target size; whatever else rewrites tables is off.
void never_rewrite(rocksdb::Options& rocks) {
  rocks.compaction_style = rocksdb::kCompactionStyleLevel;
  rocks.num_levels = 2;
  rocks.level_compaction_dynamic_level_bytes = false;
  rocks.level0_file_num_compaction_trigger = 4;
  rocks.level0_slowdown_writes_trigger = std::numeric_limits<int>::max();
  rocks.level0_stop_writes_trigger = std::numeric_limits<int>::max();
  rocks.max_compaction_bytes = std::numeric_limits<std::uint64_t>::max();
  rocks.soft_pending_compaction_bytes_limit = 0;
  rocks.hard_pending_compaction_bytes_limit = 0;
  rocks.ttl = 0;
  rocks.periodic_compaction_seconds = 0;
  // A move needs the same compression on both levels.
  rocks.compression = rocksdb::kLZ4Compression;
  rocks.bottommost_compression = rocksdb::kDisableCompressionOption;
}

void stop_when_in_doubt(rocksdb::Options& rocks) {
  rocks.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  rocks.paranoid_checks = true;
  rocks.force_consistency_checks = true;
  rocks.avoid_flush_during_recovery = false;
  rocks.best_efforts_recovery = false;
  rocks.max_bgerror_resume_count = 0;
}

void write_plainly(rocksdb::Options& rocks) {
  rocks.manual_wal_flush = false;
  rocks.unordered_write = false;
  rocks.two_write_queues = false;
  rocks.enable_pipelined_write = false;
  rocks.allow_concurrent_memtable_write = false;  // There is one writer.
  rocks.recycle_log_file_num = 0;
}

rocksdb::Options options_of(const rocksdb_log_options& options) {
  rocksdb::Options rocks;
  if (options.environment != nullptr) rocks.env = options.environment;
  rocks.write_buffer_size = options.write_buffer_bytes;
  rocks.max_write_buffer_number = options.write_buffers_max;
  rocks.max_background_jobs = 2;
  rocks.max_open_files = 512;
  rocks.bytes_per_sync =
      1024 * 1024;  // Or the sync of a whole table would hold up those of commits.
  rocks.skip_stats_update_on_db_open = true;
  rocks.stats_dump_period_sec = 0;
  rocks.stats_persist_period_sec = 0;
  rocks.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table_options(options)));
  never_rewrite(rocks);
  stop_when_in_doubt(rocks);
  write_plainly(rocks);
  return rocks;
}

}  // namespace

result<std::unique_ptr<log_database>> open_log_database(const std::filesystem::path& path,
                                                        const rocksdb_log_options& options,
                                                        when_missing missing) {
  std::error_code ignored;
  if (missing == when_missing::refuse && !std::filesystem::exists(path / "CURRENT", ignored)) {
    return failure(errc::corrupt,
                   "the log in " + path.string() +
                       " has lost its file CURRENT: restore a backup, or put it back");
  }
  auto opened = std::make_unique<log_database>();
  opened->notes = std::make_shared<rocksdb_notes>(options.on_note);
  opened->failed = std::make_shared<std::atomic<bool>>(false);
  rocksdb::Options rocks = options_of(options);
  rocks.create_if_missing = missing == when_missing::create;
  rocks.info_log = opened->notes;
  rocks.listeners.push_back(std::make_shared<failure_listener>(opened->failed));
  rocksdb::DB* database = nullptr;
  const rocksdb::Status status = rocksdb::DB::Open(rocks, path.string(), &database);
  if (!status.ok()) return tl::unexpected(error_of(status, "opening the log in " + path.string()));
  opened->database.reset(database);
  return opened;
}

rocksdb::ReadOptions log_read_options(const rocksdb::Slice* end) {
  rocksdb::ReadOptions reading;
  reading.verify_checksums = true;
  reading.total_order_seek = true;
  reading.iterate_upper_bound = end;
  return reading;
}

}  // namespace jumak::storage
