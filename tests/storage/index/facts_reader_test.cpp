#include "storage/index/facts_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/storage/index/index_system.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

class FactsReader : public ::testing::Test {
 protected:
  FactsReader() : world_(1) {
    world_.grow(300);
    system_.emplace(world_.log(),
                    index_system::options{.folder = folder_.path() / "index",
                                          .shards = 1,
                                          .shard = {.horizon = {}, .generation_records = 20},
                                          .fold = {.run_records = 50}});
    system_->fold(250);
  }
  facts_reader reader() { return {world_.log(), system_->store()}; }

  temporary_folder folder_;
  index_world world_;
  std::optional<index_system> system_;
};

TEST_F(FactsReader, FindsPlacesAfterASnapshotOnly) {
  const auto& places = world_.places().at("hotel/h-1");
  for (const std::size_t at : {std::size_t{0}, places.size() / 3, places.size() - 1}) {
    const commit_key after = places[at].commit;
    std::vector<record_place> expected;
    std::ranges::copy_if(places, std::back_inserter(expected),
                         [&](record_place place) { return place.commit > after; });
    EXPECT_EQ(system_->places("hotel/h-1", after), expected);
  }
}

TEST_F(FactsReader, TakesPlacesOnceThatAreInRunsAndTail) {
  // The tail as it was before the fold: all places of the aggregate.
  const auto& places = world_.places().at("hotel/h-1");
  EXPECT_EQ(reader().aggregate_places("hotel/h-1", {}, places).value(), places);
}

TEST_F(FactsReader, PassesOverCandidatesOfOthers) {
  const auto& [key, record] = *world_.records().rbegin();
  std::vector<commit_key> candidates = {first_key, world_.records().begin()->second.place.commit,
                                        record.place.commit};
  EXPECT_EQ(reader().find_record(key.first, key.second, candidates).value(), record);
  candidates.pop_back();
  EXPECT_EQ(reader().find_record(key.first, key.second, candidates).value(), std::nullopt);
}

TEST_F(FactsReader, PassesOverPlacesOfOtherAggregates) {
  std::vector<record_place> places;
  for (const auto& [aggregate, theirs] : world_.places())
    places.insert(places.end(), theirs.begin(), theirs.end());
  std::ranges::sort(places);
  std::vector<index_world::told_event> events;
  ASSERT_TRUE(reader().for_each_event_of(
      "hotel/h-2", places, [&](const record_view&, const event_view& event, position at) {
        events.push_back({std::string(event.stream), std::string(event.type), at});
      }));
  EXPECT_EQ(events, world_.events().at("hotel/h-2"));
}

TEST_F(FactsReader, SaysWhenTheIndexNamesWhatTheLogDoesNotHave) {
  record_place place = world_.places().at("hotel/h-1").front();
  place.index += 100;
  const auto ignore = [](const record_view&, const event_view&, position) {};
  EXPECT_EQ(reader().for_each_event_of("hotel/h-1", std::vector{place}, ignore).error().code,
            errc::corrupt);
  const std::vector<commit_key> nowhere = {key_after(world_.log().head())};
  EXPECT_EQ(reader().find_record("hotel/h-1", "c", nowhere).error().code, errc::corrupt);
}

}  // namespace
}  // namespace jumak::storage
