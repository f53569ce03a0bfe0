#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>

#include "core/decider.hpp"
#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"

/// What a front desk asks of a hotel beyond a reservation's usual life.
namespace jumak::hotel {

/// Somebody without a reservation takes a room now: booked, assigned and checked in at once.
struct walk_in {
  static constexpr std::string_view type = "WalkIn";
  static constexpr rejection_codes<11> rejections{
      "unknown_hotel", "already_exists", "unknown_room", "invalid_stay", "no_guests",
      "too_many_guests", "invalid_rate", "room_in_use", "room_out_of_order", "room_not_ready",
      "no_availability"};
  name reservation;
  name room;
  date departure;
  name guest;
  guests_given guests;
  std::optional<date> arrival;  ///< Today when left out; yesterday serves the one after midnight.
  std::optional<money> rate;
  std::optional<free_text> meal;
  std::optional<free_text> segment;
  std::optional<free_text> channel;
  std::optional<free_text> country;
  std::optional<free_text> deposit;
  std::optional<free_text> requests;
};
BOOST_DESCRIBE_STRUCT(walk_in, (),
                      (reservation, room, departure, guest, guests, arrival, rate, meal, segment,
                       channel, country, deposit, requests))

/// The guest was checked in by mistake, today.
struct undo_check_in {
  static constexpr std::string_view type = "UndoCheckIn";
  static constexpr rejection_codes<6> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state", "too_late",
      "has_charges"};
  name reservation;
};
BOOST_DESCRIBE_STRUCT(undo_check_in, (), (reservation))

/// A cancelled reservation, or a no-show, comes back as it was, if its nights are still free.
struct reinstate_reservation {
  static constexpr std::string_view type = "ReinstateReservation";
  static constexpr rejection_codes<6> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state", "invalid_stay",
      "no_availability"};
  name reservation;
};
BOOST_DESCRIBE_STRUCT(reinstate_reservation, (), (reservation))

/// Closes the books of a day that is over. Once for each day, in turn.
struct run_night_audit {
  static constexpr std::string_view type = "RunNightAudit";
  static constexpr rejection_codes<4> rejections{
      "unknown_hotel", "too_early", "already_audited", "out_of_turn"};
  date business_date;
};
BOOST_DESCRIBE_STRUCT(run_night_audit, (), (business_date))

/// The guest goes on in another room from tonight on.
struct move_guest {
  static constexpr std::string_view type = "MoveGuest";
  static constexpr rejection_codes<9> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state", "unknown_room",
      "room_in_use", "room_out_of_order", "room_not_ready", "no_availability"};
  name reservation;
  name room;
  std::optional<free_text> reason;
};
BOOST_DESCRIBE_STRUCT(move_guest, (), (reservation, room, reason))

/// A guest in the house stays longer.
struct extend_stay {
  static constexpr std::string_view type = "ExtendStay";
  static constexpr rejection_codes<9> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state", "invalid_stay",
      "invalid_rate", "room_in_use", "room_out_of_order", "no_availability"};
  name reservation;
  date departure;
  std::optional<money> rate;  ///< Of the added nights, in place of the rates set.
};
BOOST_DESCRIBE_STRUCT(extend_stay, (), (reservation, departure, rate))

/// A guest in the house leaves earlier.
struct shorten_stay {
  static constexpr std::string_view type = "ShortenStay";
  static constexpr rejection_codes<6> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state", "invalid_stay",
      "invalid_amount"};
  name reservation;
  date departure;
  std::optional<bool> credit;  ///< Takes back what the nights given back were charged.
};
BOOST_DESCRIBE_STRUCT(shorten_stay, (), (reservation, departure, credit))

/// So much is to be paid by the day, before the guest comes; in place of what was asked before.
struct request_deposit {
  static constexpr std::string_view type = "RequestDeposit";
  static constexpr rejection_codes<6> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state",
      "invalid_amount", "invalid_due"};
  name reservation;
  money amount;
  date due;
};
BOOST_DESCRIBE_STRUCT(request_deposit, (), (reservation, amount, due))

/// Gives money back: of what was paid, or, of one that ended without a stay, what is left of that
/// beside the fee.
struct refund_payment {
  static constexpr std::string_view type = "RefundPayment";
  static constexpr rejection_codes<6> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state",
      "invalid_amount", "refund_too_large"};
  name reservation;
  money amount;
  free_text method;
};
BOOST_DESCRIBE_STRUCT(refund_payment, (), (reservation, amount, method))

}  // namespace jumak::hotel
