#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>

#include "core/decider.hpp"
#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"

/// What can be asked of a hotel about rooms kept for a group.
namespace jumak::hotel {

/// Keeps `rooms` of the type on each night of `[from, to)` for a group, until the day of the
/// cut-off begins.
struct create_block {
  static constexpr std::string_view type = "CreateBlock";
  static constexpr rejection_codes<7> rejections{
      "unknown_hotel", "already_exists", "unknown_room_type", "invalid_stay", "invalid_cut_off",
      "invalid_rate", "no_availability"};
  name block;
  free_text title;
  name room_type;
  date from;
  date to;
  block_rooms rooms;
  date cut_off;
  std::optional<money> rate;  ///< Of every night picked up, in place of the rates set.
};
BOOST_DESCRIBE_STRUCT(create_block, (),
                      (block, title, room_type, from, to, rooms, cut_off, rate))

/// A reservation out of the block: its nights are the block's no more.
struct pick_up_from_block {
  static constexpr std::string_view type = "PickUpFromBlock";
  static constexpr rejection_codes<9> rejections{
      "unknown_hotel", "already_exists", "block_closed", "unknown_block", "invalid_stay",
      "outside_block", "no_guests", "too_many_guests", "block_full"};
  name reservation;
  name block;
  date arrival;
  date departure;
  name guest;
  guests_given guests;
  std::optional<free_text> meal;
  std::optional<free_text> segment;
  std::optional<free_text> channel;
  std::optional<free_text> country;
  std::optional<free_text> deposit;
  std::optional<free_text> requests;
};
BOOST_DESCRIBE_STRUCT(pick_up_from_block, (),
                      (reservation, block, arrival, departure, guest, guests, meal, segment,
                       channel, country, deposit, requests))

/// What nobody picked up can be sold to anybody.
struct release_block {
  static constexpr std::string_view type = "ReleaseBlock";
  static constexpr rejection_codes<3> rejections{"unknown_hotel", "block_closed", "unknown_block"};
  name block;
};
BOOST_DESCRIBE_STRUCT(release_block, (), (block))

/// The day of the cut-off has begun. Accepted without events when there is nothing to cut off.
struct cut_off_block {
  static constexpr std::string_view type = "CutOffBlock";
  static constexpr rejection_codes<1> rejections{"unknown_hotel"};
  static constexpr bool engine_only = true;  ///< A deadline's; no client can send it.
  name block;
};
BOOST_DESCRIBE_STRUCT(cut_off_block, (), (block))

}  // namespace jumak::hotel
