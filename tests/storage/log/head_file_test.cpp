#include "storage/log/head_file.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

class HeadFile : public ::testing::Test {
 protected:
  static log_head head_at(std::uint64_t number) {
    return {.log = log_id{{7, 8}},
            .epoch = epoch_number(1),
            .last_commit = commit_number(number),
            .next_position = position(10 * number + 1),
            .next_record = record_number(number),
            .last_hash = {number, number}};
  }
  /// Opens it, notes these heads at once and closes it.
  void note(std::initializer_list<std::uint64_t> numbers) {
    const auto file = head_file::open(path_).value();
    for (const std::uint64_t number : numbers) file->note(head_at(number));
  }
  void damage(std::size_t offset, std::size_t length) {
    std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(offset));
    file << std::string(length, 'x');
  }
  std::uint64_t number_read() { return head_file::read(path_).value().number.value(); }

  temporary_folder folder_;
  const std::filesystem::path path_ = folder_.path() / "HEAD";
  void SetUp() override { ASSERT_TRUE(head_file::create(path_, mark_of(head_at(1))).has_value()); }
};

TEST_F(HeadFile, GivesBackTheMarkItWasMadeWith) {
  EXPECT_EQ(head_file::read(path_).value(), mark_of(head_at(1)));
  EXPECT_EQ(std::filesystem::file_size(path_), 1024U);
}

TEST_F(HeadFile, IsExactWhenClosed) {
  note({2, 3, 4});
  EXPECT_EQ(head_file::read(path_).value(), mark_of(head_at(4)));
}

TEST_F(HeadFile, FollowsSoonAfterANote) {
  const auto file = head_file::open(path_).value();
  file->note(head_at(9));
  // Wide, since a loaded machine may delay any thread; that it comes at all without a close is the point.
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (number_read() != 9 && std::chrono::steady_clock::now() < deadline)
    std::this_thread::yield();
  EXPECT_EQ(number_read(), 9U);
  static_assert(head_file::gather_time < head_file::delay_max);
}

TEST_F(HeadFile, WritesItsSlotsByTurns) {
  note({2});
  note({3});
  damage(0, 512);  // 3 was written over 1.
  EXPECT_EQ(number_read(), 2U);
  note({4});
  EXPECT_EQ(number_read(), 4U);
  damage(512, 512);
  EXPECT_EQ(number_read(), 4U);
}

TEST_F(HeadFile, ATornSlotLeavesTheOneBefore) {
  note({2});
  damage(512 + 40, 1);
  EXPECT_EQ(number_read(), 1U);
}

TEST_F(HeadFile, WithoutAWholeSlotIsCorrupt) {
  note({2});
  damage(100, 1);
  damage(600, 1);
  EXPECT_EQ(head_file::read(path_).error().code, errc::corrupt);
  std::filesystem::resize_file(path_, 0);
  EXPECT_EQ(head_file::read(path_).error().code, errc::corrupt);
  std::filesystem::remove(path_);
  EXPECT_EQ(head_file::read(path_).error().code, errc::not_found);
}

}  // namespace
}  // namespace jumak::storage
