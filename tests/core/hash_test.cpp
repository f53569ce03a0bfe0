#include "core/hash.hpp"

#include <gtest/gtest.h>

namespace jumak {
namespace {

// Published test vectors of XXH3: stored commits and runs rely on them for ever.
TEST(Hash, IsXxh3OfTheEmptyText) {
  EXPECT_EQ(hash64_of(""), 0x2D06800538D394C2U);
  EXPECT_EQ(to_text(hash128_of("")), "99aa06d3014798d86001c324468d497f");
}

TEST(Hash, ASeedMakesAnotherHash) {
  EXPECT_NE(hash64_of("hotel/h", 1), hash64_of("hotel/h", 2));
  EXPECT_EQ(hash64_of("hotel/h", 0), hash64_of("hotel/h"));
}

}  // namespace
}  // namespace jumak
