#include "storage/index/run_format.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace jumak::storage {
namespace {

std::vector<record_place> places_in(std::string_view value) {
  std::vector<record_place> places;
  place_reader reader(value);
  for (record_place place; reader.next(place);) places.push_back(place);
  RC_ASSERT(reader.done());
  return places;
}

/// Places in log order, positions and commit numbers rising together, some equal.
std::vector<place_row> arbitrary_rows(row_hash hash) {
  std::vector<place_row> rows;
  record_place place{{position(1), commit_number(1)}, 0};
  for (const unsigned step : *rc::gen::arbitrary<std::vector<unsigned char>>()) {
    if (step % 4 == 1) ++place.index;
    if (step % 4 >= 2)
      place = {{place.commit.first_position.plus(step % 4 == 2 ? 0 : step),
                place.commit.number.plus(1 + step / 16)},
               step / 8};
    rows.push_back({hash, packed_place(place)});
  }
  return rows;
}

RC_GTEST_PROP(RunFormat, ReadsPlacesBackNewestFirstAndOnce, ()) {
  auto rows = arbitrary_rows({1});
  RC_PRE(!rows.empty());
  std::vector<record_place> expected;
  for (const place_row& row : rows) expected.push_back(row.place.unpacked());
  std::ranges::sort(expected);
  std::ranges::sort(rows);
  const auto repeated = std::ranges::unique(expected);
  expected.erase(repeated.begin(), repeated.end());
  std::ranges::reverse(expected);
  RC_ASSERT(places_in(pack_places(rows)) == expected);
}

RC_GTEST_PROP(RunFormat, ReadsIdsBackInOrder, ()) {
  std::string value;
  commit_key before;
  const auto rows = arbitrary_rows({1});
  for (const place_row& row : rows) {
    const commit_key commit = row.place.unpacked().commit;
    pack_id(value, before, {commit.number.value() * 7}, commit);
    before = commit;
  }
  id_reader reader(value);
  row_hash id;
  commit_key commit;
  for (const place_row& row : rows) {
    RC_ASSERT(reader.next(id, commit));
    RC_ASSERT(commit == row.place.unpacked().commit);
    RC_ASSERT(id.bits == commit.number.value() * 7);
  }
  RC_ASSERT(!reader.next(id, commit));
  RC_ASSERT(reader.done());
}

RC_GTEST_PROP(RunFormat, ReadersStopAtBytesOfAnotherForm, (const std::string& bytes)) {
  place_reader places(bytes);
  for (record_place place; places.next(place);) {
  }
  id_reader ids(bytes);
  row_hash id;
  for (commit_key commit; ids.next(id, commit);) {
  }
}

TEST(RunFormat, KeysSortByRunThenKindThenHash) {
  const std::vector<std::string> keys = {
      checkpoint_key(1),
      slot_key(1, row_kind::ids, 0),
      slot_key(1, row_kind::ids, 255),
      slot_key(1, row_kind::ids, slot_count),
      slot_key(1, row_kind::first_seen, 0),
      place_key(1, row_kind::streams, {0}),
      place_key(1, row_kind::streams, {UINT64_MAX}),
      place_key(1, row_kind::aggregates, {0x80}),
      checkpoint_key(2),
      checkpoint_key(256),
  };
  EXPECT_TRUE(std::ranges::is_sorted(keys));
}

TEST(RunFormat, ACheckpointOfAnotherFormatIsNone) {
  std::string value = checkpoint_value({});
  EXPECT_EQ(parse_checkpoint_value(value), checkpoint{});
  value[0] = 2;
  EXPECT_EQ(parse_checkpoint_value(value), std::nullopt);
  EXPECT_EQ(parse_checkpoint_value(""), std::nullopt);
}

}  // namespace
}  // namespace jumak::storage
