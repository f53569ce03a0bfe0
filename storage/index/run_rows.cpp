#include "storage/index/run_rows.hpp"

#include <algorithm>

#include "storage/index/run_format.hpp"

namespace jumak::storage {

void run_rows::add(const record_view& record, record_place place) {
  const aggregate_hash hash(record.aggregate);
  slot_rows& rows = slots_[hash.slot()];
  pack_id(rows.ids, rows.last_id, hash.id(record.id), place.commit);
  rows.last_id = place.commit;
  ++records_;
  if (record.events.empty()) return;
  const packed_place packed(place);
  for (const event_view& event : record.events) {
    const row_hash stream = hash.stream(event.stream);
    rows.streams.push_back({stream, packed});
    if (event.stream_version == version(1)) rows.first_seen.push_back(stream);
    if (event.aggregate_version == version(1)) rows.first_seen.push_back(hash.aggregate());
  }
  rows.aggregates.push_back({hash.aggregate(), packed});
}

void run_rows::sort() {
  for (slot_rows& rows : slots_) {
    std::sort(rows.streams.begin(), rows.streams.end());
    std::sort(rows.aggregates.begin(), rows.aggregates.end());
  }
}

void run_rows::clear() {
  for (slot_rows& rows : slots_) {
    rows.ids.clear();
    rows.last_id = {};
    rows.first_seen.clear();
    rows.streams.clear();
    rows.aggregates.clear();
  }
  records_ = 0;
}

}  // namespace jumak::storage
