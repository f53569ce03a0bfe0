// Our own reading of RocksDB's WAL files: the same records that RocksDB wrote, and what is behind damage.

#include "storage/log/wal_records.hpp"

#include <gtest/gtest.h>
#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <vector>

#include "storage/posix_file.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

/// The bytes of the only WAL of a RocksDB to which values of these sizes were written, one a write.
std::string wal_of(const std::vector<std::size_t>& sizes) {
  const temporary_folder folder = temporary_folder::in_memory();
  rocksdb::Options options;
  options.create_if_missing = true;
  options.write_buffer_size = 4 * 1024 * 1024;
  rocksdb::DB* opened = nullptr;
  EXPECT_TRUE(rocksdb::DB::Open(options, folder.path().string(), &opened).ok());
  const std::unique_ptr<rocksdb::DB> database(opened);
  char letter = 'a';
  for (const std::size_t size : sizes) {
    EXPECT_TRUE(database->Put({}, "key", std::string(size, letter)).ok());
    letter = letter == 'z' ? 'a' : static_cast<char>(letter + 1);
  }
  EXPECT_TRUE(database->FlushWAL(true).ok());
  for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
    if (file.path().extension() == ".log" && file.file_size() > 0)
      return read_file(file.path()).value();
  }
  return {};
}

/// How many bytes a record's value has, and its letter: a batch of one Put ends with its value.
std::size_t value_size(std::string_view record) {
  return static_cast<std::size_t>(std::count(record.begin(), record.end(), record.back()));
}

/// Some smaller than a header's rest of a block, some over several blocks, so that pieces, trailers and
/// block borders are all met.
std::vector<std::size_t> many_sizes() {
  std::vector<std::size_t> sizes;
  for (std::size_t size = 1; size < 900; size += 7) sizes.push_back(size);
  sizes.insert(sizes.end(), {40'000, 3, 100'000, 32'768, 32'761, 32'700, 1, 2, 3});
  return sizes;
}

TEST(WalRecords, AreTheWritesOfRocksdb) {
  const std::vector<std::size_t> sizes = many_sizes();
  const std::string file = wal_of(sizes);
  wal_records records(file);
  char letter = 'a';
  for (const std::size_t size : sizes) {
    const auto record = records.next();
    ASSERT_TRUE(record.has_value()) << "the one of " << size << " bytes";
    EXPECT_EQ(record->back(), letter);
    EXPECT_GE(value_size(*record), size);
    letter = letter == 'z' ? 'a' : static_cast<char>(letter + 1);
  }
  EXPECT_FALSE(records.next().has_value());
  EXPECT_EQ(records.whole_until(), file.size());
}

TEST(WalRecords, EndWhereReservedZerosBegin) {
  const std::string written = wal_of({10, 20});
  const std::string file = written + std::string(100'000, '\0');
  wal_records records(file);
  EXPECT_TRUE(records.next().has_value());
  EXPECT_TRUE(records.next().has_value());
  EXPECT_FALSE(records.next().has_value());
  EXPECT_EQ(records.whole_until(), written.size());
  EXPECT_TRUE(records.zeros_behind());
  EXPECT_FALSE(records.next_behind().has_value());
}

/// Every byte of a record matters, its header's too; and the next one is found whatever was hit.
TEST(WalRecords, BehindADamagedByteTheNextRecordIsFound) {
  const std::string whole = wal_of({50, 60, 70});
  wal_records clean(whole);
  ASSERT_TRUE(clean.next().has_value());
  const std::size_t from = clean.whole_until();
  ASSERT_TRUE(clean.next().has_value());
  const std::size_t until = clean.whole_until();
  for (std::size_t at = from; at < until; ++at) {
    for (const int bit : {0, 3, 7}) {
      std::string file = whole;
      file[at] = static_cast<char>(file[at] ^ (1 << bit));
      wal_records records(file);
      ASSERT_TRUE(records.next().has_value());
      EXPECT_FALSE(records.next().has_value()) << "byte " << at << ", bit " << bit;
      EXPECT_EQ(records.whole_until(), from);
      EXPECT_FALSE(records.zeros_behind());
      const auto behind = records.next_behind();
      ASSERT_TRUE(behind.has_value()) << "byte " << at << ", bit " << bit;
      EXPECT_EQ(behind->back(), 'c');
      EXPECT_FALSE(records.next_behind().has_value());
      EXPECT_EQ(records.whole_until(), from);
    }
  }
}

TEST(WalRecords, PiecesOfABrokenRecordAreNoRecord) {
  const std::string whole = wal_of({10, 200'000});
  std::string file = whole;
  wal_records clean(file);
  ASSERT_TRUE(clean.next().has_value());
  file[clean.whole_until() + 20] ^= 1;  // In its first piece; five whole ones follow.
  wal_records records(file);
  ASSERT_TRUE(records.next().has_value());
  EXPECT_FALSE(records.next().has_value());
  EXPECT_FALSE(records.next_behind().has_value());
}

TEST(WalRecords, ARecordBlocksBehindDamageIsFound) {
  std::string file = wal_of({10, 200'000, 100'000, 5});
  wal_records clean(file);
  ASSERT_TRUE(clean.next().has_value());
  file[clean.whole_until() + 20] ^= 1;
  wal_records records(file);
  ASSERT_TRUE(records.next().has_value());
  EXPECT_FALSE(records.next().has_value());
  const auto third = records.next_behind();
  ASSERT_TRUE(third.has_value());
  EXPECT_EQ(third->back(), 'c');
  const auto fourth = records.next_behind();
  ASSERT_TRUE(fourth.has_value());
  EXPECT_EQ(fourth->back(), 'd');
  EXPECT_FALSE(records.next_behind().has_value());
}

}  // namespace
}  // namespace jumak::storage
