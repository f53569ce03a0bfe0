#include "tests/storage/index/index_world.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace jumak::storage {
namespace {

constexpr std::array<std::string_view, 4> types = {"Made", "Changed", "Cancelled", "Closed"};

}  // namespace

void index_world::grow(std::size_t commits) {
  for (; commits > 0; --commits) {
    if (below(20) == 0) log_.open();
    log_head head = log_.head();
    const commit_key key = key_after(head);
    position next = head.next_position;
    std::string payload;
    const auto records = static_cast<std::uint32_t>(1 + below(6));
    for (std::uint32_t index = 0; index < records; ++index) add_record(payload, {key, index}, next);
    const auto events = static_cast<std::uint32_t>(distance(head.next_position, next));
    const std::array<std::string, 1> sealed = {seal_commit(head, payload, records, events)};
    if (log_.append(sealed) != append_outcome::durable) std::abort();
  }
}

void index_world::add_record(std::string& payload, record_place place, position& next) {
  record_ = record_.next();
  // Some aggregates get most of the commands, others one.
  const std::string aggregate = below(3) == 0 ? "guest/g-" + std::to_string(record_.value())
                                              : "hotel/h-" + std::to_string(below(5));
  const std::string id = "c-" + std::to_string(record_.value());
  found_record found{.place = place,
                     .number = record_,
                     .last_position = {},
                     .aggregate = aggregate,
                     .id = id,
                     .fingerprint = hash128_of(id),
                     .time = timestamp(std::chrono::microseconds(record_.value())),
                     .time_given = below(2) == 0,
                     .refusal = std::nullopt,
                     .events = {}};
  record_view record;
  record.aggregate = found.aggregate;
  record.id = found.id;
  record.fingerprint = found.fingerprint;
  record.time = found.time;
  record.time_given = found.time_given;
  if (below(5) == 0) {
    found.refusal = rejection{"no_way", "The rules say no.", {}};
    record.refusal = found.refusal;
  } else {
    add_events(record, found, next);
    for (std::size_t index = 0; index < found.events.size(); ++index) {
      record.events[index].stream = found.events[index].stream;
      record.events[index].type = found.events[index].type;
    }
  }
  next = next.plus(record.events.size());
  found.last_position = position(next.value() - 1);
  if (!record.events.empty()) places_[aggregate].push_back(place);
  encode_record(payload, record);
  records_[{aggregate, id}] = std::move(found);
}

void index_world::add_events(record_view& record, found_record& found, position next) {
  for (std::uint64_t count = below(4); count > 0; --count) {
    std::string stream = below(4) == 0 ? "" : "room/" + std::to_string(below(30));
    const std::string type(types[below(types.size())]);
    version& aggregate_version = versions_[found.aggregate];
    aggregate_version = aggregate_version.next();
    stream_fact& fact = streams_[{found.aggregate, stream}];
    fact = {stream, fact.at.next(), type};
    record.events.push_back({{}, {}, 1, fact.at, aggregate_version, "payload"});
    events_[found.aggregate].push_back({stream, type, next});
    found.events.push_back({std::move(stream), type, fact.at, aggregate_version, next});
    next = next.next();
  }
}

}  // namespace jumak::storage
