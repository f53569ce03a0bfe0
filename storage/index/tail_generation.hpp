#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/commit.hpp"
#include "core/record.hpp"
#include "storage/index/hash_index.hpp"
#include "storage/index/packed_place.hpp"
#include "storage/index/row_hash.hpp"

namespace jumak::storage {

/// What the tail knows of a stream: its last event there.
struct known_stream {
  version at;
  std::uint32_t last_type =
      0;               ///< Number of the type's name; who added the events knows the names.
  record_place place;  ///< Of the record that holds the event.
};

/// Some consecutive records of one shard, indexed by stream and by aggregate. It only grows, and is
/// thrown away whole. Streams are compared by their names, so no collision of hashes can make one
/// stream answer for another; aggregates by 64 bits of hash, and who reads their records checks. One thread.
class tail_generation {
 public:
  /// Adds one event of the record at `place`; the record's other events come right before or after.
  void add_event(aggregate_hash hash, std::string_view aggregate, const event_view& event,
                 std::uint32_t type, record_place place);
  /// Counts a record, and when it has events notes that the aggregate has some at `place`.
  void add_record(aggregate_hash hash, bool has_events, record_place place);

  [[nodiscard]] std::optional<known_stream> find_stream(aggregate_hash hash,
                                                        std::string_view aggregate,
                                                        std::string_view suffix) const;
  /// Appends the places of the aggregate's records that have events, in log order.
  void append_places(row_hash aggregate, std::vector<record_place>& places) const;

  [[nodiscard]] std::size_t records() const noexcept { return records_; }
  /// The last record's commit; nothing was added later.
  [[nodiscard]] commit_key last_commit() const noexcept { return last_commit_; }
  [[nodiscard]] std::size_t memory_bytes() const noexcept;

 private:
  struct stream_row {
    std::size_t name_at;  // In names_: the aggregate, then the suffix.
    std::uint32_t aggregate_size;
    std::uint32_t suffix_size;
    version at;
    packed_place place;
    std::uint32_t last_type;
  };
  struct aggregate_row {
    row_hash aggregate;
    packed_place place;
    std::uint32_t previous;  // The aggregate's row before this one.
  };

  [[nodiscard]] bool is_named(const stream_row& row, std::string_view aggregate,
                              std::string_view suffix) const noexcept;
  void add_stream(std::string_view aggregate, std::string_view suffix);

  std::string names_;
  std::vector<stream_row> streams_;
  hash_index stream_index_;
  std::vector<aggregate_row> aggregates_;
  hash_index aggregate_index_;  // To an aggregate's last row.
  std::size_t records_ = 0;
  commit_key last_commit_;
};

}  // namespace jumak::storage
