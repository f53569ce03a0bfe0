#include "core/pack_head.hpp"

#include <gtest/gtest.h>

namespace jumak {
namespace {

constexpr log_head some{.log = log_id{{1, 2}},
                        .epoch = epoch_number(3),
                        .last_commit = commit_number(4),
                        .next_position = position(5),
                        .next_record = record_number(6),
                        .last_hash = {7, 8}};

TEST(PackHead, WritesEightNumbersInOrder) {
  std::string bytes;
  pack_head(bytes, some);
  ASSERT_EQ(bytes.size(), 64U);
  for (std::size_t number = 0; number < 8; ++number) {
    EXPECT_EQ(bytes.substr(number * 8, 8), static_cast<char>(number + 1) + std::string(7, '\0'));
  }
}

TEST(PackHead, ReadsWhatItWrote) {
  std::string bytes;
  pack_head(bytes, some);
  unpacker in(bytes);
  EXPECT_EQ(unpack_head(in), some);
  EXPECT_TRUE(in.done());
}

TEST(PackHead, FailsOnBytesThatEndTooEarly) {
  std::string bytes;
  pack_head(bytes, some);
  bytes.pop_back();
  unpacker in(bytes);
  static_cast<void>(unpack_head(in));
  EXPECT_TRUE(in.failed());
}

}  // namespace
}  // namespace jumak
