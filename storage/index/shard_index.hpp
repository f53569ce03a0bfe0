#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/commit.hpp"
#include "core/record.hpp"
#include "storage/index/checkpoint.hpp"
#include "storage/index/recent_ids.hpp"
#include "storage/index/row_hash.hpp"
#include "storage/index/stream_filter.hpp"
#include "storage/index/tail.hpp"

namespace jumak::storage {

struct shard_index_options {
  id_horizon horizon;
  /// Records of the whole log in one generation of the tail.
  std::uint64_t generation_records = tail::generation_records_by_default;
  /// Streams and aggregates in the first filter.
  std::size_t filter_capacity = stream_filter::first_capacity_by_default;
};

/// What a shard can say of a stream without reading from disk.
struct stream_lookup {
  enum class answer : std::uint8_t {
    never,     ///< It has no event up to the last record added.
    known,     ///< `at` and `last_type` are of its last event.
    ask_runs,  ///< facts_reader knows, on a thread that may block.
  };
  answer what = answer::never;
  version at;
  std::string_view last_type;  ///< Valid as long as the shard_index.
};

/// One shard's memory of the log: the ids of recent commands, a filter over all streams, and the tail
/// that is not in the runs yet. What it does not know, the runs do (run_store.hpp, facts_reader.hpp).
///
/// At start it is restored from the runs (index_restore.hpp), then every record after the index's
/// checkpoint is added; from then on each record of the shard after its commit is durable. Records that
/// are decided but not durable are not in here. One thread, never blocks.
///
/// Measured (as in recent_ids.hpp) over 2 million records of one or two events, all in one shard, a run
/// folded every 200,000: add() takes 1.0 µs a record, restoring from the runs 0.54 µs.
class shard_index {
 public:
  explicit shard_index(const shard_index_options& options = {});

  /// Adds a durable record of an aggregate of this shard, in log order.
  void add(const record_view& record, record_place place, record_number number);

  /// From the runs: an id and the commit it was decided in.
  void restore_id(row_hash id, commit_key commit) { ids_.add(id, commit); }
  /// From the runs: a stream or an aggregate that has events.
  void restore_stream(row_hash stream) { filter_.add(stream); }

  /// Says that the runs hold all records up to `folded`: after each run at start, and after each new one.
  void folded(const checkpoint& folded);

  /// Brings the memory that id_candidates will look at closer; worth it a few commands ahead.
  void prefetch_id(std::string_view aggregate, std::string_view id) const noexcept {
    ids_.prefetch(aggregate_hash(aggregate).id(id));
  }
  /// Commits that may hold the command, the newest first; nearly always none or one. The caller reads
  /// them (facts_reader::find_record) and checks within_horizon.
  [[nodiscard]] std::vector<commit_key> id_candidates(std::string_view aggregate,
                                                      std::string_view id) const;

  [[nodiscard]] stream_lookup find_stream(std::string_view aggregate,
                                          std::string_view suffix) const;

  /// False: it has no event. True: it has, but for one in a hundred.
  [[nodiscard]] bool aggregate_may_exist(std::string_view aggregate) const;

  /// Records of the aggregate that have events and may not be in the runs yet, in log order. Some may
  /// be in the runs too or be another aggregate's: facts_reader sorts that out.
  [[nodiscard]] std::vector<record_place> tail_places(std::string_view aggregate) const;

  [[nodiscard]] const recent_ids& ids() const noexcept { return ids_; }
  [[nodiscard]] const stream_filter& filter() const noexcept { return filter_; }
  [[nodiscard]] const tail& not_folded() const noexcept { return tail_; }

 private:
  struct text_hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return hash64_of(text); }
  };

  [[nodiscard]] std::uint32_t number_of_type(std::string_view type);

  recent_ids ids_;
  stream_filter filter_;
  tail tail_;
  std::unordered_map<std::string, std::uint32_t, text_hash, std::equal_to<>> type_numbers_;
  std::vector<std::string_view> types_;      // Views of the keys above, which never move.
  std::vector<std::uint32_t> record_types_;  // Scratch of add().
};

}  // namespace jumak::storage
