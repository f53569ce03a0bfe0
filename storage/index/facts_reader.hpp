#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/commit.hpp"
#include "core/decider.hpp"
#include "core/record.hpp"
#include "storage/index/run_store.hpp"
#include "storage/log/log.hpp"

namespace jumak::storage {

/// One event of a found record, as an answer tells of it.
struct found_event {
  std::string stream;  ///< Suffix within the aggregate.
  std::string type;
  version stream_version;
  version aggregate_version;
  position at;
  friend bool operator==(const found_event&, const found_event&) = default;
};

/// A record read back from the log: all that the reply to a repeated command needs.
struct found_record {
  record_place place;
  record_number number;    ///< For within_horizon.
  position last_position;  ///< Of the last event at or before the record; 0 for none.
  std::string aggregate;
  std::string id;
  hash128 fingerprint;
  timestamp time;
  bool time_given = false;
  std::optional<rejection> refusal;
  std::vector<found_event> events;
  friend bool operator==(const found_record&, const found_record&) = default;
};

/// Reads what the memory of a shard does not hold, from the runs and the log. The index only points:
/// names are compared in the log's records, so no collision of hashes can answer for another.
///
/// Every call blocks. Any thread. Errors of all: io_failed, corrupt. While it reads, the aggregate it
/// is asked about must not get new records; others may.
class facts_reader {
 public:
  /// Both must outlive it.
  facts_reader(const log& log, const run_store& store) noexcept : log_(log), store_(store) {}

  /// Version and last event's type of a stream, as the runs know it; version 0 when it is not in them.
  [[nodiscard]] result<stream_fact> find_stream_fact(std::string_view aggregate,
                                                     std::string_view suffix) const;

  /// The record of this command in one of the commits, the first of them that has it; nothing when the
  /// candidates were somebody else's.
  [[nodiscard]] result<std::optional<found_record>> find_record(
      std::string_view aggregate, std::string_view id,
      std::span<const commit_key> candidates) const;

  /// Places after `after` of the aggregate's records with events, in log order, each once: from the
  /// runs and `tail_places` (shard_index::tail_places, asked before this call). A few may be another
  /// aggregate's.
  [[nodiscard]] result<std::vector<record_place>> aggregate_places(
      std::string_view aggregate, commit_key after,
      std::span<const record_place> tail_places) const;

  using visit_event = std::function<void(const record_view&, const event_view&, position)>;
  /// Visits the events of the aggregate's records at `places`, which are in log order.
  [[nodiscard]] result<void> for_each_event_of(std::string_view aggregate,
                                               std::span<const record_place> places,
                                               const visit_event& visit) const;

 private:
  const log& log_;
  const run_store& store_;
};

}  // namespace jumak::storage
