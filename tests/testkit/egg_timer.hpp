#pragma once

#include <chrono>

#include "core/fields.hpp"
#include "core/plain_decider.hpp"

/// The least domain with a deadline: an egg timer, which is wound up and rings.
namespace jumak::egg_timer {

using seconds = bounded_integer<struct seconds_tag, 1, 1'000>;

struct wind_up {
  static constexpr std::string_view type = "WindUp";
  static constexpr rejection_codes<0> rejections{};
  seconds to_wait;
};
BOOST_DESCRIBE_STRUCT(wind_up, (), (to_wait))

struct stop {
  static constexpr std::string_view type = "Stop";
  static constexpr rejection_codes<1> rejections{"not_wound"};
};
BOOST_DESCRIBE_STRUCT(stop, (), ())

/// The engine's own, when the time is over.
struct ring {
  static constexpr std::string_view type = "Ring";
  static constexpr bool engine_only = true;
  static constexpr rejection_codes<0> rejections{};
};
BOOST_DESCRIBE_STRUCT(ring, (), ())

struct wound_up {
  static constexpr std::string_view type = "WoundUp";
  static constexpr unsigned schema = 1;
  timestamp rings_at;
};
BOOST_DESCRIBE_STRUCT(wound_up, (), (rings_at))

struct stopped {
  static constexpr std::string_view type = "Stopped";
  static constexpr unsigned schema = 1;
};
BOOST_DESCRIBE_STRUCT(stopped, (), ())

struct rang {
  static constexpr std::string_view type = "Rang";
  static constexpr unsigned schema = 1;
};
BOOST_DESCRIBE_STRUCT(rang, (), ())

using command = std::variant<wind_up, stop, ring>;
using event = std::variant<wound_up, stopped, rang>;

struct state {
  bool wound = false;
  std::uint64_t rung = 0;
};
BOOST_DESCRIBE_STRUCT(state, (), (wound, rung))

struct rules {
  const state& now;
  const stream_facts& facts;
  const decision_context& context;

  decision<event> operator()(const wind_up& asked) const {
    return std::vector<event>{wound_up{context.now + std::chrono::seconds(asked.to_wait.integer())}};
  }
  decision<event> operator()(const stop&) const {
    if (!now.wound) return reject("not_wound", "It is not wound up.");
    return std::vector<event>{stopped{}};
  }
  decision<event> operator()(const ring&) const {
    if (!now.wound) return std::vector<event>{};
    return std::vector<event>{rang{}};
  }
};

struct evolution {
  state& now;
  const event_context& around;

  void operator()(const wound_up&) const { now.wound = true; }
  void operator()(const stopped&) const { now.wound = false; }
  void operator()(const rang&) const {
    now.wound = false;
    ++now.rung;
  }
};

struct decider : plain_decider<state, command, event, rules, evolution> {
  static constexpr std::string_view kind = "egg_timer";
  static constexpr std::uint32_t rules = 1;
  static std::string stream_of(const auto&) { return {}; }
  static deadline_change deadline_of(const event& happened) {
    const auto* wound = std::get_if<wound_up>(&happened);
    return wound != nullptr ? deadline_change{deadline_change::kind::arm, wound->rings_at}
                            : deadline_change{deadline_change::kind::settle, {}};
  }
  static command on_due(std::string_view) { return ring{}; }
};

}  // namespace jumak::egg_timer
