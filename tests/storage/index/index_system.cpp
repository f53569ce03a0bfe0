#include "tests/storage/index/index_system.hpp"

#include <gtest/gtest.h>

namespace jumak::storage {

index_system::index_system(const log& log, options chosen)
    : log_(log), options_(std::move(chosen)) {
  restart();
}

void index_system::restart() {
  fold_.reset();
  shards_.clear();
  store_.reset();
  store_ = run_store::open({.folder = options_.folder, .on_note = {}}).value();
  discarded_ = discard_unless_of(log_, *store_).value();
  fold_ = std::make_unique<index_fold>(*store_, options_.fold);
  for (std::uint32_t shard = 0; shard < options_.shards; ++shard) {
    shards_.push_back(std::make_unique<shard_index>(options_.shard));
    EXPECT_TRUE(restore_shard(*shards_.back(), slots_of(shard, options_.shards), *store_,
                              options_.shard.horizon));
  }
  followed_ = fold_->next();
  follow();
}

void index_system::follow() {
  EXPECT_TRUE(for_each_record(log_, followed_, [&](const record_walk& walk) {
    shard(walk.record().aggregate).add(walk.record(), walk.place(), walk.number());
  }));
  followed_ = key_after(log_.head());
}

void index_system::fold(std::size_t commits) {
  for (; commits > 0; --commits) {
    const auto page = log_.read(fold_->next(), 1).value();
    if (page.empty()) return;
    const auto folded = fold_->add(commit_view::parse(page.front()).value()).value();
    if (!folded) continue;
    for (const auto& shard : shards_) shard->folded(*folded);
  }
}

shard_index& index_system::shard(std::string_view aggregate) {
  return *shards_[shard_of(aggregate_hash(aggregate).slot(), options_.shards)];
}

stream_fact index_system::fact(std::string_view aggregate, std::string_view suffix) {
  const stream_lookup found = shard(aggregate).find_stream(aggregate, suffix);
  if (found.what == stream_lookup::answer::ask_runs) {
    return facts_reader(log_, *store_).find_stream_fact(aggregate, suffix).value();
  }
  return {std::string(suffix), found.at, std::string(found.last_type)};
}

std::optional<found_record> index_system::record(std::string_view aggregate, std::string_view id) {
  const auto candidates = shard(aggregate).id_candidates(aggregate, id);
  return facts_reader(log_, *store_).find_record(aggregate, id, candidates).value();
}

std::vector<record_place> index_system::places(std::string_view aggregate, commit_key after) {
  if (!shard(aggregate).aggregate_may_exist(aggregate)) return {};
  const auto tail_places = shard(aggregate).tail_places(aggregate);
  return facts_reader(log_, *store_).aggregate_places(aggregate, after, tail_places).value();
}

std::vector<index_world::told_event> index_system::events(std::string_view aggregate) {
  std::vector<index_world::told_event> events;
  const auto visit = [&](const record_view& record, const event_view& event, position at) {
    EXPECT_EQ(record.aggregate, aggregate);
    events.push_back({std::string(event.stream), std::string(event.type), at});
  };
  EXPECT_TRUE(facts_reader(log_, *store_).for_each_event_of(aggregate, places(aggregate), visit));
  return events;
}

void expect_equal(index_system& system, const index_world& world, id_horizon horizon) {
  const record_number now(world.log().head().next_record.value() - 1);
  for (const auto& [key, fact] : world.streams()) {
    const stream_fact found = system.fact(key.first, key.second);
    EXPECT_EQ(found.at, fact.at) << key.first << " " << key.second;
    EXPECT_EQ(found.last_type, fact.last_type) << key.first << " " << key.second;
  }
  for (const auto& [key, record] : world.records()) {
    if (!within_horizon(record.number, now, horizon)) continue;
    EXPECT_EQ(system.record(key.first, key.second), record) << key.first << " " << key.second;
  }
  for (const auto& [aggregate, places] : world.places())
    EXPECT_EQ(system.places(aggregate), places) << aggregate;
  for (const auto& [aggregate, events] : world.events())
    EXPECT_EQ(system.events(aggregate), events) << aggregate;
  for (std::uint64_t number = 0; number < 20; ++number) {
    const std::string nobody = index_world::unused(number);
    EXPECT_EQ(system.fact(nobody, "").at, version());
    EXPECT_EQ(system.fact("hotel/h-0", nobody).at, version());
    EXPECT_FALSE(system.record("hotel/h-0", nobody));
    EXPECT_TRUE(system.places(nobody).empty());
  }
}

}  // namespace jumak::storage
