#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/decider.hpp"
#include "domain/hotel/commands.hpp"
#include "domain/hotel/events.hpp"
#include "domain/hotel/state.hpp"

namespace jumak::hotel {

/// The rules of `hotel/<name>`, as core/decider.hpp asks for them. The streams inside it are the
/// hotel's own, `room/<room>`, `block/<block>` and `reservation/<reservation>`.
struct decider {
  using state = hotel::state;
  using command = hotel::command;
  using event = hotel::event;

  static constexpr std::string_view kind = "hotel";
  static constexpr std::uint32_t rules = 3;

  [[nodiscard]] static std::string stream_of(const command& asked);
  /// For AddRooms the streams of the rooms: each RoomAdded is the first event of its own.
  [[nodiscard]] static std::vector<std::string> other_streams(const command& asked);
  [[nodiscard]] static std::string stream_of(const event& happened);
  [[nodiscard]] static std::optional<version> version_of(const state& current,
                                                         std::string_view stream);

  /// unknown_hotel, then what closed names refuse.
  [[nodiscard]] static std::optional<rejection> precheck(const state& current,
                                                         const stream_facts& facts,
                                                         const command& asked,
                                                         const decision_context& context);
  [[nodiscard]] static decision<event> decide(const state& current, const stream_facts& facts,
                                              const command& asked,
                                              const decision_context& context);
  /// An event that does not fit, such as the end of a stay that is not open, changes nothing but
  /// versions.
  static void evolve(state& current, const event& happened, const event_context& around);

  /// A hold has until its `expires_at`, then ExpireHold ends it; a block until its `cut_off_at`.
  [[nodiscard]] static deadline_change deadline_of(const event& happened);
  [[nodiscard]] static command on_due(std::string_view stream);

  /// Equal states have equal bytes, however they came about.
  [[nodiscard]] static std::string save(const state& current);
  [[nodiscard]] static std::optional<state> load(std::string_view bytes);
};

static_assert(jumak::decider<decider> && has_deadlines<decider>);

}  // namespace jumak::hotel
