#include <concepts>
#include <variant>

#include "domain/hotel/decider.hpp"
#include "domain/hotel/streams.hpp"

namespace jumak::hotel {
namespace {

template <class Event>
deadline_change change_by(const Event& happened) {
  using kind = deadline_change::kind;
  if constexpr (std::same_as<Event, hold_placed>) {
    return {kind::arm, happened.expires_at};
  } else if constexpr (std::same_as<Event, block_created>) {
    return {kind::arm, happened.cut_off_at};
  } else if constexpr (std::same_as<Event, reservation_made> ||
                       std::same_as<Event, hold_released> || std::same_as<Event, hold_expired> ||
                       std::same_as<Event, block_released> ||
                       std::same_as<Event, block_cut_off>) {
    return {kind::settle, {}};
  } else {
    return {};
  }
}

}  // namespace

deadline_change decider::deadline_of(const event& happened) {
  return std::visit([](const auto& which) { return change_by(which); }, happened);
}

command decider::on_due(std::string_view stream) {
  if (const auto block = without_prefix(stream, block_stream_prefix)) {
    return cut_off_block{name::from_text(*block).value_or(name())};
  }
  // Beside blocks only holds have deadlines, and their streams are those of reservations.
  const auto reservation = without_prefix(stream, reservation_stream_prefix).value_or("");
  return expire_hold{name::from_text(reservation).value_or(name())};
}

}  // namespace jumak::hotel
