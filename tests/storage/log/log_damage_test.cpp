// What a damaged or incomplete folder is answered with: refused, never a shorter log.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>

#include "storage/log/head_file.hpp"
#include "storage/log/rocksdb_log.hpp"
#include "storage/log/verify_log.hpp"
#include "tests/storage/log/commit_maker.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

namespace fs = std::filesystem;

class LogDamage : public ::testing::Test {
 protected:
  /// A log that was opened twice, so that it has a table and a WAL, each with `count` commits.
  void fill(std::size_t count) {
    for (int round = 0; round < 2; ++round) {
      const auto log = open_rocksdb_log(data_).value();
      log_head head = log->head();
      ASSERT_EQ(log->append(make_commits(head, count, static_cast<std::uint64_t>(round))),
                append_outcome::durable);
      head_ = log->head();
    }
  }

  [[nodiscard]] errc opening_says() const {
    const auto opened = open_rocksdb_log(data_);
    return opened ? errc::internal : opened.error().code;
  }

  [[nodiscard]] fs::path newest(const std::string& extension) const {
    std::vector<fs::path> found;
    for (const auto& file : fs::directory_iterator(data_.log_path())) {
      if (file.path().extension() == extension) found.push_back(file.path());
    }
    return *std::max_element(found.begin(), found.end());
  }

  static void flip_bit(const fs::path& path, std::uint64_t bit) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(bit / 8));
    const char byte = static_cast<char>(file.get() ^ (1 << bit % 8));
    file.seekp(static_cast<std::streamoff>(bit / 8));
    file.put(byte);
  }

  temporary_folder folder_;
  data_folder data_ = data_folder::open(folder_.path()).value();
  log_head head_;
};

TEST_F(LogDamage, AFlippedBitInTheMiddleOfTheWalIsRefused) {
  fill(400);
  const fs::path wal = newest(".log");
  flip_bit(wal, fs::file_size(wal) * 8 / 2);
  EXPECT_EQ(opening_says(), errc::corrupt);
}

TEST_F(LogDamage, AWalCutShortIsRefusedBecauseOfHead) {
  fill(400);
  const fs::path wal = newest(".log");
  fs::resize_file(wal, 300);
  EXPECT_EQ(opening_says(), errc::corrupt);
}

TEST_F(LogDamage, ADeletedWalIsRefusedBecauseOfHead) {
  fill(10);
  fs::remove(newest(".log"));
  const auto opened = open_rocksdb_log(data_);
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().code, errc::corrupt);
  EXPECT_NE(
      opened.error().message.find("HEAD says commit " + std::to_string(head_.last_commit.value())),
      std::string::npos)
      << opened.error().message;
}

TEST_F(LogDamage, AHeadThatIsAheadIsRefused) {
  fill(10);
  log_head ahead = head_;
  static_cast<void>(make_commit(ahead));
  ASSERT_TRUE(head_file::create(data_.head_path(), mark_of(ahead)).has_value());
  EXPECT_EQ(opening_says(), errc::corrupt);
}

TEST_F(LogDamage, AHeadOfAnotherHistoryIsRefused) {
  fill(10);
  log_head other = head_;
  other.last_hash.low ^= 1;
  ASSERT_TRUE(head_file::create(data_.head_path(), mark_of(other)).has_value());
  EXPECT_EQ(opening_says(), errc::corrupt);
  other = head_;
  other.log.bits.low ^= 1;
  ASSERT_TRUE(head_file::create(data_.head_path(), mark_of(other)).has_value());
  EXPECT_EQ(opening_says(), errc::corrupt);
}

TEST_F(LogDamage, AHeadThatIsBehindIsFine) {
  fill(10);
  const auto log = open_rocksdb_log(data_).value();
  log_head early = head_after(commit_view::parse(log->read(first_key, 0).value().front()).value());
  ASSERT_TRUE(head_file::create(data_.head_path(), mark_of(early)).has_value());
}

TEST_F(LogDamage, AMissingHeadIsRefusedAndPuttingItBackHeals) {
  fill(10);
  fs::rename(data_.head_path(), folder_.path() / "away");
  EXPECT_EQ(opening_says(), errc::corrupt);
  fs::rename(folder_.path() / "away", data_.head_path());
  EXPECT_EQ(opening_says(), errc::internal);
}

TEST_F(LogDamage, EachMissingFileIsRefusedAndPuttingItBackHeals) {
  fill(10);
  std::vector<fs::path> files;
  for (const auto& file : fs::directory_iterator(data_.log_path())) {
    const std::string name = file.path().filename();
    // RocksDB writes these for people and for its own id only.
    if (!name.starts_with("OPTIONS") && name != "IDENTITY" && name != "LOCK")
      files.push_back(file.path());
  }
  EXPECT_GE(files.size(), 4U);
  for (const fs::path& file : files) {
    // On a copy: RocksDB tidies up while it opens, even when it then refuses.
    const temporary_folder copy;
    fs::copy(data_.path(), copy.path(), fs::copy_options::recursive);
    fs::remove(copy.path() / "log" / file.filename());
    const data_folder data = data_folder::open(copy.path()).value();
    const auto opened = open_rocksdb_log(data);
    EXPECT_FALSE(opened.has_value()) << file;
    if (!opened) {
      EXPECT_EQ(opened.error().code, errc::corrupt) << opened.error().message;
    }
  }
  EXPECT_EQ(opening_says(), errc::internal);
}

TEST_F(LogDamage, AFlippedBitInATableIsNoticedByVerify) {
  fill(400);
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  for (int round = 0; round < 20; ++round) {
    const temporary_folder copy;
    fs::copy(data_.path(), copy.path(), fs::copy_options::recursive);
    const fs::path table = copy.path() / "log" / newest(".sst").filename();
    flip_bit(table, random() % (fs::file_size(table) * 8));
    const data_folder data = data_folder::open(copy.path()).value();
    const auto opened = open_rocksdb_log(data);
    if (!opened) continue;  // It hit what is read on opening.
    const auto verified = verify_log(**opened);
    // Some bits of a table mean nothing, such as those of its properties; then nothing may be lost.
    if (verified) {
      EXPECT_EQ(verified->commits, head_.last_commit.value() + 1);
    }
  }
}

TEST_F(LogDamage, AFolderPutBackFromEarlierIsRefused) {
  fill(10);
  const fs::path earlier = folder_.path() / "earlier";
  fs::copy(data_.log_path(), earlier, fs::copy_options::recursive);
  fill(10);
  fs::remove_all(data_.log_path());
  fs::rename(earlier, data_.log_path());
  EXPECT_EQ(opening_says(), errc::corrupt);
}

}  // namespace
}  // namespace jumak::storage
