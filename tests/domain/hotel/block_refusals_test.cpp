#include <gtest/gtest.h>

#include "domain/hotel/refusals.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

TEST(BlockRefusals, SayTheStatusInWords) {
  EXPECT_EQ(block_closed(id("choir"), "cut_off").value().message, "Block choir is cut off.");
  EXPECT_EQ(block_closed(id("choir"), "released").value().message, "Block choir is released.");
  EXPECT_EQ(block_closed(id("choir"), "cut_off").value().details.at(1),
            (detail{"status", "cut_off"}));
}

TEST(BlockRefusals, NameTheNights) {
  room_block block;
  block.from = day("2026-12-24");
  block.left = {1, 1};
  EXPECT_EQ(outside_block(id("choir"), block).value().message,
            "Block choir has the nights from 2026-12-24 to 2026-12-26.");
  EXPECT_EQ(block_is_full(id("choir"), day("2026-12-24")).value().message,
            "Block choir has no room left on 2026-12-24.");
}

}  // namespace
}  // namespace jumak::hotel::testing
