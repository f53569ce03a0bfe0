#include "storage/index/tail_generation.hpp"

#include <algorithm>

namespace jumak::storage {
namespace {

std::uint32_t index_hash(row_hash hash) { return static_cast<std::uint32_t>(hash.bits); }

}  // namespace

bool tail_generation::is_named(const stream_row& row, std::string_view aggregate,
                               std::string_view suffix) const noexcept {
  const std::string_view names(names_);
  return names.substr(row.name_at, row.aggregate_size) == aggregate &&
         names.substr(row.name_at + row.aggregate_size, row.suffix_size) == suffix;
}

void tail_generation::add_stream(std::string_view aggregate, std::string_view suffix) {
  streams_.push_back({names_.size(), static_cast<std::uint32_t>(aggregate.size()),
                      static_cast<std::uint32_t>(suffix.size()), version(), packed_place(), 0});
  names_ += aggregate;
  names_ += suffix;
}

void tail_generation::add_event(aggregate_hash hash, std::string_view aggregate,
                                const event_view& event, std::uint32_t type, record_place place) {
  std::uint32_t& row = stream_index_.find_or_add(
      index_hash(hash.stream(event.stream)),
      [&](std::uint32_t which) { return is_named(streams_[which], aggregate, event.stream); });
  if (row == hash_index::none) {
    row = static_cast<std::uint32_t>(streams_.size());
    add_stream(aggregate, event.stream);
  }
  stream_row& stream = streams_[row];
  stream.at = event.stream_version;
  stream.last_type = type;
  stream.place = packed_place(place);
}

void tail_generation::add_record(aggregate_hash hash, bool has_events, record_place place) {
  ++records_;
  last_commit_ = place.commit;
  if (!has_events) return;
  const row_hash aggregate = hash.aggregate();
  std::uint32_t& last = aggregate_index_.find_or_add(
      index_hash(aggregate),
      [&](std::uint32_t which) { return aggregates_[which].aggregate == aggregate; });
  aggregates_.push_back({aggregate, packed_place(place), last});
  last = static_cast<std::uint32_t>(aggregates_.size() - 1);
}

std::optional<known_stream> tail_generation::find_stream(aggregate_hash hash,
                                                         std::string_view aggregate,
                                                         std::string_view suffix) const {
  const std::uint32_t row = stream_index_.find(
      index_hash(hash.stream(suffix)),
      [&](std::uint32_t which) { return is_named(streams_[which], aggregate, suffix); });
  if (row == hash_index::none) return std::nullopt;
  const stream_row& stream = streams_[row];
  return known_stream{stream.at, stream.last_type, stream.place.unpacked()};
}

void tail_generation::append_places(row_hash aggregate, std::vector<record_place>& places) const {
  const auto before = static_cast<std::ptrdiff_t>(places.size());
  std::uint32_t row = aggregate_index_.find(index_hash(aggregate), [&](std::uint32_t which) {
    return aggregates_[which].aggregate == aggregate;
  });
  for (; row != hash_index::none; row = aggregates_[row].previous) {
    places.push_back(aggregates_[row].place.unpacked());
  }
  std::reverse(places.begin() + before, places.end());
}

std::size_t tail_generation::memory_bytes() const noexcept {
  return names_.capacity() + streams_.capacity() * sizeof(stream_row) +
         aggregates_.capacity() * sizeof(aggregate_row) + stream_index_.memory_bytes() +
         aggregate_index_.memory_bytes();
}

}  // namespace jumak::storage
