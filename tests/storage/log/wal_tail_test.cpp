// What a power cut may leave of the last write, page by page, and damage that only looks like it.

#include "storage/log/wal_tail.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>

#include "storage/log/head_file.hpp"
#include "storage/log/rocksdb_log.hpp"
#include "storage/log/verify_log.hpp"
#include "tests/storage/log/commit_maker.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t page = 4096;  // What a disk's cache writes back, in any order.

using folder_bytes = std::map<std::string, std::string>;

folder_bytes bytes_of(const fs::path& folder) {
  folder_bytes files;
  for (const auto& file : fs::directory_iterator(folder))
    files[file.path().filename()] = read_file(file.path()).value();
  return files;
}

/// A folder as a crash leaves it while the last write was on its way: HEAD knows the commit before it.
class WalTail : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto log = open_rocksdb_log(data_).value();
    log_head head = log->head();
    for (int round = 0; round < 30; ++round) {
      const std::string commit[] = {make_commit(head)};
      ASSERT_EQ(log->append(commit), append_outcome::durable);
    }
    before_ = log->head();
    const fs::path wal = wal_of(data_.path());
    from_ = fs::file_size(wal);
    const std::vector<std::string> last{make_commit(head, {.accepted = 2, .event_bytes = 9000}),
                                        make_commit(head, {.accepted = 1, .event_bytes = 2500})};
    ASSERT_EQ(log->append(last), append_outcome::durable);
    after_ = log->head();
    fs::copy(data_.path(), left_.path(), fs::copy_options::recursive);
    wal_ = wal_of(left_.path());
    whole_ = read_file(wal_).value().substr(0, fs::file_size(wal));
    ASSERT_GT(whole_.size(), from_ + 4 * page);
    know(before_);
  }

  /// The WAL that has commits; RocksDB may have made the next one already.
  static fs::path wal_of(const fs::path& data) {
    fs::path found;
    for (const auto& file : fs::directory_iterator(data / "log")) {
      if (file.path().extension() == ".log" && file.file_size() > 0) found = file.path();
    }
    return found;
  }

  /// HEAD is a lower bound: it says this.
  void know(const log_head& head) const {
    ASSERT_TRUE(head_file::create(left_.path() / "HEAD", mark_of(head)).has_value());
  }
  void put_wal(const std::string& bytes) const {
    ASSERT_TRUE(replace_file(wal_, bytes).has_value());
  }

  /// Opens a copy of what was left, whose head must be `head`, with all before it in order.
  void expect_opens_at(const log_head& head, const std::string& what) {
    const temporary_folder copy = temporary_folder::in_memory();
    fs::copy(left_.path(), copy.path(), fs::copy_options::recursive);
    const data_folder data = data_folder::open(copy.path()).value();
    notes_.clear();
    rocksdb_log_options options;
    options.write_buffer_bytes = 1024 * 1024;  // Reserves less.
    options.on_note = [&](std::string_view note) { notes_ += note; };
    const auto log = open_rocksdb_log(data, options);
    ASSERT_TRUE(log.has_value()) << what << ": " << log.error().message;
    EXPECT_EQ((*log)->head().last_commit, head.last_commit.next()) << what;  // And its epoch.
    EXPECT_EQ((*log)->head().head(), head.head()) << what;
    EXPECT_TRUE(verify_log(**log).has_value()) << what;
    torn_.clear();
    if (fs::exists(data.torn_path())) torn_ = bytes_of(data.torn_path());
  }

  /// Opening must refuse and leave every byte where it was.
  void expect_refused(const std::string& what) {
    const folder_bytes before = bytes_of(left_.path() / "log");
    const data_folder data = data_folder::open(left_.path()).value();
    const auto log = open_rocksdb_log(data);
    ASSERT_FALSE(log.has_value()) << what;
    EXPECT_EQ(log.error().code, errc::corrupt) << what;
    EXPECT_NE(log.error().message.find("restore a backup"), std::string::npos)
        << log.error().message;
    EXPECT_EQ(bytes_of(left_.path() / "log"), before) << what;
  }

  temporary_folder folder_ = temporary_folder::in_memory();
  temporary_folder left_ = temporary_folder::in_memory();
  data_folder data_ = data_folder::open(folder_.path()).value();
  log_head before_;
  log_head after_;
  fs::path wal_;
  std::string whole_;
  std::size_t from_ = 0;  // Where the last write begins.
  std::string notes_;
  folder_bytes torn_;
};

TEST_F(WalTail, AWholeLastWriteStays) {
  expect_opens_at(after_, "whole");
  EXPECT_TRUE(torn_.empty());
}

TEST_F(WalTail, AnySetOfItsPagesThatIsMissingIsCutOff) {
  std::vector<std::size_t> pages;
  for (std::size_t at = from_ / page * page; at < whole_.size(); at += page) pages.push_back(at);
  ASSERT_GE(pages.size(), 5U);
  for (std::size_t missing = 1; missing < std::size_t{1} << pages.size(); ++missing) {
    std::string wal = whole_;
    for (std::size_t each = 0; each < pages.size(); ++each) {
      if ((missing >> each & 1) == 0) continue;
      const std::size_t begin = std::max(pages[each], from_);
      const std::size_t end = std::min(pages[each] + page, wal.size());
      std::fill(wal.begin() + static_cast<std::ptrdiff_t>(begin),
                wal.begin() + static_cast<std::ptrdiff_t>(end), '\0');
    }
    put_wal(wal);
    expect_opens_at(before_, "pages missing: " + std::to_string(missing));
    const std::string rest = wal.substr(from_);
    if (rest.find_first_not_of('\0') == std::string::npos) {
      EXPECT_TRUE(torn_.empty());
      continue;
    }
    ASSERT_EQ(torn_.size(), 1U) << missing;
    EXPECT_EQ(torn_.begin()->second, rest);
    EXPECT_NE(notes_.find("broken off"), std::string::npos) << notes_;
    EXPECT_NE(notes_.find(torn_.begin()->first), std::string::npos) << notes_;
    EXPECT_NE(notes_.find("commit " + std::to_string(before_.last_commit.value())),
              std::string::npos)
        << notes_;
  }
}

TEST_F(WalTail, ALastWriteOfAnyLengthIsCutOff) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  for (int round = 0; round < 60; ++round) {
    const std::size_t size = from_ + random() % (whole_.size() - from_);
    const std::size_t reserved = round % 2 == 0 ? 0 : random() % 100'000;
    put_wal(whole_.substr(0, size) + std::string(reserved, '\0'));
    expect_opens_at(before_, "cut at " + std::to_string(size));
  }
}

TEST_F(WalTail, AnEarlierWriteThatIsNotInOrderIsRefusedAndNothingTouched) {
  // Twice a bit of each byte of the header and the first bytes of a write in the middle of a block: in
  // its length too, by which RocksDB alone would lose every write behind it without a word.
  for (const std::size_t behind : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U, 12U, 40U}) {
    for (const int bit : {1, 6}) {
      std::string wal = whole_;
      const std::size_t at = wal.find("JMK1", from_ / 2);
      // The batch before the commit: 12 bytes of its own, 1 + 1 + 16 of the key, 2 of the length.
      const std::size_t begin = at - 32 - 7;
      wal[begin + behind] = static_cast<char>(wal[begin + behind] ^ (1 << bit));
      put_wal(wal);
      expect_refused("byte " + std::to_string(behind) + " bit " + std::to_string(bit));
    }
  }
}

TEST_F(WalTail, ZerosOverEarlierWritesAreRefused) {
  std::string wal = whole_;
  std::fill(wal.begin() + static_cast<std::ptrdiff_t>(from_) - 2000,
            wal.begin() + static_cast<std::ptrdiff_t>(from_), '\0');
  put_wal(wal);
  expect_refused("2,000 zeros in front of the last write");
}

TEST_F(WalTail, ALastWriteThatHeadKnowsIsNotCutOff) {
  know(after_);
  std::string wal = whole_;
  wal[from_ + 3 * page] ^= 1;
  put_wal(wal);
  expect_refused("a bit of an acknowledged write");
}

TEST_F(WalTail, OneLogAfterTheOtherMayBeTorn) {
  put_wal(whole_.substr(0, whole_.size() - 100));
  for (int round = 0; round < 3; ++round) {
    const data_folder data = data_folder::open(left_.path()).value();
    const auto log = open_rocksdb_log(data);
    ASSERT_TRUE(log.has_value()) << log.error().message;
    EXPECT_EQ((*log)->head().head(), before_.head());
  }
}

}  // namespace
}  // namespace jumak::storage
