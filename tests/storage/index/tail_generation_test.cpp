#include "storage/index/tail_generation.hpp"

#include <gtest/gtest.h>

namespace jumak::storage {
namespace {

record_place place_of(std::uint64_t number) {
  return {{position(number), commit_number(number)}, 2};
}

event_view event_of(std::string_view stream, std::uint64_t at) {
  return {.stream = stream,
          .type = "Made",
          .schema = 1,
          .stream_version = version(at),
          .aggregate_version = version(at),
          .payload = {}};
}

TEST(TailGeneration, KnowsTheLastEventOfAStream) {
  tail_generation tail;
  const aggregate_hash hash("hotel/h");
  tail.add_event(hash, "hotel/h", event_of("room/1", 1), 3, place_of(5));
  tail.add_event(hash, "hotel/h", event_of("room/1", 2), 4, place_of(6));
  const auto found = tail.find_stream(hash, "hotel/h", "room/1");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->at, version(2));
  EXPECT_EQ(found->last_type, 4U);
  EXPECT_EQ(found->place, place_of(6));
  EXPECT_FALSE(tail.find_stream(hash, "hotel/h", "room/2"));
}

// A hash that says the same for all names: what a forger could make. Names still decide.
TEST(TailGeneration, ComparesNamesNotHashes) {
  tail_generation tail;
  const aggregate_hash same("whatever");
  tail.add_event(same, "hotel/a", event_of("room/1", 7), 1, place_of(1));
  EXPECT_FALSE(tail.find_stream(same, "hotel/b", "room/1"));
  // The boundary between aggregate and suffix counts, too.
  EXPECT_FALSE(tail.find_stream(same, "hotel/aro", "om/1"));
  tail.add_event(same, "hotel/b", event_of("room/1", 9), 1, place_of(2));
  EXPECT_EQ(tail.find_stream(same, "hotel/a", "room/1")->at, version(7));
  EXPECT_EQ(tail.find_stream(same, "hotel/b", "room/1")->at, version(9));
}

TEST(TailGeneration, ListsTheRecordsOfAnAggregateThatHaveEvents) {
  tail_generation tail;
  const aggregate_hash one("hotel/1");
  const aggregate_hash two("hotel/2");
  tail.add_record(one, true, place_of(1));
  tail.add_record(two, true, place_of(2));
  tail.add_record(one, false, place_of(3));
  tail.add_record(one, true, place_of(4));
  std::vector<record_place> places;
  tail.append_places(one.aggregate(), places);
  EXPECT_EQ(places, (std::vector{place_of(1), place_of(4)}));
  EXPECT_EQ(tail.records(), 4U);
  EXPECT_EQ(tail.last_commit(), place_of(4).commit);
}

}  // namespace
}  // namespace jumak::storage
