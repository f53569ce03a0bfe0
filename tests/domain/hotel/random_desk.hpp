#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>

#include "domain/hotel/commands.hpp"
#include "tests/domain/hotel/naive_hotel.hpp"
#include "tests/domain/hotel/random_commands.hpp"
#include "tests/domain/hotel/samples.hpp"

/// Random commands of a front desk beyond a reservation's usual life, and what they have in common
/// with the others.
namespace jumak::hotel::testing {

// The last type does not exist.
inline constexpr std::array types{"double", "suite", "family", "barn"};

template <class Array>
[[nodiscard]] auto pick(const Array& from, int number) {
  return from[static_cast<std::size_t>(number) % from.size()];
}

template <class Booking>
[[nodiscard]] Booking booking_of(const step& from, const name& reservation, date today) {
  Booking asked;
  asked.reservation = reservation;
  asked.room_type = id(pick(types, from.type));
  asked.arrival = today.plus_days(from.days_ahead);
  asked.departure = asked.arrival.plus_days(from.nights);
  asked.guest = id("g-1");
  asked.guests.adults = guest_count::from_integer(std::min(from.guests, 3)).value();
  asked.guests.infants = guest_count::from_integer(from.guests > 8 ? 3 : 0);
  if (from.amount != 0) {
    asked.rate = cents(from.amount < -18 ? -1 : std::abs(from.amount));
  }
  return asked;
}

/// What a command of the desk may be about.
struct desk_names {
  name any;
  name confirmed;
  name in_house;
  name ended;
  name room;
  name waiting;
};

[[nodiscard]] command desk_command_of(const step& from, const desk_names& names, date today,
                                      const naive_hotel& known);

}  // namespace jumak::hotel::testing
