#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"
#include "domain/hotel/block_events.hpp"
#include "domain/hotel/desk_events.hpp"
#include "domain/hotel/sale_events.hpp"
#include "domain/hotel/waitlist_events.hpp"

/// What has happened in a hotel. Members are the wire's fields, in its order. A published struct
/// never changes: another form is another schema number with an upcaster.
namespace jumak::hotel {

struct hotel_registered {
  static constexpr std::string_view type = "HotelRegistered";
  static constexpr unsigned schema = 1;
  free_text title;
  free_text city;
  free_text country;
  free_text time_zone;  ///< Was in tzdata when it was written.
  hotel::currency currency;
};
BOOST_DESCRIBE_STRUCT(hotel_registered, (), (title, city, country, time_zone, currency))

struct room_type_defined {
  static constexpr std::string_view type = "RoomTypeDefined";
  static constexpr unsigned schema = 1;
  name room_type;
  free_text title;
  guest_limit max_guests;
  money rate;
};
BOOST_DESCRIBE_STRUCT(room_type_defined, (), (room_type, title, max_guests, rate))

struct room_added {
  static constexpr std::string_view type = "RoomAdded";
  static constexpr unsigned schema = 1;
  name room;
  name room_type;
};
BOOST_DESCRIBE_STRUCT(room_added, (), (room, room_type))

struct rate_set {
  static constexpr std::string_view type = "RateSet";
  static constexpr unsigned schema = 1;
  name room_type;
  date from;
  date to;
  money rate;
};
BOOST_DESCRIBE_STRUCT(rate_set, (), (room_type, from, to, rate))

struct overbooking_set {
  static constexpr std::string_view type = "OverbookingSet";
  static constexpr unsigned schema = 1;
  name room_type;
  date from;
  date to;
  overbooked_rooms rooms;
};
BOOST_DESCRIBE_STRUCT(overbooking_set, (), (room_type, from, to, rooms))

/// The room is there no more, from the hotel's date at which it happened on.
struct room_retired {
  static constexpr std::string_view type = "RoomRetired";
  static constexpr unsigned schema = 1;
  name room;
};
BOOST_DESCRIBE_STRUCT(room_retired, (), (room))

/// Beside the periods there are: the nights of all of them are out of order.
struct room_taken_out_of_order {
  static constexpr std::string_view type = "RoomTakenOutOfOrder";
  static constexpr unsigned schema = 1;
  name room;
  date from;
  date to;
  free_text reason;
};
BOOST_DESCRIBE_STRUCT(room_taken_out_of_order, (), (room, from, to, reason))

/// In order on every night from the hotel's date at which it happened on.
struct room_returned_to_service {
  static constexpr std::string_view type = "RoomReturnedToService";
  static constexpr unsigned schema = 1;
  name room;
};
BOOST_DESCRIBE_STRUCT(room_returned_to_service, (), (room))

/// The whole reservation. `nights` are `[arrival, departure)` without a gap; `rate` is there if it
/// was given.
struct reservation_made {
  static constexpr std::string_view type = "ReservationMade";
  static constexpr unsigned schema = 1;
  name reservation;
  name room_type;
  date arrival;
  date departure;
  name guest;
  guest_counts guests;
  std::optional<money> rate;
  std::optional<free_text> meal;
  std::optional<free_text> segment;
  std::optional<free_text> channel;
  std::optional<free_text> country;
  std::optional<free_text> deposit;
  std::optional<free_text> requests;
  std::vector<night_rate> nights;
  hotel::currency currency;
};
BOOST_DESCRIBE_STRUCT(reservation_made, (),
                      (reservation, room_type, arrival, departure, guest, guests, rate, meal,
                       segment, channel, country, deposit, requests, nights, currency))

/// The whole reservation, not confirmed yet. Confirmed it is a ReservationMade.
struct hold_placed {
  static constexpr std::string_view type = "HoldPlaced";
  static constexpr unsigned schema = 1;
  name reservation;
  name room_type;
  date arrival;
  date departure;
  name guest;
  guest_counts guests;
  std::optional<money> rate;
  std::optional<free_text> meal;
  std::optional<free_text> segment;
  std::optional<free_text> channel;
  std::optional<free_text> country;
  std::optional<free_text> deposit;
  std::optional<free_text> requests;
  hold_seconds ttl_seconds;
  std::vector<night_rate> nights;
  hotel::currency currency;
  timestamp expires_at;  ///< `ttl_seconds` after it happened.
};
BOOST_DESCRIBE_STRUCT(hold_placed, (),
                      (reservation, room_type, arrival, departure, guest, guests, rate, meal,
                       segment, channel, country, deposit, requests, ttl_seconds, nights, currency,
                       expires_at))

struct hold_released {
  static constexpr std::string_view type = "HoldReleased";
  static constexpr unsigned schema = 1;
  name reservation;
};
BOOST_DESCRIBE_STRUCT(hold_released, (), (reservation))

struct hold_expired {
  static constexpr std::string_view type = "HoldExpired";
  static constexpr unsigned schema = 1;
  name reservation;
};
BOOST_DESCRIBE_STRUCT(hold_expired, (), (reservation))

/// The whole reservation as it is now; what it was before, earlier events tell. Nights that a guest
/// in house did not have before are charged with it, and those given back stay charged.
struct stay_changed {
  static constexpr std::string_view type = "StayChanged";
  static constexpr unsigned schema = 1;
  name reservation;
  name room_type;
  date arrival;
  date departure;
  name guest;
  guest_counts guests;
  std::optional<money> rate;  ///< The one given now; else the earlier one, if every night has it.
  std::optional<free_text> meal;
  std::optional<free_text> segment;
  std::optional<free_text> channel;
  std::optional<free_text> country;
  std::optional<free_text> deposit;
  std::optional<free_text> requests;
  std::vector<night_rate> nights;
  hotel::currency currency;
};
BOOST_DESCRIBE_STRUCT(stay_changed, (),
                      (reservation, room_type, arrival, departure, guest, guests, rate, meal,
                       segment, channel, country, deposit, requests, nights, currency))

struct reservation_cancelled {
  static constexpr std::string_view type = "ReservationCancelled";
  static constexpr unsigned schema = 1;
  name reservation;
  free_text reason;
};
BOOST_DESCRIBE_STRUCT(reservation_cancelled, (), (reservation, reason))

struct reservation_marked_no_show {
  static constexpr std::string_view type = "ReservationMarkedNoShow";
  static constexpr unsigned schema = 1;
  name reservation;
};
BOOST_DESCRIBE_STRUCT(reservation_marked_no_show, (), (reservation))

struct room_assigned {
  static constexpr std::string_view type = "RoomAssigned";
  static constexpr unsigned schema = 1;
  name reservation;
  name room;
};
BOOST_DESCRIBE_STRUCT(room_assigned, (), (reservation, room))

struct room_unassigned {
  static constexpr std::string_view type = "RoomUnassigned";
  static constexpr unsigned schema = 1;
  name reservation;
};
BOOST_DESCRIBE_STRUCT(room_unassigned, (), (reservation))

/// From here on the nights of the stay count on `room_type`, the type of `room`.
struct guest_checked_in {
  static constexpr std::string_view type = "GuestCheckedIn";
  static constexpr unsigned schema = 1;
  name reservation;
  name room;
  name room_type;
  money_sum charged;  ///< The sum of the nightly rates.
};
BOOST_DESCRIBE_STRUCT(guest_checked_in, (), (reservation, room, room_type, charged))

struct guest_checked_out {
  static constexpr std::string_view type = "GuestCheckedOut";
  static constexpr unsigned schema = 1;
  name reservation;
  name room;
  std::vector<date> nights_returned;  ///< Ascending; empty for a stay to its end.
  money_sum balance;                  ///< Charges less payments.
  std::optional<free_text> override_reason;
};
BOOST_DESCRIBE_STRUCT(guest_checked_out, (),
                      (reservation, room, nights_returned, balance, override_reason))

struct room_status_set {
  static constexpr std::string_view type = "RoomStatusSet";
  static constexpr unsigned schema = 1;
  name room;
  room_status status{};
};
BOOST_DESCRIBE_STRUCT(room_status_set, (), (room, status))

struct charge_posted {
  static constexpr std::string_view type = "ChargePosted";
  static constexpr unsigned schema = 1;
  name reservation;
  money amount;
  free_text description;
};
BOOST_DESCRIBE_STRUCT(charge_posted, (), (reservation, amount, description))

struct payment_posted {
  static constexpr std::string_view type = "PaymentPosted";
  static constexpr unsigned schema = 1;
  name reservation;
  money amount;
  free_text method;
};
BOOST_DESCRIBE_STRUCT(payment_posted, (), (reservation, amount, method))

using event =
    std::variant<hotel_registered, room_type_defined, room_added, rate_set, overbooking_set,
                 room_retired, room_taken_out_of_order, room_returned_to_service, hold_placed,
                 hold_released, hold_expired, reservation_made, stay_changed,
                 reservation_cancelled, reservation_marked_no_show, room_assigned,
                 room_unassigned, guest_checked_in, guest_checked_out, room_status_set,
                 charge_posted, payment_posted, restrictions_set, rate_plan_defined,
                 rate_terms_agreed, fee_charged, check_in_undone, reservation_reinstated,
                 guest_moved, deposit_requested, payment_refunded, cancellation_refunded,
                 no_show_refunded, overnight_charged, night_audited, block_created,
                 block_picked_up, block_returned, block_released, block_cut_off, waitlist_joined,
                 waitlist_left>;

}  // namespace jumak::hotel
