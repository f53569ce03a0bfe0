#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/names.hpp"
#include "core/strong_integer.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"
#include "domain/views/reservation_status.hpp"

/// GetReservation: everything about one reservation, joined, at one position. Money in whole minor
/// units of the hotel's currency.
namespace jumak::hotel::views {

struct hotel_picture {
  std::string name;
  std::string title;
  std::string city;
  std::string currency;
};
BOOST_DESCRIBE_STRUCT(hotel_picture, (), (name, title, city, currency))

/// A guest who is not registered has a name only.
struct guest_picture {
  std::string name;
  std::optional<std::string> full_name;
  std::optional<std::string> email;
  std::optional<std::string> phone;
};
BOOST_DESCRIBE_STRUCT(guest_picture, (), (name, full_name, email, phone))

struct room_type_picture {
  std::string name;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(room_type_picture, (), (name, title))

struct charge_picture {
  timestamp time;
  std::int64_t amount = 0;
  std::string description;
};
BOOST_DESCRIBE_STRUCT(charge_picture, (), (time, amount, description))

struct payment_picture {
  timestamp time;
  std::int64_t amount = 0;
  std::string method;
};
BOOST_DESCRIBE_STRUCT(payment_picture, (), (time, amount, method))

/// The terms it was booked on, if on a rate plan.
struct rate_plan_picture {
  std::string name;
  std::int64_t notice_days = 0;
  std::optional<fee> cancellation_fee;
  std::optional<fee> no_show_fee;
};
BOOST_DESCRIBE_STRUCT(rate_plan_picture, (), (name, notice_days, cancellation_fee, no_show_fee))

/// What was asked to be paid before the stay. Every payment counts towards it.
struct deposit_picture {
  std::int64_t amount = 0;
  date due;
  std::int64_t open = 0;  ///< What of it is not paid yet.
};
BOOST_DESCRIBE_STRUCT(deposit_picture, (), (amount, due, open))

/// One event of the reservation's stream.
struct history_entry {
  std::string type;
  timestamp time;
  std::optional<std::string> actor;
  jumak::position position;
};
BOOST_DESCRIBE_STRUCT(history_entry, (), (type, time, actor, position))

struct reservation_picture {
  hotel_picture hotel;
  std::string reservation;
  reservation_status status{};
  jumak::version version;  ///< Of the reservation's stream.
  guest_picture guest;
  guest_counts guests;
  room_type_picture room_type;      ///< The type booked; from check-in on the type occupied.
  std::optional<std::string> room;  ///< Assigned, occupied, or left at check-out.
  date arrival;
  date departure;
  std::vector<night_rate>
      nights;  ///< As booked: nights given back stay in it, for they stay charged.
  std::optional<timestamp> expires_at;  ///< While it is held.
  std::optional<std::string> meal;
  std::optional<std::string> segment;
  std::optional<std::string> channel;
  std::optional<std::string> country;
  std::optional<std::string> deposit;
  std::optional<std::string> requests;
  std::vector<charge_picture>
      charges;  ///< Those posted; the nights are charged besides, at check-in.
  std::vector<payment_picture> payments;
  std::int64_t charged = 0;  ///< Nights charged and charges posted.
  std::int64_t paid = 0;
  std::int64_t balance = 0;  ///< Charged less paid.
  std::vector<history_entry> history;
  std::optional<rate_plan_picture> rate_plan;
  std::optional<deposit_picture> deposit_due;
  std::optional<std::string> block;  ///< The one it was picked up from.
};
BOOST_DESCRIBE_STRUCT(reservation_picture, (),
                      (hotel, reservation, status, version, guest, guests, room_type, room, arrival,
                       departure, nights, expires_at, meal, segment, channel, country, deposit,
                       requests, charges, payments, charged, paid, balance, history, rate_plan,
                       deposit_due, block))

struct get_reservation {
  static constexpr std::string_view type = "GetReservation";
  using answer = reservation_picture;
  name hotel;
  name reservation;
};
BOOST_DESCRIBE_STRUCT(get_reservation, (), (hotel, reservation))

}  // namespace jumak::hotel::views
