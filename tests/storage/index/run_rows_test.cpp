#include "storage/index/run_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "storage/index/index_restore.hpp"
#include "tests/storage/index/index_world.hpp"

namespace jumak::storage {
namespace {

TEST(RunRows, HaveARowForEachEventInItsSlotSorted) {
  index_world world(5);
  world.grow(200);
  run_rows rows;
  ASSERT_TRUE(for_each_record(world.log(), first_key, [&](const record_walk& walk) {
    rows.add(walk.record(), walk.place());
  }));
  rows.sort();
  EXPECT_EQ(rows.records(), world.records().size());
  std::size_t aggregates = 0;
  std::size_t streams = 0;
  std::size_t first_seen = 0;
  for (std::uint32_t slot = 0; slot < slot_count; ++slot) {
    const slot_rows& in = rows.slots()[slot];
    const auto belongs = [&](const place_row& row) { return row.hash.slot() == slot; };
    EXPECT_TRUE(std::ranges::all_of(in.streams, belongs));
    EXPECT_TRUE(std::ranges::all_of(in.aggregates, belongs));
    EXPECT_TRUE(std::ranges::is_sorted(in.streams));
    EXPECT_TRUE(std::ranges::is_sorted(in.aggregates));
    aggregates += in.aggregates.size();
    streams += in.streams.size();
    first_seen += in.first_seen.size();
  }
  std::size_t events = 0;
  std::size_t places = 0;
  for (const auto& [aggregate, list] : world.events()) events += list.size();
  for (const auto& [aggregate, list] : world.places()) places += list.size();
  EXPECT_EQ(streams, events);
  EXPECT_EQ(aggregates, places);
  EXPECT_EQ(first_seen, world.streams().size() + world.events().size());
}

TEST(RunRows, AreGoneOnceCleared) {
  run_rows rows;
  record_view record;
  record.aggregate = "hotel/h";
  record.id = "c";
  record.events.push_back({.stream = "room/1",
                           .type = "Made",
                           .schema = 1,
                           .stream_version = version(1),
                           .aggregate_version = version(1),
                           .payload = {}});
  rows.add(record, {{position(1), commit_number(1)}, 0});
  const slot_rows& slot = rows.slots()[aggregate_hash("hotel/h").slot()];
  EXPECT_EQ(slot.first_seen.size(), 2U);
  EXPECT_FALSE(slot.ids.empty());
  rows.clear();
  EXPECT_EQ(rows.records(), 0U);
  EXPECT_TRUE(slot.ids.empty() && slot.first_seen.empty() && slot.streams.empty() &&
              slot.aggregates.empty());
  EXPECT_EQ(slot.last_id, commit_key{});
}

}  // namespace
}  // namespace jumak::storage
