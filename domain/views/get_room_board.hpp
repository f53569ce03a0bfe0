#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/names.hpp"
#include "core/read_model.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"

/// GetRoomBoard: the rooms of a hotel as housekeeping and the desk see them, but for those retired.
/// Ordered by room.
namespace jumak::hotel::views {

struct next_arrival_picture {
  std::string reservation;
  date arrival;
};
BOOST_DESCRIBE_STRUCT(next_arrival_picture, (), (reservation, arrival))

/// Nights `[from, to)` on which the room is out of order.
struct absence_picture {
  date from;
  date to;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(absence_picture, (), (from, to, reason))

struct room_item {
  std::string room;
  std::string room_type;
  room_status status{};  ///< What housekeeping says, of a room out of order too.
  std::optional<std::string> occupied_by;  ///< The reservation whose guest is in the room.
  /// The confirmed reservation with the earliest arrival to which the room is assigned.
  std::optional<next_arrival_picture> next_arrival;
  /// What was not over when the hotel's last event happened; absent when there is none.
  std::optional<std::vector<absence_picture>> out_of_order;
};
BOOST_DESCRIBE_STRUCT(room_item, (),
                      (room, room_type, status, occupied_by, next_arrival, out_of_order))

struct get_room_board {
  static constexpr std::string_view type = "GetRoomBoard";
  using answer = page<room_item>;
  name hotel;
  std::optional<page_limit> limit;
  std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(get_room_board, (), (hotel, limit, cursor))

}  // namespace jumak::hotel::views
