#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/decider.hpp"
#include "core/pack.hpp"

namespace jumak {

/// What a decider without special wishes inherits (core/decider.hpp). It adds `kind`, `rules`, `stream_of` and, if it
/// has them, its deadlines; what it wants otherwise it declares itself.
/// - `Rules{state, facts, context}` is called with each command and decides it;
/// - `Evolution{state, around}` is called with each event and folds it;
/// - no facts about other streams, no refusal before the version is judged;
/// - the state keeps no versions: the engine looks them up, at some cost where a stream is not among the recent ones;
/// - snapshots follow the state's description.
template <described State, class Command, class Event, class Rules, class Evolution>
struct plain_decider {
  using state = State;
  using command = Command;
  using event = Event;

  [[nodiscard]] static std::vector<std::string> other_streams(const Command&) { return {}; }
  [[nodiscard]] static std::optional<version> version_of(const State&, std::string_view) { return std::nullopt; }
  [[nodiscard]] static std::optional<rejection> precheck(const State&, const stream_facts&, const Command&,
                                                         const decision_context&) {
    return std::nullopt;
  }
  [[nodiscard]] static decision<Event> decide(const State& current, const stream_facts& facts, const Command& asked,
                                              const decision_context& context) {
    return std::visit(Rules{current, facts, context}, asked);
  }
  static void evolve(State& current, const Event& happened, const event_context& around) {
    std::visit(Evolution{current, around}, happened);
  }
  [[nodiscard]] static std::string save(const State& current) { return packed(current); }
  [[nodiscard]] static std::optional<State> load(std::string_view bytes) { return unpacked<State>(bytes); }
};

}  // namespace jumak
