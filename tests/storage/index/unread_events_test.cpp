#include "storage/index/unread_events.hpp"

#include <gtest/gtest.h>

#include "storage/posix_file.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

constexpr std::uint64_t old_version = 1;
constexpr std::uint64_t new_version = 0xFEDC'BA98'7654'3210;

TEST(UnreadEvents, AreNobodysAsLongAsAllWereRead) {
  const temporary_folder folder;
  EXPECT_EQ(unread_events(folder.path(), old_version).were_unread_by_another(), false);
}

TEST(UnreadEvents, TellAnotherVersionAndNotTheSame) {
  const temporary_folder folder;
  unread_events seen(folder.path(), old_version);
  EXPECT_EQ(seen.note(), true);
  EXPECT_EQ(seen.note(), false);
  EXPECT_EQ(unread_events(folder.path(), old_version).were_unread_by_another(), false);
  EXPECT_EQ(unread_events(folder.path(), new_version).were_unread_by_another(), true);
}

TEST(UnreadEvents, ADamagedMarkCountsAsAnothersAndANoteThatFailsSaysSo) {
  const temporary_folder folder;
  ASSERT_TRUE(replace_file(folder.path() / "UNREAD", "unre"));
  EXPECT_EQ(unread_events(folder.path(), old_version).were_unread_by_another(), true);
  std::filesystem::create_directory(folder.path() / "UNREAD.new");
  EXPECT_EQ(unread_events(folder.path(), old_version).note().error().code, errc::io_failed);
}

}  // namespace
}  // namespace jumak::storage
