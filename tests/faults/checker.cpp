#include "tests/faults/checker.hpp"

#include "tests/faults/violation.hpp"

namespace jumak::faults {
namespace {

std::string describe(const std::vector<told_event>& events) {
  std::string words;
  for (const auto& event : events)
    words += " " + event.type + "@" + event.stream + "#" + std::to_string(event.version) + "=" +
             std::to_string(event.position);
  return words.empty() ? " nothing" : words;
}

}  // namespace

void checker::observe(const boost::json::object& cloud_event) {
  const seen_event event = read_event(cloud_event);
  check_order(event);
  if (settled_.contains(event.command) ||
      (event.command != last_command_ && effects_.contains(event.command)))
    throw violation("command " + event.command + " has a second effect at " +
                    std::to_string(event.position));
  last_command_ = event.command;
  effects_[event.command].push_back(
      {event.type, event.stream, event.stream_version, event.position});
  effect_aggregates_[event.command] = event.aggregate;
  counts_.apply(event);
  if (const auto* name = event.data.if_contains("reservation"))
    touched_.emplace_back(event.aggregate, std::string(name->as_string()));
}

void checker::check_order(const seen_event& event) {
  const std::string at = " at " + std::to_string(event.position);
  if (event.position != position_ + 1)
    throw violation("after position " + std::to_string(position_) + " comes" + at);
  position_ = event.position;
  if (log_.empty()) log_ = event.log;
  if (event.log != log_) throw violation("another log, " + event.log + "," + at);
  if (event.stream_version != ++stream_versions_[event.stream])
    throw violation("a gap in the versions of " + event.stream + at);
  if (event.aggregate_version != ++aggregate_versions_[event.aggregate])
    throw violation("a gap in the versions of " + event.aggregate + at);
  aggregate_positions_[event.aggregate] = event.position;
}

std::vector<std::string> checker::settle(const ledger& told, std::uint64_t head) {
  if (head != position_)
    throw violation("the head is " + std::to_string(head) + " but history ends at " +
                    std::to_string(position_));
  for (const auto& [id, events] : effects_) {
    const auto* entry = told.find(id);
    if (entry == nullptr)
      throw violation("command " + id + " was never sent, yet did" + describe(events));
    if (entry->told != ledger_entry::outcome::accepted)
      throw violation("command " + id + " was not accepted, yet did" + describe(events));
    if (entry->aggregate != effect_aggregates_[id])
      throw violation("command " + id + " has its effect in " + effect_aggregates_[id]);
  }
  std::vector<std::string> checked;
  for (const auto& [id, entry] : told.all()) {
    if (entry.told == ledger_entry::outcome::open)
      throw violation("command " + id + " was never answered");
    const auto found = effects_.find(id);
    const auto seen = found == effects_.end() ? std::vector<told_event>() : found->second;
    if (seen != entry.events)
      throw violation("command " + id + " was told" + describe(entry.events) + " but the log says" +
                      describe(seen));
    if (entry.position > head || (!seen.empty() && entry.position != seen.back().position))
      throw violation("command " + id + " was told a wrong position: " + entry.answer);
    if (entry.told == ledger_entry::outcome::rejected) check_refusal(id, entry);
    checked.push_back(id);
  }
  for (auto& [id, events] : effects_) settled_.insert(id);
  effects_.clear();
  effect_aggregates_.clear();
  return checked;
}

/// A refusal for want of a room, if nothing happened in the hotel since, can be recounted.
void checker::check_refusal(const std::string& id, const ledger_entry& entry) const {
  if (entry.code != "no_availability") return;
  const auto last = aggregate_positions_.find(entry.aggregate);
  if (last == aggregate_positions_.end() || last->second > entry.position) return;
  const std::string type = text(entry.details, "room_type");
  const auto count = counts_.night(entry.aggregate, type, text(entry.details, "night"));
  if (count.taken() < counts_.rooms(entry.aggregate, type))
    throw violation("command " + id + " was refused although there is room: " + entry.answer);
}

}  // namespace jumak::faults
