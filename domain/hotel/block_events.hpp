#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"

/// What has happened to rooms kept for a group. All of it goes to the block's stream.
namespace jumak::hotel {

struct block_created {
  static constexpr std::string_view type = "BlockCreated";
  static constexpr unsigned schema = 1;
  name block;
  free_text title;
  name room_type;
  date from;
  date to;
  block_rooms rooms;
  date cut_off;
  std::optional<money> rate;
  timestamp cut_off_at;  ///< When the day of the cut-off begins in the hotel.
};
BOOST_DESCRIBE_STRUCT(block_created, (),
                      (block, title, room_type, from, to, rooms, cut_off, rate, cut_off_at))

/// The nights `[arrival, departure)` of one room are the block's no more; the reservation that
/// takes them is made with the next event.
struct block_picked_up {
  static constexpr std::string_view type = "BlockPickedUp";
  static constexpr unsigned schema = 1;
  static constexpr bool is_about_block = true;
  name block;
  name reservation;
  date arrival;
  date departure;
};
BOOST_DESCRIBE_STRUCT(block_picked_up, (), (block, reservation, arrival, departure))

/// The reservation was cancelled, and its nights are the block's again.
struct block_returned {
  static constexpr std::string_view type = "BlockReturned";
  static constexpr unsigned schema = 1;
  static constexpr bool is_about_block = true;
  name block;
  name reservation;
  date arrival;
  date departure;
};
BOOST_DESCRIBE_STRUCT(block_returned, (), (block, reservation, arrival, departure))

struct block_released {
  static constexpr std::string_view type = "BlockReleased";
  static constexpr unsigned schema = 1;
  name block;
};
BOOST_DESCRIBE_STRUCT(block_released, (), (block))

struct block_cut_off {
  static constexpr std::string_view type = "BlockCutOff";
  static constexpr unsigned schema = 1;
  name block;
};
BOOST_DESCRIBE_STRUCT(block_cut_off, (), (block))

}  // namespace jumak::hotel
