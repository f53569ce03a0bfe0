#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "core/strong_integer.hpp"
#include "core/timestamp.hpp"

/// What a domain is to the engine: pure functions over its own types (decision 10 of the design).
namespace jumak {

/// One fact about a refusal, such as `night` = "2026-12-24".
struct detail {
  std::string key;
  std::variant<std::int64_t, std::string> value;
  friend bool operator==(const detail&, const detail&) = default;
};

/// The domain's no: a code of the domain, a sentence for people, facts for programs.
struct rejection {
  std::string code;
  std::string message;
  std::vector<detail> details;
  friend bool operator==(const rejection&, const rejection&) = default;
};

/// All that a decision may know of the outside: time is an argument.
struct decision_context {
  timestamp now;
  std::string_view actor;  ///< Empty when the command named none.
};

/// What a command's stream has seen, for a stream the state does not hold (any more).
struct stream_fact {
  std::string stream;          ///< Suffix within the aggregate, such as `reservation/r-1`.
  version at;                  ///< 0 = never existed.
  std::string last_type;       ///< Type of the last event; empty when there is none.
};

/// The facts the engine looked up for one command; few, so searched in turn.
class stream_facts {
 public:
  void add(stream_fact fact) { facts_.push_back(std::move(fact)); }

  /// The fact about a stream, or null when the engine was not asked for it.
  [[nodiscard]] const stream_fact* find(std::string_view stream) const noexcept {
    const auto found = std::ranges::find(facts_, stream, &stream_fact::stream);
    return found == facts_.end() ? nullptr : &*found;
  }
  [[nodiscard]] version version_of(std::string_view stream) const noexcept {
    const stream_fact* fact = find(stream);
    return fact == nullptr ? version() : fact->at;
  }

 private:
  std::vector<stream_fact> facts_;
};

/// What surrounds an event when it is folded.
struct event_context {
  timestamp time;
  version stream_version;
};

/// What an event does with the deadline of its stream; a stream has at most one.
struct deadline_change {
  enum class kind : std::uint8_t {
    none,    ///< Leaves it as it is.
    arm,     ///< Sets it, in place of an earlier one.
    settle,  ///< There is nothing to wait for any more.
  };
  kind what = kind::none;
  timestamp due;  ///< With `arm`: from then on the engine sends the stream's `on_due`, once.
  friend bool operator==(const deadline_change&, const deadline_change&) = default;
};

template <class Event>
using decision = tl::expected<std::vector<Event>, rejection>;

/// What a command can be refused with, in the order of the checks: its `static constexpr … rejections`. Declared for
/// who reads `describe`, and for the test kit, which refuses codes that are not declared and counts those never seen.
template <std::size_t Count>
using rejection_codes = std::array<std::string_view, Count>;

/// The shortest way to refuse.
[[nodiscard]] inline tl::unexpected<rejection> reject(std::string code, std::string message,
                                                      std::vector<detail> details = {}) {
  return tl::unexpected<rejection>(rejection{std::move(code), std::move(message), std::move(details)});
}

/// A decider gives, for one kind of aggregate:
/// - `state`, default-made for an aggregate that never was, copyable, with described entities;
/// - `command` and `event`, closed std::variants of described structs, each with
///   `static constexpr std::string_view type`; events also `static constexpr unsigned schema`, from 2 on with
///   the struct before it and how that becomes this one (core/upcast.hpp);
/// - `kind`, the first part of its aggregates' names; `rules`, raised by hand when evolve changes meaning
///   (that events, or a described state, have other members is noticed without it);
/// - `stream_of(command)`: suffix of the stream the command is about ("" = the aggregate's own), which
///   `expected_version` speaks of; `other_streams(command)`: further streams whose facts it needs;
/// - `stream_of(event)`: suffix of the stream the event goes to;
/// - `version_of(state, stream)`: the version of a stream whose entity the state holds, else nothing,
///   and then the engine looks the facts up;
/// - `precheck`: refusals that come before `version_conflict` (unknown hotel, closed names);
/// - `decide`: every rule and every refusal after it; pure, and total over valid commands;
/// - `evolve`: folds one event into the state; total, cannot fail;
/// - `save` and `load`: the state as packed bytes for snapshots; `load(save(s))` equals `s`, and bytes of
///   another form load as nothing.
template <class Decider>
concept decider = requires(const typename Decider::state& state, typename Decider::state& changing,
                           const typename Decider::command& command, const typename Decider::event& event,
                           const stream_facts& facts, const decision_context& context,
                           const event_context& around, std::string_view stream) {
  { Decider::kind } -> std::convertible_to<std::string_view>;
  { Decider::rules } -> std::convertible_to<std::uint32_t>;
  { Decider::stream_of(command) } -> std::convertible_to<std::string>;
  { Decider::other_streams(command) } -> std::same_as<std::vector<std::string>>;
  { Decider::stream_of(event) } -> std::convertible_to<std::string>;
  { Decider::version_of(state, stream) } -> std::same_as<std::optional<version>>;
  { Decider::precheck(state, facts, command, context) } -> std::same_as<std::optional<rejection>>;
  { Decider::decide(state, facts, command, context) } -> std::same_as<decision<typename Decider::event>>;
  { Decider::evolve(changing, event, around) } -> std::same_as<void>;
  { Decider::save(state) } -> std::same_as<std::string>;
  { Decider::load(stream) } -> std::same_as<std::optional<typename Decider::state>>;
};

/// A decider whose events schedule deadlines gives two more; one without leaves both out:
/// - `deadline_of(event)`: what the event does with the deadline of its stream. Pure. Whether it arms, settles or
///   does nothing follows from the event's type alone, and only `due` from its values: so the engine asks once
///   for each type, with a default-made event, and reads of stored events only those that arm;
/// - `on_due(stream)`: the engine's own command, about that stream, for when its deadline fell due. It may be
///   refused or have nothing to do: having been decided settles the deadline. Its events may arm it again, for
///   later than it was due.
template <class Decider>
concept has_deadlines = requires(const typename Decider::event& event, std::string_view stream) {
  { Decider::deadline_of(event) } -> std::same_as<deadline_change>;
  { Decider::on_due(stream) } -> std::same_as<typename Decider::command>;
};

/// A command that only the engine may send, marked `static constexpr bool engine_only = true`; to clients its
/// type is unknown.
template <class Command>
concept engine_only = requires { requires Command::engine_only; };

}  // namespace jumak
