#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "storage/index/tail_generation.hpp"

namespace jumak::storage {

/// How many records the log may be ahead of the index's checkpoint before the fold is forced and then
/// admission slows. The tail itself does not refuse.
inline constexpr std::uint64_t tail_records_max = 250'000;

/// One shard's records after the index's checkpoint: the half of the index that is not on disk yet. Kept in
/// generations of so many records of the log each, so that dropping what was folded is cheap. One thread.
class tail {
 public:
  static constexpr std::uint64_t generation_records_by_default = 50'000;

  explicit tail(std::uint64_t generation_records = generation_records_by_default);

  /// Adds a record of this shard, in log order. `types[i]` numbers the type of its event i.
  void add(const record_view& record, aggregate_hash hash, std::span<const std::uint32_t> types,
           record_place place, record_number number);

  [[nodiscard]] std::optional<known_stream> find_stream(aggregate_hash hash,
                                                        std::string_view aggregate,
                                                        std::string_view suffix) const;
  /// The aggregate's records that have events, in log order; by 64 bits of hash, so the reader checks.
  [[nodiscard]] std::vector<record_place> places(row_hash aggregate) const;

  /// Drops generations that hold nothing after `folded`; a few older records may stay for a while.
  void drop_up_to(commit_key folded);

  /// How many records of this shard it holds.
  [[nodiscard]] std::size_t records() const noexcept;
  [[nodiscard]] std::size_t memory_bytes() const noexcept;

 private:
  std::uint64_t generation_records_;
  std::uint64_t newest_generation_ = 0;  // Record number / generation_records_ of the last record.
  std::deque<tail_generation> generations_;  // The newest last.
};

}  // namespace jumak::storage
