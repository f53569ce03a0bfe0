#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/decider.hpp"
#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"
#include "domain/hotel/block_commands.hpp"
#include "domain/hotel/desk_commands.hpp"
#include "domain/hotel/sale_commands.hpp"
#include "domain/hotel/waitlist_commands.hpp"

/// What can be asked of a hotel, and what each may be refused with. Members are the wire's fields,
/// in its order.
namespace jumak::hotel {

struct register_hotel {
  static constexpr std::string_view type = "RegisterHotel";
  static constexpr rejection_codes<1> rejections{"already_exists"};
  free_text title;
  free_text city;
  free_text country;
  hotel::time_zone time_zone;
  hotel::currency currency;
};
BOOST_DESCRIBE_STRUCT(register_hotel, (), (title, city, country, time_zone, currency))

struct define_room_type {
  static constexpr std::string_view type = "DefineRoomType";
  static constexpr rejection_codes<3> rejections{"unknown_hotel", "already_exists", "invalid_rate"};
  name room_type;
  free_text title;
  guest_limit max_guests;
  money rate;  ///< For each night without a rate of its own.
};
BOOST_DESCRIBE_STRUCT(define_room_type, (), (room_type, title, max_guests, rate))

struct add_rooms {
  static constexpr std::string_view type = "AddRooms";
  static constexpr rejection_codes<3> rejections{
      "unknown_hotel", "unknown_room_type", "already_exists"};
  name room_type;
  distinct_names rooms;
};
BOOST_DESCRIBE_STRUCT(add_rooms, (), (room_type, rooms))

/// Nights `[from, to)` cost `rate` in bookings made later.
struct set_rate {
  static constexpr std::string_view type = "SetRate";
  static constexpr rejection_codes<4> rejections{
      "unknown_hotel", "unknown_room_type", "invalid_stay", "invalid_rate"};
  name room_type;
  date from;
  date to;
  money rate;
};
BOOST_DESCRIBE_STRUCT(set_rate, (), (room_type, from, to, rate))

/// Nights `[from, to)` take `rooms` stays more than there are rooms.
struct set_overbooking {
  static constexpr std::string_view type = "SetOverbooking";
  static constexpr rejection_codes<4> rejections{
      "unknown_hotel", "unknown_room_type", "invalid_stay", "would_oversell"};
  name room_type;
  date from;
  date to;
  overbooked_rooms rooms;  ///< In place of what was set before.
};
BOOST_DESCRIBE_STRUCT(set_overbooking, (), (room_type, from, to, rooms))

struct retire_room {
  static constexpr std::string_view type = "RetireRoom";
  static constexpr rejection_codes<4> rejections{
      "unknown_hotel", "unknown_room", "room_in_use", "would_oversell"};
  name room;  ///< Never used again.
};
BOOST_DESCRIBE_STRUCT(retire_room, (), (room))

/// Nobody can sleep in the room on the nights `[from, to)`.
struct take_room_out_of_order {
  static constexpr std::string_view type = "TakeRoomOutOfOrder";
  static constexpr rejection_codes<5> rejections{
      "unknown_hotel", "unknown_room", "invalid_stay", "room_in_use", "would_oversell"};
  name room;
  date from;
  date to;
  free_text reason;
};
BOOST_DESCRIBE_STRUCT(take_room_out_of_order, (), (room, from, to, reason))

/// Ends from today on whatever took the room out of order.
struct return_room_to_service {
  static constexpr std::string_view type = "ReturnRoomToService";
  static constexpr rejection_codes<2> rejections{"unknown_hotel", "unknown_room"};
  name room;
};
BOOST_DESCRIBE_STRUCT(return_room_to_service, (), (room))

struct make_reservation {
  static constexpr std::string_view type = "MakeReservation";
  static constexpr rejection_codes<9> rejections{
      "unknown_hotel", "already_exists", "unknown_room_type", "invalid_stay", "no_guests",
      "too_many_guests", "invalid_rate", "no_availability", "restricted"};
  name reservation;
  name room_type;
  date arrival;
  date departure;
  name guest;  ///< Without `guest/`; need not be registered.
  guests_given guests;
  std::optional<money> rate;  ///< For every night, in place of the rates set.
  std::optional<free_text> meal;
  std::optional<free_text> segment;
  std::optional<free_text> channel;
  std::optional<free_text> country;
  std::optional<free_text> deposit;
  std::optional<free_text> requests;
};
BOOST_DESCRIBE_STRUCT(make_reservation, (),
                      (reservation, room_type, arrival, departure, guest, guests, rate, meal,
                       segment, channel, country, deposit, requests))

/// Takes the nights as MakeReservation does, and gives them back after a time unless confirmed.
struct place_hold {
  static constexpr std::string_view type = "PlaceHold";
  static constexpr rejection_codes<9> rejections{
      "unknown_hotel", "already_exists", "unknown_room_type", "invalid_stay", "no_guests",
      "too_many_guests", "invalid_rate", "no_availability", "restricted"};
  name reservation;
  name room_type;
  date arrival;
  date departure;
  name guest;
  guests_given guests;
  std::optional<money> rate;
  std::optional<free_text> meal;
  std::optional<free_text> segment;
  std::optional<free_text> channel;
  std::optional<free_text> country;
  std::optional<free_text> deposit;
  std::optional<free_text> requests;
  hold_seconds ttl_seconds;  ///< From the command's time on.
};
BOOST_DESCRIBE_STRUCT(place_hold, (),
                      (reservation, room_type, arrival, departure, guest, guests, rate, meal,
                       segment, channel, country, deposit, requests, ttl_seconds))

struct confirm_hold {
  static constexpr std::string_view type = "ConfirmHold";
  static constexpr rejection_codes<5> rejections{
      "unknown_hotel", "hold_expired", "reservation_closed", "unknown_reservation", "wrong_state"};
  name reservation;
};
BOOST_DESCRIBE_STRUCT(confirm_hold, (), (reservation))

struct release_hold {
  static constexpr std::string_view type = "ReleaseHold";
  static constexpr rejection_codes<5> rejections{
      "unknown_hotel", "hold_expired", "reservation_closed", "unknown_reservation", "wrong_state"};
  name reservation;
};
BOOST_DESCRIBE_STRUCT(release_hold, (), (reservation))

/// The hold's time is up. Accepted without events when there is nothing to expire any more.
struct expire_hold {
  static constexpr std::string_view type = "ExpireHold";
  static constexpr rejection_codes<1> rejections{"unknown_hotel"};
  static constexpr bool engine_only = true;  ///< A deadline's; no client can send it.
  name reservation;
};
BOOST_DESCRIBE_STRUCT(expire_hold, (), (reservation))

/// Changes the fields given and keeps the others.
struct change_stay {
  static constexpr std::string_view type = "ChangeStay";
  static constexpr rejection_codes<13> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state",
      "unknown_room_type", "invalid_stay", "no_guests", "too_many_guests", "invalid_rate",
      "room_in_use", "room_out_of_order", "no_availability", "restricted"};
  name reservation;
  std::optional<name> room_type;
  std::optional<date> arrival;
  std::optional<date> departure;
  std::optional<guests_given> guests;
  std::optional<money> rate;  ///< For every night; of a guest in house for the added ones.

  /// What is malformed about the fields together, or nothing. For codecs, after every field was
  /// read.
  [[nodiscard]] static std::optional<std::string> check(const change_stay& asked);
};
BOOST_DESCRIBE_STRUCT(change_stay, (),
                      (reservation, room_type, arrival, departure, guests, rate))

struct cancel_reservation {
  static constexpr std::string_view type = "CancelReservation";
  static constexpr rejection_codes<4> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state"};
  name reservation;
  free_text reason;
};
BOOST_DESCRIBE_STRUCT(cancel_reservation, (), (reservation, reason))

struct mark_no_show {
  static constexpr std::string_view type = "MarkNoShow";
  static constexpr rejection_codes<5> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state", "too_early"};
  name reservation;
};
BOOST_DESCRIBE_STRUCT(mark_no_show, (), (reservation))

struct assign_room {
  static constexpr std::string_view type = "AssignRoom";
  static constexpr rejection_codes<7> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state", "unknown_room",
      "room_in_use", "room_out_of_order"};
  name reservation;
  name room;
};
BOOST_DESCRIBE_STRUCT(assign_room, (), (reservation, room))

struct unassign_room {
  static constexpr std::string_view type = "UnassignRoom";
  static constexpr rejection_codes<4> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state"};
  name reservation;
};
BOOST_DESCRIBE_STRUCT(unassign_room, (), (reservation))

struct check_in {
  static constexpr std::string_view type = "CheckIn";
  static constexpr rejection_codes<9> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state", "too_early",
      "no_room_assigned", "room_in_use", "room_not_ready", "no_availability"};
  name reservation;
};
BOOST_DESCRIBE_STRUCT(check_in, (), (reservation))

struct check_out {
  static constexpr std::string_view type = "CheckOut";
  static constexpr rejection_codes<5> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state", "open_balance"};
  name reservation;
  std::optional<free_text> override_reason;  ///< Lets a guest go whose balance is not zero.
};
BOOST_DESCRIBE_STRUCT(check_out, (), (reservation, override_reason))

struct set_room_status {
  static constexpr std::string_view type = "SetRoomStatus";
  static constexpr rejection_codes<2> rejections{"unknown_hotel", "unknown_room"};
  name room;
  room_status status{};
};
BOOST_DESCRIBE_STRUCT(set_room_status, (), (room, status))

struct post_charge {
  static constexpr std::string_view type = "PostCharge";
  static constexpr rejection_codes<5> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state",
      "invalid_amount"};
  name reservation;
  money amount;  ///< Negative to correct.
  free_text description;
};
BOOST_DESCRIBE_STRUCT(post_charge, (), (reservation, amount, description))

struct post_payment {
  static constexpr std::string_view type = "PostPayment";
  static constexpr rejection_codes<5> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state",
      "invalid_amount"};
  name reservation;
  money amount;  ///< Negative to refund.
  free_text method;
};
BOOST_DESCRIBE_STRUCT(post_payment, (), (reservation, amount, method))

using command =
    std::variant<register_hotel, define_room_type, add_rooms, set_rate, set_overbooking,
                 retire_room, take_room_out_of_order, return_room_to_service, place_hold,
                 confirm_hold, release_hold, expire_hold, make_reservation, change_stay,
                 cancel_reservation, mark_no_show, assign_room, unassign_room, check_in, check_out,
                 set_room_status, post_charge, post_payment, set_restrictions,
                 define_rate_plan, book_rate_plan, walk_in, undo_check_in,
                 reinstate_reservation, move_guest, extend_stay, shorten_stay, request_deposit,
                 refund_payment, run_night_audit, create_block, pick_up_from_block, release_block,
                 cut_off_block, join_waitlist, leave_waitlist, promote_from_waitlist>;

}  // namespace jumak::hotel
