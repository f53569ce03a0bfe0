#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/decider.hpp"
#include "core/fields.hpp"
#include "domain/guest/commands.hpp"
#include "domain/guest/events.hpp"

namespace jumak::guest {

/// What we know of a person: kept only to see that an update changes nothing.
struct state {
  version own_version;  ///< 0 until the guest is registered.
  free_text full_name;
  std::optional<free_text> email;
  std::optional<free_text> phone;
  std::optional<free_text> country;
  friend bool operator==(const state&, const state&) = default;
};
BOOST_DESCRIBE_STRUCT(state, (), (own_version, full_name, email, phone, country))

/// The rules of `guest/<name>`, as core/decider.hpp asks for them. A guest has one stream, its own.
struct decider {
  using state = guest::state;
  using command = guest::command;
  using event = guest::event;

  static constexpr std::string_view kind = "guest";
  static constexpr std::uint32_t rules = 1;

  [[nodiscard]] static std::string stream_of(const command& asked);
  [[nodiscard]] static std::vector<std::string> other_streams(const command& asked);
  [[nodiscard]] static std::string stream_of(const event& happened);
  [[nodiscard]] static std::optional<version> version_of(const state& current,
                                                         std::string_view stream);
  /// Refuses nothing: a guest has no closed names.
  [[nodiscard]] static std::optional<rejection> precheck(const state& current,
                                                         const stream_facts& facts,
                                                         const command& asked,
                                                         const decision_context& context);
  /// Refuses with already_exists and unknown_guest. An update that changes nothing has no events.
  [[nodiscard]] static decision<event> decide(const state& current, const stream_facts& facts,
                                              const command& asked,
                                              const decision_context& context);
  static void evolve(state& current, const event& happened, const event_context& around);
  [[nodiscard]] static std::string save(const state& current);
  [[nodiscard]] static std::optional<state> load(std::string_view bytes);
};

static_assert(jumak::decider<decider>);

}  // namespace jumak::guest
