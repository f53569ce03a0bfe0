#include "domain/hotel/streams.hpp"

#include <variant>

#include "domain/hotel/decider.hpp"

namespace jumak::hotel {
namespace {

/// By the fields they have: who names a reservation is about it, else who names a block or one room
/// is about that, and all others are about the hotel. The order matters, for AssignRoom names both.
template <class CommandOrEvent>
std::string stream_by_fields(const CommandOrEvent& what) {
  if constexpr (requires { CommandOrEvent::is_about_block; }) {
    return block_stream(what.block);
  } else if constexpr (requires { what.reservation; }) {
    return reservation_stream(what.reservation);
  } else if constexpr (requires { what.block; }) {
    return block_stream(what.block);
  } else if constexpr (requires { what.room; }) {
    return room_stream(what.room);
  } else {
    return {};
  }
}

}  // namespace

std::string room_stream(const name& room) {
  return std::string(room_stream_prefix) + room.text();
}

std::string block_stream(const name& block) {
  return std::string(block_stream_prefix) + block.text();
}

std::string reservation_stream(const name& reservation) {
  return std::string(reservation_stream_prefix) + reservation.text();
}

std::optional<std::string_view> without_prefix(std::string_view stream,
                                               std::string_view prefix) noexcept {
  if (!stream.starts_with(prefix)) {
    return std::nullopt;
  }
  return stream.substr(prefix.size());
}

std::string decider::stream_of(const command& asked) {
  return std::visit([](const auto& which) { return stream_by_fields(which); }, asked);
}

std::string decider::stream_of(const event& happened) {
  return std::visit([](const auto& which) { return stream_by_fields(which); }, happened);
}

std::vector<std::string> decider::other_streams(const command& asked) {
  std::vector<std::string> streams;
  if (const auto* adding = std::get_if<add_rooms>(&asked)) {
    streams.reserve(adding->rooms.items().size());
    for (const name& room : adding->rooms.items()) {
      streams.push_back(room_stream(room));
    }
  }
  if (const auto* picking = std::get_if<pick_up_from_block>(&asked)) {
    streams.push_back(block_stream(picking->block));
  }
  return streams;
}

std::optional<version> decider::version_of(const state& current, std::string_view stream) {
  if (stream.empty()) {
    return current.is_registered() ? std::optional(current.own_version) : std::nullopt;
  }
  if (const auto reservation = without_prefix(stream, reservation_stream_prefix)) {
    if (const stay* open = current.find_stay(*reservation)) {
      return open->own_version;
    }
    const waiting_stay* waiting = current.waiting().find(*reservation);
    return waiting == nullptr ? std::nullopt : std::optional(waiting->own_version);
  }
  if (const auto block = without_prefix(stream, block_stream_prefix)) {
    const room_block* open = current.blocks().find(*block);
    return open == nullptr ? std::nullopt : std::optional(open->own_version);
  }
  if (const auto room_name = without_prefix(stream, room_stream_prefix)) {
    const auto found = current.find_room(*room_name);
    return found ? std::optional(current.at(*found).own_version) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace jumak::hotel
