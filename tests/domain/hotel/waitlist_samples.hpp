#pragma once

#include <string_view>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {

/// Waiting for a double, as booked() would have it made.
inline waitlist_joined joined(std::string_view reservation, std::string_view arrival,
                              std::string_view departure) {
  const reservation_made made = booked(reservation, "double", arrival, departure);
  waitlist_joined event;
  event.reservation = made.reservation;
  event.room_type = made.room_type;
  event.arrival = made.arrival;
  event.departure = made.departure;
  event.guest = made.guest;
  event.guests = made.guests;
  event.nights = made.nights;
  event.currency = made.currency;
  return event;
}

}  // namespace jumak::hotel::testing
