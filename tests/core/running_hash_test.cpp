#include "core/running_hash.hpp"

#include <gtest/gtest.h>

namespace jumak {
namespace {

hash128 hash_of(std::initializer_list<std::string_view> pieces) {
  running_hash hash("views");
  for (const std::string_view piece : pieces) hash.add(piece);
  return hash.now();
}

TEST(RunningHash, SeesEveryByteAndTheOrder) {
  EXPECT_EQ(hash_of({"some", "bytes"}), hash_of({"some", "bytes"}));
  EXPECT_NE(hash_of({"some", "bytes"}), hash_of({"bytes", "some"}));
  EXPECT_NE(hash_of({"some", "bytes"}), hash_of({"some", "byte"}));
  EXPECT_NE(hash_of({"some", ""}), hash_of({"some"}));
  EXPECT_NE(running_hash("a").now(), running_hash("b").now());
}

TEST(RunningHash, IsStableForEver) {
  EXPECT_EQ(to_text(hash_of({"some", "bytes"})), "c906dc3a556c15ec6a7f52eb431db1e6");
}

}  // namespace
}  // namespace jumak
