#include "tests/storage/index/made_run.hpp"

#include <gtest/gtest.h>

#include <set>

namespace jumak::storage {
namespace {

commit_key commit_of(std::uint64_t run) { return {position(run * 100), commit_number(run)}; }

std::string aggregate_of(std::uint64_t run, std::uint64_t index) {
  return "guest/" + std::to_string(run) + "-" + std::to_string(index);
}

}  // namespace

made_run make_run(std::uint64_t number) {
  made_run made;
  for (std::uint32_t index = 0; index < made_run::records; ++index) {
    const std::string aggregate = aggregate_of(number, index);
    record_view record;
    record.aggregate = aggregate;
    record.id = "register";
    record.events.push_back({.stream = {},
                             .type = "Made",
                             .schema = 1,
                             .stream_version = version(1),
                             .aggregate_version = version(1),
                             .payload = {}});
    made.rows.add(record, {commit_of(number), index});
  }
  made.rows.sort();
  made.folded = {{{1, 2}},
                 commit_of(number),
                 position(number * 100 + 99),
                 record_number(number * made_run::records),
                 {number, 7}};
  return made;
}

void expect_made_runs(const run_store& store, std::uint64_t runs) {
  ASSERT_EQ(store.runs(), runs);
  if (runs > 0) {
    EXPECT_EQ(store.last_checkpoint(), make_run(runs).folded);
  }
  std::set<row_hash> ids;
  ASSERT_TRUE(store.scan_ids(
      {}, record_number(), [&](row_hash id, commit_key) { ids.insert(id); },
      [](const checkpoint&) {}));
  std::set<row_hash> names;
  ASSERT_TRUE(store.scan_names({}, [&](row_hash name) { names.insert(name); }));
  EXPECT_EQ(ids.size(), runs * made_run::records);
  EXPECT_EQ(names.size(), 2 * runs * made_run::records);
  for (std::uint64_t run = 1; run <= runs; ++run) {
    for (std::uint32_t index = 0; index < made_run::records; ++index) {
      const aggregate_hash hash(aggregate_of(run, index));
      EXPECT_TRUE(ids.contains(hash.id("register")));
      EXPECT_TRUE(names.contains(hash.stream("")) && names.contains(hash.aggregate()));
      std::vector<record_place> places;
      ASSERT_TRUE(store.find(row_kind::aggregates, hash.aggregate(), {}, [&](record_place place) {
        places.push_back(place);
        return true;
      }));
      EXPECT_EQ(places, (std::vector<record_place>{{commit_of(run), index}}));
    }
  }
}

}  // namespace jumak::storage
