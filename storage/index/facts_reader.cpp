#include "storage/index/facts_reader.hpp"

#include <algorithm>
#include <ranges>

#include "storage/index/commit_cursor.hpp"
#include "storage/index/record_walk.hpp"

namespace jumak::storage {
namespace {

found_record copy_of(const record_walk& walk) {
  const record_view& record = walk.record();
  found_record found{.place = walk.place(),
                     .number = walk.number(),
                     .last_position = walk.last_position(),
                     .aggregate = std::string(record.aggregate),
                     .id = std::string(record.id),
                     .fingerprint = record.fingerprint,
                     .time = record.time,
                     .time_given = record.time_given,
                     .refusal = record.refusal,
                     .events = {}};
  position at = walk.first_position();
  for (const event_view& event : record.events) {
    found.events.push_back({std::string(event.stream), std::string(event.type),
                            event.stream_version, event.aggregate_version, at});
    at = at.next();
  }
  return found;
}

/// Goes to the record at `index`; false when there is none.
bool go_to(record_walk& walk, std::uint32_t index) {
  while (walk.next()) {
    if (walk.place().index == index) return true;
  }
  return false;
}

tl::unexpected<error> no_record(record_place place) {
  return failure(errc::corrupt, "the index names record " + std::to_string(place.index) +
                                    " of commit " + std::to_string(place.commit.number.value()) +
                                    ", which has fewer");
}

/// Takes the stream's last event in a record into `fact`, if there is one: then it is the newest of all.
bool take_last_event(const record_view& record, std::string_view aggregate, stream_fact& fact) {
  if (record.aggregate != aggregate) return false;
  for (const event_view& event : record.events | std::views::reverse) {
    if (event.stream != fact.stream) continue;
    fact.at = event.stream_version;
    fact.last_type = event.type;
    return true;
  }
  return false;
}

}  // namespace

result<stream_fact> facts_reader::find_stream_fact(std::string_view aggregate,
                                                   std::string_view suffix) const {
  stream_fact fact{std::string(suffix), version(), {}};
  commit_cursor commits(log_);
  result<void> read;
  const auto look = [&](record_place place) {
    const auto commit = commits.at(place.commit);
    if (!commit) {
      read = tl::unexpected(commit.error());
      return false;
    }
    record_walk walk(*commit);
    if (!go_to(walk, place.index)) {
      read = no_record(place);
      return false;
    }
    return !take_last_event(walk.record(), aggregate, fact);
  };
  const row_hash stream = aggregate_hash(aggregate).stream(suffix);
  if (auto found = store_.find(row_kind::streams, stream, commit_key{}, look); !found) {
    return tl::unexpected(found.error());
  }
  if (!read) return tl::unexpected(read.error());
  return fact;
}

result<std::optional<found_record>> facts_reader::find_record(
    std::string_view aggregate, std::string_view id, std::span<const commit_key> candidates) const {
  for (const commit_key candidate : candidates) {
    const auto bytes = log_.read_commit(candidate);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto commit = commit_view::parse(*bytes);
    if (!commit) return tl::unexpected(commit.error());
    for (record_walk walk(*commit); walk.next();) {
      if (walk.record().aggregate == aggregate && walk.record().id == id) return copy_of(walk);
    }
  }
  return std::nullopt;
}

result<std::vector<record_place>> facts_reader::aggregate_places(
    std::string_view aggregate, commit_key after, std::span<const record_place> tail_places) const {
  std::vector<record_place> places;
  const auto keep = [&](record_place place) {
    if (place.commit <= after) return false;
    places.push_back(place);
    return true;
  };
  const row_hash hash = aggregate_hash(aggregate).aggregate();
  if (auto found = store_.find(row_kind::aggregates, hash, after, keep); !found) {
    return tl::unexpected(found.error());
  }
  std::reverse(places.begin(), places.end());
  // The tail may still hold records that are in the runs by now; the runs are complete up to their last.
  const record_place last = places.empty() ? record_place{} : places.back();
  for (const record_place place : tail_places) {
    if (place.commit > after && place > last) places.push_back(place);
  }
  return places;
}

result<void> facts_reader::for_each_event_of(std::string_view aggregate,
                                             std::span<const record_place> places,
                                             const visit_event& visit) const {
  commit_cursor commits(log_);
  for (auto next = places.begin(); next != places.end();) {
    const commit_key key = next->commit;
    const auto commit = commits.at(key);
    if (!commit) return tl::unexpected(commit.error());
    record_walk walk(*commit);
    for (; next != places.end() && next->commit == key; ++next) {
      if (!go_to(walk, next->index)) return no_record(*next);
      if (walk.record().aggregate != aggregate) continue;
      position at = walk.first_position();
      for (const event_view& event : walk.record().events) {
        visit(walk.record(), event, at);
        at = at.next();
      }
    }
  }
  return {};
}

}  // namespace jumak::storage
