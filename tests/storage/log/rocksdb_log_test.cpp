#include "storage/log/rocksdb_log.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "storage/log/verify_log.hpp"
#include "tests/storage/fault_file_system.hpp"
#include "tests/storage/log/commit_maker.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

namespace fs = std::filesystem;

std::uint64_t table_bytes_in(const fs::path& path) {
  std::uint64_t bytes = 0;
  for (const auto& file : fs::directory_iterator(path)) {
    if (file.path().extension() == ".sst") bytes += file.file_size();
  }
  return bytes;
}

TEST(RocksdbLog, WritesEachByteOfATableOnce) {
  const temporary_folder folder;
  const data_folder data = data_folder::open(folder.path()).value();
  const auto disk = std::make_shared<fault_file_system>();
  const auto environment = environment_on(disk);
  rocksdb_log_options options;
  options.environment = environment.get();
  options.write_buffer_bytes = 256 * 1024;
  constexpr int opens = 12;
  for (int round = 0; round < opens; ++round) {
    const auto log = open_rocksdb_log(data, options).value();
    for (int append = 0; append < 64; ++append) {
      log_head head = log->head();
      const std::string commit[] = {make_commit(head, {.accepted = 4, .event_bytes = 8000})};
      ASSERT_EQ(log->append(commit), append_outcome::durable);
    }
    EXPECT_TRUE(verify_log(*log).has_value());
  }
  // 24 MB, 6 MB compressed, in a hundred tables: as many moves between the levels, and no byte copied.
  EXPECT_GT(disk->table_bytes_written(), 5'000'000U);
  EXPECT_EQ(disk->deleted_tables(), 0U);
  // A buffer whose table was being written when the log was closed is written again by the next open. A
  // compaction that copies would show as megabytes.
  constexpr std::uint64_t table_bytes_most = 128 * 1024;
  EXPECT_GE(disk->table_bytes_written(), table_bytes_in(data.log_path()));
  EXPECT_LE(disk->table_bytes_written(), table_bytes_in(data.log_path()) + opens * table_bytes_most);
}

TEST(RocksdbLog, LeavesNoLogFileOnTheDisk) {
  const temporary_folder folder;
  const data_folder data = data_folder::open(folder.path()).value();
  { const auto log = open_rocksdb_log(data).value(); }
  EXPECT_FALSE(fs::exists(data.log_path() / "LOG"));
}

TEST(RocksdbLog, EveryLogHasItsOwnId) {
  const temporary_folder one;
  const temporary_folder two;
  const data_folder first = data_folder::open(one.path()).value();
  const data_folder second = data_folder::open(two.path()).value();
  EXPECT_NE(open_rocksdb_log(first).value()->head().log,
            open_rocksdb_log(second).value()->head().log);
}

}  // namespace
}  // namespace jumak::storage
