#include "tests/actors/sequential_shelves.hpp"

#include <gtest/gtest.h>

#include "wire/reply.hpp"

namespace jumak::actors::testing {
namespace {

constexpr std::size_t letters_that_fit = 500'000;

std::string told(const std::string& reply) { return without_positions(reply); }

}  // namespace

std::string without_positions(const std::string& reply) {
  auto json = boost::json::parse(reply).as_object();
  json.erase("position");
  if (auto* events = json.if_contains("events")) {
    for (auto& event : events->as_array()) event.as_object().erase("position");
  }
  if (auto* error = json.if_contains("error")) error->as_object().erase("message");
  return boost::json::serialize(json);
}

sequential_shelves::answer sequential_shelves::decide(const shelf_command& sent, std::uint32_t slot, timestamp clock) {
  const routed_command command = sent.routed(domain_, slot);
  shelf& on = shelves_[sent.shelf];
  if (!on.state) on.state = command.kind->create();
  const auto failed = [&](errc code) { return answer{told(wire::error_reply(sent.id, {code, "", {}})), {}}; };
  if (const auto known = on.ids.find(sent.id); known != on.ids.end()) {
    if (known->second.fingerprint != command.fingerprint) return failed(errc::id_reused);
    return {"", known->second.slot};
  }
  if (command.expires && clock >= *command.expires) return failed(errc::expired);
  const timestamp now = command.time.value_or(std::max(clock, on.last_time.value_or(clock)));
  if (on.last_time && now < *on.last_time) return failed(errc::forbidden);
  const answer decided = decide_new(on, command, {now, command.actor});
  if (decided.json.empty()) return failed(errc::too_large);
  on.ids.emplace(sent.id, remembered{command.fingerprint, slot});
  records_["shelf/" + sent.shelf].push_back(sent.id);
  return decided;
}

sequential_shelves::answer sequential_shelves::decide_new(shelf& on, const routed_command& command,
                                                          const decision_context& context) {
  const auto refused = [&](const rejection& why) {
    return answer{told(wire::rejected_reply(command.id.text(), position(), false, why)), {}};
  };
  stream_facts facts;
  std::vector<std::string> streams = command.command->other_streams();
  streams.push_back(command.command->stream());
  for (const std::string& stream : streams) {
    const auto known = on.streams.find(stream);
    facts.add(known == on.streams.end() ? stream_fact{stream, version(), {}} : known->second);
  }
  if (const auto why = on.state->precheck(*command.command, facts, context)) return refused(*why);
  const std::string full = stream_name(command.aggregate.text(), streams.back());
  const version actual = facts.version_of(streams.back());
  if (command.expected_version && *command.expected_version != actual) {
    return refused({"version_conflict",
                    "",
                    {{"stream", full},
                     {"expected", static_cast<std::int64_t>(command.expected_version->value())},
                     {"actual", static_cast<std::int64_t>(actual.value())}}});
  }
  const auto events = on.state->decide(*command.command, facts, context);
  if (!events) return refused(events.error());
  std::vector<wire::replied_event> told_events;
  for (const hosting::produced_event& event : *events) {
    if (event.payload.size() > letters_that_fit) return {};
    told_events.push_back({event.type, command.aggregate.text(), event.stream, event.stream_version, position()});
  }
  for (const hosting::produced_event& event : *events) {
    stream_fact& fact = on.streams[event.stream];
    EXPECT_EQ(fact.at.next(), event.stream_version);
    fact = {event.stream, event.stream_version, std::string(event.type)};
  }
  if (!events->empty()) {
    on.state->accept(context.now);
    on.last_time = context.now;
  }
  return {told(wire::accepted_reply(command.id.text(), position(), false, told_events)), {}};
}

}  // namespace jumak::actors::testing
