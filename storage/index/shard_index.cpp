#include "storage/index/shard_index.hpp"

namespace jumak::storage {

shard_index::shard_index(const shard_index_options& options)
    : ids_(options.horizon), filter_(options.filter_capacity), tail_(options.generation_records) {}

std::uint32_t shard_index::number_of_type(std::string_view type) {
  const auto known = type_numbers_.find(type);
  if (known != type_numbers_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(types_.size());
  types_.push_back(type_numbers_.emplace(type, number).first->first);
  return number;
}

void shard_index::add(const record_view& record, record_place place, record_number number) {
  const aggregate_hash hash(record.aggregate);
  const row_hash id = hash.id(record.id);
  ids_.prefetch(id);
  record_types_.clear();
  for (const event_view& event : record.events) {
    // Only a first event brings a name that the filter does not have.
    if (event.stream_version == version(1)) filter_.add(hash.stream(event.stream));
    if (event.aggregate_version == version(1)) filter_.add(hash.aggregate());
    record_types_.push_back(number_of_type(event.type));
  }
  tail_.add(record, hash, record_types_, place, number);
  ids_.advance(number, place.commit.number);
  ids_.add(id, place.commit);
}

void shard_index::folded(const checkpoint& folded) {
  ids_.advance(folded.last_record, folded.commit.number);
  ids_.tidy();
  tail_.drop_up_to(folded.commit);
}

std::vector<commit_key> shard_index::id_candidates(std::string_view aggregate,
                                                   std::string_view id) const {
  std::vector<commit_key> candidates;
  ids_.find(aggregate_hash(aggregate).id(id), candidates);
  return candidates;
}

stream_lookup shard_index::find_stream(std::string_view aggregate, std::string_view suffix) const {
  const aggregate_hash hash(aggregate);
  if (!filter_.may_contain(hash.stream(suffix))) return {};
  const auto known = tail_.find_stream(hash, aggregate, suffix);
  if (!known) return {stream_lookup::answer::ask_runs, version(), {}};
  return {stream_lookup::answer::known, known->at, types_[known->last_type]};
}

bool shard_index::aggregate_may_exist(std::string_view aggregate) const {
  return filter_.may_contain(aggregate_hash(aggregate).aggregate());
}

std::vector<record_place> shard_index::tail_places(std::string_view aggregate) const {
  return tail_.places(aggregate_hash(aggregate).aggregate());
}

}  // namespace jumak::storage
