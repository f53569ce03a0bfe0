#include "storage/index/tail.hpp"

#include <ranges>

#include "core/assert.hpp"

namespace jumak::storage {

tail::tail(std::uint64_t generation_records) : generation_records_(generation_records) {
  JUMAK_ASSERT(generation_records > 0);
}

void tail::add(const record_view& record, aggregate_hash hash, std::span<const std::uint32_t> types,
               record_place place, record_number number) {
  JUMAK_ASSERT(types.size() == record.events.size());
  const std::uint64_t generation = number.value() / generation_records_;
  if (generations_.empty() || generation != newest_generation_) {
    generations_.emplace_back();
    newest_generation_ = generation;
  }
  tail_generation& newest = generations_.back();
  JUMAK_ASSERT(newest.last_commit() <= place.commit);
  for (std::size_t index = 0; index < types.size(); ++index) {
    newest.add_event(hash, record.aggregate, record.events[index], types[index], place);
  }
  newest.add_record(hash, !record.events.empty(), place);
}

std::optional<known_stream> tail::find_stream(aggregate_hash hash, std::string_view aggregate,
                                              std::string_view suffix) const {
  for (const tail_generation& generation : generations_ | std::views::reverse) {
    if (auto found = generation.find_stream(hash, aggregate, suffix)) return found;
  }
  return std::nullopt;
}

std::vector<record_place> tail::places(row_hash aggregate) const {
  std::vector<record_place> places;
  for (const tail_generation& generation : generations_)
    generation.append_places(aggregate, places);
  return places;
}

void tail::drop_up_to(commit_key folded) {
  while (!generations_.empty() && generations_.front().last_commit() <= folded)
    generations_.pop_front();
}

std::size_t tail::records() const noexcept {
  std::size_t sum = 0;
  for (const tail_generation& generation : generations_) sum += generation.records();
  return sum;
}

std::size_t tail::memory_bytes() const noexcept {
  std::size_t sum = 0;
  for (const tail_generation& generation : generations_) sum += generation.memory_bytes();
  return sum;
}

}  // namespace jumak::storage
