#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>

#include "core/decider.hpp"
#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"

/// What can be asked of a hotel that has no room for somebody now.
namespace jumak::hotel {

/// MakeReservation, as soon as its nights come free.
struct join_waitlist {
  static constexpr std::string_view type = "JoinWaitlist";
  static constexpr rejection_codes<9> rejections{
      "unknown_hotel", "already_exists", "unknown_room_type", "invalid_stay", "no_guests",
      "too_many_guests", "invalid_rate", "restricted", "not_full"};
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
};
BOOST_DESCRIBE_STRUCT(join_waitlist, (),
                      (reservation, room_type, arrival, departure, guest, guests, rate, meal,
                       segment, channel, country, deposit, requests))

struct leave_waitlist {
  static constexpr std::string_view type = "LeaveWaitlist";
  static constexpr rejection_codes<4> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state"};
  name reservation;
};
BOOST_DESCRIBE_STRUCT(leave_waitlist, (), (reservation))

/// Before its turn, or because of nights that came free without a cancellation.
struct promote_from_waitlist {
  static constexpr std::string_view type = "PromoteFromWaitlist";
  static constexpr rejection_codes<7> rejections{
      "unknown_hotel", "reservation_closed", "unknown_reservation", "wrong_state", "invalid_stay",
      "no_availability", "restricted"};
  name reservation;
};
BOOST_DESCRIBE_STRUCT(promote_from_waitlist, (), (reservation))

}  // namespace jumak::hotel
