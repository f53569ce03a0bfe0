#include "storage/index/row_hash.hpp"

#include <gtest/gtest.h>

#include <string>

namespace jumak::storage {
namespace {

TEST(RowHash, EveryRowOfAnAggregateTellsItsSlot) {
  for (int number = 0; number < 1000; ++number) {
    const std::string name = "hotel/h-" + std::to_string(number);
    const aggregate_hash hash(name);
    EXPECT_EQ(hash.slot(), hash64_of(name) & 0xFF);
    EXPECT_EQ(hash.aggregate().slot(), hash.slot());
    EXPECT_EQ(hash.stream("").slot(), hash.slot());
    EXPECT_EQ(hash.stream("room/101").slot(), hash.slot());
    EXPECT_EQ(hash.id("c-1").slot(), hash.slot());
  }
}

TEST(RowHash, NeverChangesBecauseItIsStored) {
  const aggregate_hash hash("hotel/resort");
  EXPECT_EQ(hash.aggregate().bits, 0x5195fbf0cf55dadeU);
  EXPECT_EQ(hash.stream("room/101").bits, 0x516253e6bc690097U);
  EXPECT_EQ(hash.id("c-1").bits, 0x5148cc65f1ab5031U);
}

TEST(RowHash, DependsOnEveryPart) {
  const aggregate_hash hash("hotel/resort");
  EXPECT_NE(hash.stream("a").bits, hash.stream("b").bits);
  EXPECT_NE(hash.stream("a").bits, aggregate_hash("hotel/city").stream("a").bits);
  EXPECT_NE(hash.stream("").bits, hash.aggregate().bits);
}

TEST(RowHash, ShardsShareOutAllSlots) {
  for (std::uint32_t shards = 1; shards <= slot_count; ++shards) {
    std::uint32_t next = 0;
    for (std::uint32_t shard = 0; shard < shards; ++shard) {
      const slot_range slots = slots_of(shard, shards);
      ASSERT_EQ(slots.from, next) << shards;
      for (std::uint32_t slot = slots.from; slot < slots.to; ++slot)
        ASSERT_EQ(shard_of(slot, shards), shard);
      next = slots.to;
    }
    ASSERT_EQ(next, slot_count) << shards;
  }
}

}  // namespace
}  // namespace jumak::storage
