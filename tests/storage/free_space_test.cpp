#include "storage/free_space.hpp"

#include <gtest/gtest.h>

namespace jumak::storage {
namespace {

constexpr std::uint64_t mebibyte = 1024 * 1024;

TEST(FreeSpace, NeedsAtLeastHalfAGibibyte) { EXPECT_EQ(space_needed(0, 0), 512 * mebibyte); }

TEST(FreeSpace, NeedsTwiceTheWriteBuffersAndTheWal) {
  EXPECT_EQ(space_needed(256 * mebibyte, 100 * mebibyte), (512 + 100 + 64) * mebibyte);
}

TEST(FreeSpace, IsAskedOfTheDisk) {
  EXPECT_TRUE(free_space("/").has_value());
  EXPECT_EQ(free_space("/proc/nowhere").error().code, errc::not_found);
  EXPECT_FALSE(free_space_ok("/proc"));
}

}  // namespace
}  // namespace jumak::storage
