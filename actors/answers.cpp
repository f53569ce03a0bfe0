#include "actors/answers.hpp"

#include <vector>

#include "storage/index/facts_reader.hpp"
#include "wire/reply.hpp"

namespace jumak::actors {

std::string reply_of(const record_view& record, position before, bool duplicate) {
  const position last = before.plus(record.events.size());
  if (record.refusal) return wire::rejected_reply(record.id, last, duplicate, *record.refusal);
  std::vector<wire::replied_event> events;
  events.reserve(record.events.size());
  position at = before;
  for (const event_view& event : record.events) {
    at = at.next();
    events.push_back({event.type, record.aggregate, event.stream, event.stream_version, at});
  }
  return wire::accepted_reply(record.id, last, duplicate, events);
}

std::string reply_of(const storage::found_record& record) {
  if (record.refusal) return wire::rejected_reply(record.id, record.last_position, true, *record.refusal);
  std::vector<wire::replied_event> events;
  events.reserve(record.events.size());
  for (const storage::found_event& event : record.events) {
    events.push_back({event.type, record.aggregate, event.stream, event.stream_version, event.at});
  }
  return wire::accepted_reply(record.id, record.last_position, true, events);
}

std::string id_reused_reply(const std::string& id) {
  return wire::error_reply(
      id, {errc::id_reused, "id: was used before for another command of this aggregate; take a new one", std::nullopt});
}

}  // namespace jumak::actors
