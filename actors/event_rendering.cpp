#include "actors/event_rendering.hpp"

#include "actors/event_json.hpp"
#include "actors/wall_clock.hpp"
#include "core/assert.hpp"
#include "wire/encode.hpp"

namespace jumak::actors {

event_rendering::event_rendering(const hosting::hosted_domain& domain, std::function<std::string()> status)
    : domain_(domain), status_(std::move(status)) {}

void event_rendering::render(std::string_view bytes, const net::topic_set& topics, net::event_sink& events) {
  const auto commit = commit_view::parse(bytes);
  JUMAK_ASSERT(commit.has_value());  // The journal sealed it a moment ago.
  const std::string log = to_text(commit->header().log);
  const auto rendered = for_each_event(*commit, [&](const record_view& record, const event_view& event, position at) {
    topic_.assign(record.aggregate);
    if (!event.stream.empty()) topic_.append("/").append(event.stream);
    topic_.append("/").append(event.type);
    if (!topics.matches(topic_)) return true;
    json_.clear();
    const auto written = write_event(json_, domain_, log, record, event, at);
    JUMAK_ASSERT(written.has_value());  // This binary's own domain made the event.
    events.publish(topic_, json_);
    return true;
  });
  JUMAK_ASSERT(rendered.has_value());
}

std::string event_rendering::heartbeat(const log_head& head) {
  const auto now = wall_clock();
  std::string json = "{\"log\":";
  wire::write_text(json, to_text(head.log));
  wire::write_key(json, "position");
  wire::write_unsigned(json, head.head().value());
  wire::write_key(json, "time");
  wire::write_text(json, to_text(now));
  json += '}';
  return json;
}

}  // namespace jumak::actors
