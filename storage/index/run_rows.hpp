#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "core/commit.hpp"
#include "core/record.hpp"
#include "storage/index/packed_place.hpp"
#include "storage/index/row_hash.hpp"

namespace jumak::storage {

/// Says that a record has an event of the stream or aggregate with that hash.
struct place_row {
  row_hash hash;
  packed_place place;
  friend auto operator<=>(const place_row&, const place_row&) = default;
};
static_assert(sizeof(place_row) == 24);

/// The rows of one slot in a run to come.
struct slot_rows {
  std::string ids;                    ///< Packed, in log order: see run_format.hpp.
  commit_key last_id;                 ///< Commit of the last id in it.
  std::vector<row_hash> first_seen;   ///< Streams and aggregates whose first event is in the run.
  std::vector<place_row> streams;     ///< A row an event.
  std::vector<place_row> aggregates;  ///< A row a record with events.
};

/// The rows of a run while it is collected: by slot, so that each part that must be sorted is small.
/// One thread.
class run_rows {
 public:
  /// Adds the rows of a record, in log order.
  void add(const record_view& record, record_place place);

  /// Brings streams and aggregates into the order in which they are written.
  void sort();

  /// Forgets all rows and keeps the memory for the next run.
  void clear();

  [[nodiscard]] std::size_t records() const noexcept { return records_; }
  [[nodiscard]] const std::array<slot_rows, slot_count>& slots() const noexcept { return slots_; }

 private:
  std::array<slot_rows, slot_count> slots_;
  std::size_t records_ = 0;
};

}  // namespace jumak::storage
