#pragma once

#include "core/plain_decider.hpp"

/// The least domain to try the kit on: a lamp, which may break though nobody can ask for it.
namespace jumak::lamp {

struct switch_on {
  static constexpr std::string_view type = "SwitchOn";
  static constexpr rejection_codes<1> rejections{"already_on"};
};
BOOST_DESCRIBE_STRUCT(switch_on, (), ())

struct switch_off {
  static constexpr std::string_view type = "SwitchOff";
  static constexpr rejection_codes<1> rejections{"already_off"};
};
BOOST_DESCRIBE_STRUCT(switch_off, (), ())

struct switched_on {
  static constexpr std::string_view type = "SwitchedOn";
  static constexpr unsigned schema = 1;
};
BOOST_DESCRIBE_STRUCT(switched_on, (), ())

struct switched_off {
  static constexpr std::string_view type = "SwitchedOff";
  static constexpr unsigned schema = 1;
};
BOOST_DESCRIBE_STRUCT(switched_off, (), ())

struct lamp_broken {
  static constexpr std::string_view type = "LampBroken";
  static constexpr unsigned schema = 1;
};
BOOST_DESCRIBE_STRUCT(lamp_broken, (), ())

using command = std::variant<switch_on, switch_off>;
using event = std::variant<switched_on, switched_off, lamp_broken>;

struct state {
  bool on = false;
  bool broken = false;
  std::uint64_t switched = 0;
};
BOOST_DESCRIBE_STRUCT(state, (), (on, broken, switched))

struct rules {
  const state& now;
  const stream_facts& facts;
  const decision_context& context;

  decision<event> operator()(const switch_on&) const {
    if (now.broken) return reject("broken", "It is broken.");
    if (now.on) return reject("already_on", "It is on.");
    return std::vector<event>{switched_on{}};
  }
  decision<event> operator()(const switch_off&) const {
    if (!now.on) return reject("already_off", "It is off.");
    return std::vector<event>{switched_off{}};
  }
};

struct evolution {
  state& now;
  const event_context& around;

  void operator()(const switched_on&) const {
    now.on = true;
    ++now.switched;
  }
  void operator()(const switched_off&) const {
    now.on = false;
    ++now.switched;
  }
  void operator()(const lamp_broken&) const { now.broken = true; }
};

struct decider : plain_decider<state, command, event, rules, evolution> {
  static constexpr std::string_view kind = "lamp";
  static constexpr std::uint32_t rules = 1;
  static std::string stream_of(const auto&) { return {}; }
};

}  // namespace jumak::lamp
