#include "storage/index/record_walk.hpp"

#include <gtest/gtest.h>

#include "storage/index/index_restore.hpp"
#include "tests/storage/index/index_world.hpp"

namespace jumak::storage {
namespace {

TEST(RecordWalk, KnowsEachRecordsPlaceNumberAndPositions) {
  index_world world(3);
  world.grow(100);
  std::size_t seen = 0;
  ASSERT_TRUE(for_each_record(world.log(), first_key, [&](const record_walk& walk) {
    const auto& expected =
        world.records().at({std::string(walk.record().aggregate), std::string(walk.record().id)});
    EXPECT_EQ(walk.place(), expected.place);
    EXPECT_EQ(walk.number(), expected.number);
    EXPECT_EQ(walk.last_position(), expected.last_position);
    if (!expected.events.empty()) {
      EXPECT_EQ(walk.first_position(), expected.events.front().at);
    }
    ++seen;
  }));
  EXPECT_EQ(seen, world.records().size());
}

TEST(RecordWalk, FindsNoRecordsInAnEpoch) {
  const memory_log log;
  const auto bytes = log.read_commit(first_key);
  const auto commit = commit_view::parse(*bytes);
  ASSERT_EQ(commit->header().kind, commit_kind::epoch);
  record_walk walk(*commit);
  EXPECT_FALSE(walk.next());
  EXPECT_TRUE(walk.finished());
}

TEST(RecordWalk, SaysWhenTheRecordsAreNotThoseOfTheHeader) {
  record_view record;
  record.aggregate = "hotel/h";
  record.id = "c";
  std::string payload;
  encode_record(payload, record);
  for (const auto& [records, events] : {std::pair(2U, 0U), std::pair(1U, 1U)}) {
    log_head head;
    const std::string bytes = seal_commit(head, payload, records, events);
    record_walk walk(*commit_view::parse(bytes));
    EXPECT_TRUE(walk.next());
    EXPECT_FALSE(walk.next());
    EXPECT_EQ(walk.finished().error().code, errc::corrupt);
  }
}

}  // namespace
}  // namespace jumak::storage
