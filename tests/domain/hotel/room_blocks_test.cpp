#include "domain/hotel/room_blocks.hpp"

#include <gtest/gtest.h>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

room_block two_nights() {
  room_block block;
  block.from = day("2026-12-24");
  block.left = {2, 1};
  return block;
}

TEST(RoomBlock, HasNothingLeftOutsideItsNights) {
  const room_block block = two_nights();
  EXPECT_EQ(block.to(), day("2026-12-26"));
  EXPECT_EQ(block.left_on(day("2026-12-24")), 2U);
  EXPECT_EQ(block.left_on(day("2026-12-25")), 1U);
  EXPECT_EQ(block.left_on(day("2026-12-26")), 0U);
  EXPECT_EQ(block.left_on(day("2026-12-23")), 0U);
}

TEST(RoomBlocks, RememberWhoWasPickedUpUntilTheyClose) {
  room_blocks blocks;
  EXPECT_TRUE(blocks.add("choir", two_nights()));
  EXPECT_FALSE(blocks.add("choir", two_nights()));
  EXPECT_TRUE(blocks.add("band", two_nights()));
  blocks.pick_up("choir", "r-1");
  blocks.pick_up("band", "r-2");
  blocks.pick_up("choir", "r-3");
  EXPECT_EQ(blocks.block_of("r-1"), "choir");
  EXPECT_EQ(blocks.block_of("r-9"), "");
  blocks.forget("r-3");
  EXPECT_EQ(blocks.block_of("r-3"), "");
  blocks.close("choir");
  EXPECT_EQ(blocks.find("choir"), nullptr);
  EXPECT_EQ(blocks.block_of("r-1"), "");
  EXPECT_EQ(blocks.block_of("r-2"), "band");
}

}  // namespace
}  // namespace jumak::hotel::testing
