#include "storage/index/run_store.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "tests/storage/index/made_run.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

class RunStore : public ::testing::Test {
 protected:
  std::unique_ptr<run_store> open() {
    return run_store::open({.folder = index_, .on_note = {}}).value();
  }
  void fill(std::uint64_t runs) {
    const auto store = open();
    for (std::uint64_t run = 1; run <= runs; ++run) {
      const made_run made = make_run(run);
      ASSERT_TRUE(store->ingest(made.rows, made.folded));
    }
    ASSERT_TRUE(store->put_snapshot("hotel/resort", snapshot_));
  }
  std::vector<std::filesystem::path> tables() {
    std::vector<std::filesystem::path> found;
    for (const auto& file : std::filesystem::directory_iterator(index_)) {
      if (file.path().extension() == ".sst") found.push_back(file.path());
    }
    return found;
  }

  temporary_folder folder_;
  std::filesystem::path index_ = folder_.path() / "index";
  aggregate_snapshot snapshot_{.at = make_run(1).folded,
                               .fingerprint = 1,
                               .aggregate_version = version(3),
                               .last_event_time = {},
                               .time_given = false,
                               .state = "state"};
};

TEST_F(RunStore, IsEmptyAtFirst) {
  const auto store = open();
  EXPECT_EQ(store->last_checkpoint(), std::nullopt);
  expect_made_runs(*store, 0);
  EXPECT_FALSE(store->discarded());
}

TEST_F(RunStore, KeepsRunsAndSnapshotsWhenReopened) {
  fill(10);
  const auto store = open();
  EXPECT_FALSE(store->discarded());
  expect_made_runs(*store, 10);
  EXPECT_EQ(store->find_snapshot("hotel/resort"), snapshot_);
  EXPECT_EQ(store->find_snapshot("hotel/city"), std::nullopt);
}

TEST_F(RunStore, TakesTheNewerSnapshot) {
  const auto store = open();
  ASSERT_TRUE(store->put_snapshot("hotel/resort", snapshot_));
  snapshot_.aggregate_version = version(9);
  ASSERT_TRUE(store->put_snapshot("hotel/resort", snapshot_));
  EXPECT_EQ(store->find_snapshot("hotel/resort"), snapshot_);
}

TEST_F(RunStore, VisitsPlacesNewestFirstUntilToldToStop) {
  const auto store = open();
  const aggregate_hash hash("hotel/h");
  for (std::uint64_t number = 1; number <= 5; ++number) {
    made_run made = make_run(number);
    record_view record;
    record.aggregate = "hotel/h";
    record.id = "c";
    record.events.resize(2);
    for (std::uint32_t index = 0; index < 3; ++index)
      made.rows.add(record, {made.folded.commit, index + 100});
    made.rows.sort();
    ASSERT_TRUE(store->ingest(made.rows, made.folded));
  }
  std::vector<record_place> places;
  const auto visit = [&](record_place place) {
    places.push_back(place);
    return places.size() < 7;
  };
  ASSERT_TRUE(store->find(row_kind::streams, hash.stream(""), {}, visit));
  EXPECT_EQ(places.size(), 7U);
  EXPECT_TRUE(std::ranges::is_sorted(places, std::greater<>()));
  EXPECT_EQ(places.front(), (record_place{make_run(5).folded.commit, 102}));
  places.clear();
  ASSERT_TRUE(
      store->find(row_kind::aggregates, hash.aggregate(), make_run(4).folded.commit, visit));
  EXPECT_EQ(places.size(), 3U);
}

TEST_F(RunStore, ScansOnlyTheSlotsAndRunsAskedFor) {
  fill(6);
  const auto store = open();
  std::size_t ids = 0;
  std::size_t runs = 0;
  const slot_range slots{100, 180};
  const auto count = [&](row_hash id, commit_key commit) {
    EXPECT_TRUE(slots.contains(id.slot()));
    EXPECT_GE(commit.number, commit_number(4));
    ++ids;
  };
  ASSERT_TRUE(store->scan_ids(slots, make_run(4).folded.last_record, count,
                              [&](const checkpoint&) { ++runs; }));
  EXPECT_EQ(runs, 3U);
  EXPECT_GT(ids, 20U);
  EXPECT_LT(ids, 80U);
}

TEST_F(RunStore, DropsEverything) {
  fill(5);
  const auto store = open();
  ASSERT_TRUE(store->drop_all());
  expect_made_runs(*store, 0);
  EXPECT_EQ(store->find_snapshot("hotel/resort"), std::nullopt);
  const made_run made = make_run(1);
  ASSERT_TRUE(store->ingest(made.rows, made.folded));
  expect_made_runs(*store, 1);
}

TEST_F(RunStore, ForgetsARunThatACrashLeftUnfinished) {
  fill(2);
  std::ofstream(index_ / "unfinished-run") << "half of it";
  const auto store = open();
  EXPECT_FALSE(store->discarded());
  expect_made_runs(*store, 2);
  EXPECT_FALSE(std::filesystem::exists(index_ / "unfinished-run"));
}

TEST_F(RunStore, IsOpenOnlyOnce) {
  const auto store = open();
  EXPECT_EQ(run_store::open({.folder = index_, .on_note = {}}).error().code, errc::locked);
}

TEST_F(RunStore, DiscardsAnIndexThatLacksAFile) {
  fill(5);
  std::filesystem::remove(tables().front());
  const auto store = open();
  EXPECT_TRUE(store->discarded());
  expect_made_runs(*store, 0);
}

TEST_F(RunStore, DiscardsAnIndexWhoseListOfFilesIsDamaged) {
  fill(5);
  std::ofstream(index_ / "CURRENT", std::ios::trunc) << "nonsense\n";
  const auto store = open();
  EXPECT_TRUE(store->discarded());
  expect_made_runs(*store, 0);
}

/// True when every read that the store offers succeeds.
bool reads_without_error(const run_store& store) {
  const auto keep_on = [](record_place) { return true; };
  bool good = store
                  .scan_ids(
                      {}, record_number(), [](row_hash, commit_key) {}, [](const checkpoint&) {})
                  .has_value();
  good = good && store.scan_names({}, [](row_hash) {}).has_value();
  for (std::uint64_t index = 0; index < made_run::records; ++index) {
    const aggregate_hash hash("guest/1-" + std::to_string(index));
    good = good && store.find(row_kind::aggregates, hash.aggregate(), {}, keep_on).has_value();
  }
  return good;
}

// Discarded, an error, or all of it right: never a silent difference.
TEST_F(RunStore, NeverReadsDamagedBytesAsRows) {
  fill(1);
  std::filesystem::copy(index_, folder_.path() / "good");
  std::size_t noticed = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::filesystem::remove_all(index_);
    std::filesystem::copy(folder_.path() / "good", index_);
    std::mt19937_64 random(seed);
    const auto files = tables();
    const auto file = files[random() % files.size()];
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    const auto at = static_cast<std::streamoff>(random() % std::filesystem::file_size(file));
    bytes.seekg(at);
    const int byte = bytes.get();
    bytes.seekp(at);
    bytes.put(static_cast<char>(byte ^ (1 << random() % 8)));
    bytes.close();
    const auto store = open();
    if (store->discarded() || !reads_without_error(*store)) {
      ++noticed;
    } else {
      expect_made_runs(*store, 1);
    }
  }
  EXPECT_GT(noticed, 10U);
}

TEST_F(RunStore, SaysWhenTheFolderCannotBeMade) {
  std::ofstream(folder_.path() / "file") << "in the way";
  const auto failed = run_store::open({.folder = folder_.path() / "file" / "index", .on_note = {}});
  EXPECT_EQ(failed.error().code, errc::io_failed);
}

}  // namespace
}  // namespace jumak::storage
