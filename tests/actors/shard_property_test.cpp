#include <gtest/gtest.h>

#include <random>

#include "core/record.hpp"
#include "tests/actors/sequential_shelves.hpp"
#include "tests/actors/shard_world.hpp"

/// The heart of the command side: whatever is evicted, folded, read late or committed late, every command gets the
/// answer that a shard with everything in memory would give, and none is decided twice.
namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;

class random_shelves {
 public:
  explicit random_shelves(std::uint64_t seed)
      : random_(seed), world_(options()), expected_(world_.domain()) {}

  void run(std::size_t batches) {
    for (std::size_t batch = 0; batch < batches && !::testing::Test::HasFailure(); ++batch) {
      send_batch();
      for (auto steps = below(8); steps > 0; --steps) step();
      if (below(4) == 0) tell_clock();
      if (below(60) == 0) world_.restart();
    }
    world_.settle();
    tell_clock();
    while (world_.inside().next_due() <= timestamp(std::chrono::microseconds(clock_))) {
      world_.settle();
      world_.tell_clock(clock_);
    }
    world_.settle();
    check_answers();
    check_log();
    check_states();
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  world_options options() {
    constexpr std::size_t aggregates[] = {1, 2, 100};
    constexpr std::uint64_t records[] = {1, 3, 12, 1'000};
    constexpr std::size_t lookups[] = {1, 2, 256};
    return {.aggregates_max = aggregates[below(3)],
            .run_records = records[below(4)],
            .events_per_snapshot = 1 + below(12),
            .lookups_per_read = lookups[below(3)]};
  }

  void step() {
    switch (below(7)) {
      case 0: world_.flush(); break;
      case 1: world_.tell_committed(); break;
      case 2: world_.fold(); break;
      case 3: world_.tell_folded(); break;
      case 4: world_.read(); break;
      case 5: world_.tell_read(); break;
      default: world_.keep_snapshot(); break;
    }
  }

  void tell_clock() {
    clock_ += static_cast<std::int64_t>(below(8));
    world_.tell_clock(clock_);
    expected_.tell_clock(timestamp(std::chrono::microseconds(clock_)));
  }

  std::string any_box() { return std::string(1, static_cast<char>('p' + below(6))); }

  shelf_command any_command() {
    const std::string id = std::to_string(++last_id_);
    switch (below(11)) {
      case 8: return lend(id, any_box(), static_cast<std::int64_t>(below(12)));
      case 9: return below(3) == 0 ? lose(id, any_box()) : lend(id, any_box(), static_cast<std::int64_t>(below(6)));
      case 10: return put_weighing(id, any_box(), 1 + static_cast<int>(below(6)));
      case 0: return put(id, any_box());
      case 1: return take(id, any_box());
      case 2: return back(id, any_box());
      case 3: return rename(id, any_box(), any_box());
      case 4: return weigh(id, any_box(), static_cast<int>(below(4)));
      case 5: return write_note(id, below(40) == 0 ? 600'000 : 3);
      case 6: return back(id, any_box());
      default: return take(id, any_box());
    }
  }

  shelf_command next_command() {
    if (!sent_.empty() && below(4) == 0) {
      const std::size_t recent = std::min<std::size_t>(sent_.size(), below(2) == 0 ? 6 : 1'000);
      shelf_command copy = sent_[sent_.size() - 1 - below(recent)];
      if (below(10) == 0) copy.data = any_command().data, copy.type = "none";
      if (copy.type != "none") return copy;
      shelf_command other = any_command();
      other.id = copy.id;
      other.shelf = copy.shelf;
      return other;
    }
    shelf_command fresh = any_command();
    fresh.shelf = std::string(1, static_cast<char>('a' + below(3)));
    if (below(5) == 0) fresh.expected_version = below(5);
    if (below(8) == 0) fresh.time = clock_ + static_cast<std::int64_t>(below(20)) - 10;
    if (below(10) == 0) fresh.expires = clock_ + static_cast<std::int64_t>(below(4)) - 1;
    return fresh;
  }

  void send_batch() {
    clock_ += static_cast<std::int64_t>(below(5));
    std::vector<shelf_command> commands(1 + below(4));
    for (shelf_command& one : commands) {
      one = next_command();
      sent_.push_back(one);
    }
    std::uint32_t slot = world_.send(commands, clock_);
    expected_.tell_clock(timestamp(std::chrono::microseconds(clock_)));
    for (const shelf_command& one : commands) {
      answers_.push_back(expected_.decide(one, slot++, timestamp(std::chrono::microseconds(clock_))));
    }
  }

  void check_answers() {
    for (std::uint32_t slot = 0; slot < answers_.size(); ++slot) {
      std::string wanted = answers_[slot].json;
      std::string got = world_.reply(slot);
      if (const auto first = answers_[slot].same_as) {
        wanted = world_.reply(*first);
        const std::size_t at = wanted.find("\"duplicate\":false");
        ASSERT_NE(at, std::string::npos) << wanted;
        wanted.replace(at, 17, "\"duplicate\":true");
      } else {
        got = without_positions(got);
      }
      ASSERT_EQ(got, wanted) << "slot " << slot << ", " << sent_[slot].type << " " << sent_[slot].data << " on "
                             << sent_[slot].shelf;
    }
  }

  void check_log() {
    std::map<std::string, std::vector<std::string>> records;
    std::map<std::string, std::uint64_t> versions;
    const auto commits = world_.log().read(storage::first_key, 1 << 30);
    ASSERT_TRUE(commits);
    for (const std::string& bytes : *commits) {
      const auto commit = commit_view::parse(bytes);
      if (commit->header().kind != commit_kind::records) continue;
      record_reader reader(commit->payload());
      record_view record;
      while (reader.next(record)) {
        const std::string aggregate(record.aggregate);
        records[aggregate].emplace_back(record.id);
        for (const event_view& event : record.events) {
          EXPECT_EQ(event.stream_version.value(), ++versions[aggregate + "//" + std::string(event.stream)]);
          EXPECT_EQ(event.aggregate_version.value(), ++versions[aggregate]);
        }
      }
    }
    EXPECT_EQ(records, expected_.records());
  }

  void check_states() {
    world_.restart();
    const reader again(world_.log(), world_.store(), 1'000'000);
    for (const auto& [aggregate, ids] : expected_.records()) {
      auto job = std::make_shared<read_job>();
      job->aggregate = aggregate_id::from_text(aggregate).value();
      job->kind = world_.domain().find_kind("shelf");
      job->load = true;
      job->tail_places = places_of(aggregate);
      const auto done = again.read(job);
      ASSERT_TRUE(done.result.loaded);
      EXPECT_EQ(done.result.loaded->state->save(), expected_.state_of(aggregate.substr(6)));
    }
  }

  /// All places of the aggregate's records: more than a shard would give, and no harm.
  std::vector<record_place> places_of(const std::string& aggregate) {
    std::vector<record_place> places;
    const auto commits = world_.log().read(storage::first_key, 1 << 30);
    for (const std::string& bytes : *commits) {
      const auto commit = commit_view::parse(bytes);
      record_reader reader(commit->header().kind == commit_kind::records ? commit->payload() : std::string_view());
      record_view record;
      for (std::uint32_t index = 0; reader.next(record); ++index) {
        if (record.aggregate == aggregate && !record.events.empty()) places.push_back({commit->key(), index});
      }
    }
    return places;
  }

  std::mt19937_64 random_;
  shard_world world_;
  sequential_shelves expected_;
  std::vector<shelf_command> sent_;
  std::vector<sequential_shelves::answer> answers_;
  std::int64_t clock_ = 1'000;
  int last_id_ = 0;
};

class ShardProperty : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(ShardProperty, NoIdIsForgottenNoVersionWrongNothingDecidedTwice) {
  constexpr std::uint64_t worlds = 20;
  constexpr std::size_t batches = 80;
  for (std::uint64_t world = 0; world < worlds && !HasFailure(); ++world) {
    const std::uint64_t seed = GetParam() * worlds + world;
    SCOPED_TRACE("seed " + std::to_string(seed));
    random_shelves(seed).run(batches);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ShardProperty, ::testing::Range<std::uint64_t>(0, 5));

}  // namespace
}  // namespace jumak::actors
