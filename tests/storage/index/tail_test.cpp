#include "storage/index/tail.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "storage/index/index_restore.hpp"
#include "tests/storage/index/index_world.hpp"

namespace jumak::storage {
namespace {

void add_all(tail& into, const index_world& world, commit_key from) {
  ASSERT_TRUE(for_each_record(world.log(), from, [&](const record_walk& walk) {
    const std::vector<std::uint32_t> types(walk.record().events.size(), 0);
    into.add(walk.record(), aggregate_hash(walk.record().aggregate), types, walk.place(),
             walk.number());
  }));
}

/// Everything after `folded` must be there; what is older may be.
void expect_all_after(const tail& held, const index_world& world, commit_key folded) {
  for (const auto& [aggregate, places] : world.places()) {
    const auto held_places = held.places(aggregate_hash(aggregate).aggregate());
    EXPECT_TRUE(std::ranges::is_sorted(held_places));
    for (const record_place place : places) {
      if (place.commit > folded) {
        EXPECT_TRUE(std::ranges::binary_search(held_places, place));
      }
    }
  }
  for (const auto& [key, record] : world.records()) {
    if (record.place.commit <= folded) continue;
    for (const found_event& event : record.events) {
      const auto found = held.find_stream(aggregate_hash(key.first), key.first, event.stream);
      ASSERT_TRUE(found) << key.first << " " << event.stream;
      EXPECT_EQ(found->at, world.streams().at({key.first, event.stream}).at);
    }
  }
}

TEST(Tail, NeverDropsWhatIsNewer) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    index_world world(seed);
    tail held(1 + random() % 40);
    commit_key added = first_key;
    commit_key folded{};
    for (int round = 0; round < 8; ++round) {
      world.grow(1 + random() % 20);
      add_all(held, world, added);
      added = key_after(world.log().head());
      const auto page = world.log().read(folded, 1 << 20);
      folded = commit_view::parse((*page)[random() % page->size()])->key();
      held.drop_up_to(folded);
      expect_all_after(held, world, folded);
    }
  }
}

TEST(Tail, FreesWhatWasFolded) {
  index_world world(1);
  world.grow(300);
  tail held(50);
  add_all(held, world, first_key);
  const std::size_t records = held.records();
  EXPECT_EQ(records, world.records().size());
  const log_head head = world.log().head();
  held.drop_up_to({head.next_position, head.last_commit});
  EXPECT_EQ(held.records(), 0U);
  EXPECT_EQ(held.memory_bytes(), 0U);
}

}  // namespace
}  // namespace jumak::storage
