#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"

/// What a front desk asks of a hotel beyond a reservation's usual life.
namespace jumak::hotel {

/// Somebody without a reservation takes a room now: booked, assigned and checked in at once.
struct walk_in {
  static constexpr std::string_view type = "WalkIn";
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
  name reservation;
};
BOOST_DESCRIBE_STRUCT(undo_check_in, (), (reservation))

/// A cancelled reservation, or a no-show, comes back as it was, if its nights are still free.
struct reinstate_reservation {
  static constexpr std::string_view type = "ReinstateReservation";
  name reservation;
};
BOOST_DESCRIBE_STRUCT(reinstate_reservation, (), (reservation))

/// Closes the books of a day that is over. Once for each day, in turn.
struct run_night_audit {
  static constexpr std::string_view type = "RunNightAudit";
  date business_date;
};
BOOST_DESCRIBE_STRUCT(run_night_audit, (), (business_date))

/// The guest goes on in another room from tonight on.
struct move_guest {
  static constexpr std::string_view type = "MoveGuest";
  name reservation;
  name room;
  std::optional<free_text> reason;
};
BOOST_DESCRIBE_STRUCT(move_guest, (), (reservation, room, reason))

/// A guest in the house stays longer.
struct extend_stay {
  static constexpr std::string_view type = "ExtendStay";
  name reservation;
  date departure;
  std::optional<money> rate;  ///< Of the added nights, in place of the rates set.
};
BOOST_DESCRIBE_STRUCT(extend_stay, (), (reservation, departure, rate))

/// A guest in the house leaves earlier.
struct shorten_stay {
  static constexpr std::string_view type = "ShortenStay";
  name reservation;
  date departure;
  std::optional<bool> credit;  ///< Takes back what the nights given back were charged.
};
BOOST_DESCRIBE_STRUCT(shorten_stay, (), (reservation, departure, credit))

/// So much is to be paid by the day, before the guest comes; in place of what was asked before.
struct request_deposit {
  static constexpr std::string_view type = "RequestDeposit";
  name reservation;
  money amount;
  date due;
};
BOOST_DESCRIBE_STRUCT(request_deposit, (), (reservation, amount, due))

/// Gives money back: of what was paid, or, of one that ended without a stay, what is left of that
/// beside the fee.
struct refund_payment {
  static constexpr std::string_view type = "RefundPayment";
  name reservation;
  money amount;
  free_text method;
};
BOOST_DESCRIBE_STRUCT(refund_payment, (), (reservation, amount, method))

}  // namespace jumak::hotel
