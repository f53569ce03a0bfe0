#include "storage/index/run_database.hpp"

#include <rocksdb/cache.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include "storage/rocksdb_notes.hpp"
#include "storage/rocksdb_status.hpp"

namespace jumak::storage {
namespace {

constexpr double filter_bits_a_row = 10;
/// Runs stay open as files up to this many; a process has 1,024 descriptors by default.
constexpr int open_files_max = 256;
constexpr std::size_t snapshot_buffer_bytes = 16 << 20;

/// Indexes and filters are cut into blocks and live in the cache, so that memory stays bounded however
/// many runs there are.
std::shared_ptr<rocksdb::TableFactory> table_of(const run_store_options& options) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = rocksdb::NewLRUCache(options.cache_bytes);
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(filter_bits_a_row));
  table.whole_key_filtering = true;
  table.index_type = rocksdb::BlockBasedTableOptions::kTwoLevelIndexSearch;
  table.partition_filters = true;
  table.cache_index_and_filter_blocks = true;
  table.cache_index_and_filter_blocks_with_high_priority = true;
  table.pin_top_level_index_and_filter = true;
  table.format_version = 5;
  return std::shared_ptr<rocksdb::TableFactory>(rocksdb::NewBlockBasedTableFactory(table));
}

rocksdb::DBOptions database_options(const run_store_options& options) {
  rocksdb::DBOptions database;
  database.create_if_missing = true;
  database.create_missing_column_families = true;
  database.info_log = std::make_shared<rocksdb_notes>(options.on_note);
  database.max_open_files = open_files_max;
  database.stats_dump_period_sec = 0;
  database.stats_persist_period_sec = 0;
  database.bytes_per_sync = 1 << 20;
  if (options.env != nullptr) database.env = options.env;
  return database;
}

rocksdb::ColumnFamilyOptions run_family(const std::shared_ptr<rocksdb::TableFactory>& table) {
  rocksdb::ColumnFamilyOptions family;
  family.table_factory = table;
  family.compression = rocksdb::kNoCompression;
  family.disable_auto_compactions = true;
  return family;
}

rocksdb::ColumnFamilyOptions snapshot_family(const std::shared_ptr<rocksdb::TableFactory>& table) {
  rocksdb::ColumnFamilyOptions family;
  family.table_factory = table;
  family.compression = rocksdb::kNoCompression;
  family.write_buffer_size = snapshot_buffer_bytes;
  return family;
}

/// Few rows, each written and taken out once: compacted, so that what was taken out costs nothing at start.
rocksdb::ColumnFamilyOptions deadline_family(const std::shared_ptr<rocksdb::TableFactory>& table) {
  rocksdb::ColumnFamilyOptions family;
  family.table_factory = table;
  family.compression = rocksdb::kNoCompression;
  return family;
}

}  // namespace

run_store::database::~database() {
  if (!db) return;
  for (rocksdb::ColumnFamilyHandle* handle : {runs, snapshots, deadlines}) {
    if (handle != nullptr) (void)db->DestroyColumnFamilyHandle(handle);
  }
  // Flushes what snapshots are still in memory; a failure costs only the shortcut.
  (void)db->Close();
}

result<std::unique_ptr<run_store::database>> run_store::database::open(
    const run_store_options& options) {
  const auto table = table_of(options);
  const rocksdb::DBOptions shared = database_options(options);
  auto opened = std::make_unique<database>();
  opened->run_options = rocksdb::Options(shared, run_family(table));
  const std::vector<rocksdb::ColumnFamilyDescriptor> families = {
      {rocksdb::kDefaultColumnFamilyName, run_family(table)},
      {"snapshots", snapshot_family(table)},
      {"deadlines", deadline_family(table)}};
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  const rocksdb::Status status =
      rocksdb::DB::Open(shared, options.folder.string(), families, &handles, &db);
  if (!status.ok())
    return tl::unexpected(error_of(status, "opening the index in " + options.folder.string()));
  opened->db.reset(db);
  opened->runs = handles[0];
  opened->snapshots = handles[1];
  opened->deadlines = handles[2];
  return opened;
}

}  // namespace jumak::storage
