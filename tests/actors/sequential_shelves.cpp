#include "tests/actors/sequential_shelves.hpp"

#include <gtest/gtest.h>

#include <algorithm>

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
  settle_due(sent.shelf, now);
  const answer decided = decide_new(on, command, {now, command.actor});
  if (decided.json.empty()) return failed(errc::too_large);
  on.given_time = command.time.has_value();
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
    note_loan(on, event);
  }
  if (!events->empty()) {
    on.state->accept(context.now);
    on.last_time = context.now;
  }
  return {told(wire::accepted_reply(command.id.text(), position(), false, told_events)), {}};
}

void sequential_shelves::note_loan(shelf& on, const hosting::produced_event& event) {
  if (event.deadline.what == deadline_change::kind::arm) {
    on.loans[event.stream] = {event.deadline.due, event.stream_version};
  } else if (event.deadline.what == deadline_change::kind::settle) {
    on.loans.erase(event.stream);
  }
}

void sequential_shelves::tell_clock(timestamp clock) {
  for (const auto& [name, on] : shelves_) {
    if (!on.given_time) settle_due(name, clock);
  }
}

void sequential_shelves::settle_due(const std::string& shelf, timestamp until) {
  for (;;) {
    const auto& loans = shelves_[shelf].loans;
    const auto first = std::ranges::min_element(loans, {}, [](const auto& one) { return std::pair(one.second.due, one.first); });
    if (first == loans.end() || first->second.due > until) return;
    fire(shelf, std::string(first->first));
  }
}

void sequential_shelves::fire(const std::string& shelf, const std::string& stream) {
  auto& on = shelves_[shelf];
  const loan over = on.loans.at(stream);
  on.loans.erase(stream);
  routed_command command;
  command.aggregate = aggregate_id::from_text("shelf/" + shelf).value();
  command.command = domain_.find_kind("shelf")->due_command(stream);
  // What does not fit leaves no event, and is not decided again.
  static_cast<void>(decide_new(on, command, {std::max(over.due, on.last_time.value_or(over.due)), {}}));
  records_["shelf/" + shelf].push_back("$due/shelf/" + shelf + "/" + stream + "/" + std::to_string(over.armed_by.value()));
}

}  // namespace jumak::actors::testing
