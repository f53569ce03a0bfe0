#pragma once

#include <optional>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"

/// What several commands ask of nights, guests and rates. Nothing means that there is no objection.
namespace jumak::hotel {

/// Of rates, overbooking and what is out of order: `[from, to)` has a night, 3,700 at most, and
/// ends within five years.
[[nodiscard]] std::optional<refusal> refuse_range(const situation& now, date from, date to);
/// Of a stay: `[arrival, departure)` has a night, 366 at most, and ends within five years.
[[nodiscard]] std::optional<refusal> refuse_nights(const situation& now, date arrival,
                                                   date departure);
/// Of a stay: it begins yesterday at the earliest, which serves the walk-in after midnight.
[[nodiscard]] std::optional<refusal> refuse_arrival(const situation& now, date arrival,
                                                    date departure);
/// Both: the nights of a new stay, or of a block.
[[nodiscard]] std::optional<refusal> refuse_new_nights(const situation& now, date from, date to);
/// already_exists: somebody stays, will stay or waits under that name. Of closed names the precheck
/// speaks.
[[nodiscard]] std::optional<refusal> refuse_name_in_use(const situation& now,
                                                        const name& reservation);
/// Somebody comes, and not more than the type takes, infants included.
[[nodiscard]] std::optional<refusal> refuse_guests(const name& reservation, const room_type& type,
                                                   const guest_counts& guests);
[[nodiscard]] std::optional<refusal> refuse_rate(const std::optional<money>& rate);

/// A new stay keeps to the type's restrictions.
[[nodiscard]] std::optional<refusal> refuse_restricted(const room_type& type, date arrival,
                                                       date departure);

[[nodiscard]] guest_counts with_defaults(const guests_given& guests);

/// The type in which MakeReservation or PlaceHold finds its nights; else what it is refused for, in
/// the order of both.
template <class Booking>
[[nodiscard]] tl::expected<const room_type*, rejection> type_for(const situation& now,
                                                                 const Booking& asked) {
  const auto found = now.hotel.find_room_type(asked.room_type.text());
  if (!found) {
    return unknown_room_type(asked.room_type);
  }
  if (auto refused = refuse_name_in_use(now, asked.reservation)) {
    return *std::move(refused);
  }
  if (auto refused = refuse_new_nights(now, asked.arrival, asked.departure)) {
    return *std::move(refused);
  }
  const room_type& type = now.hotel.at(*found);
  if (auto refused = refuse_guests(asked.reservation, type, with_defaults(asked.guests))) {
    return *std::move(refused);
  }
  if constexpr (requires { asked.rate; }) {
    if (auto refused = refuse_rate(asked.rate)) {
      return *std::move(refused);
    }
  }
  if (const auto night = type.first_full_night(asked.arrival, asked.departure)) {
    return no_availability(type, *night);
  }
  if (auto refused = refuse_restricted(type, asked.arrival, asked.departure)) {
    return *std::move(refused);
  }
  return &type;
}

/// Each night of the stay with the rate given for all of them, else the one set for it.
[[nodiscard]] std::vector<night_rate> priced_nights(const room_type& type, date arrival,
                                                    date departure,
                                                    const std::optional<money>& rate);
/// Each night of the stay at so much percent of the rate set for it.
[[nodiscard]] std::vector<night_rate> priced_nights(const room_type& type, date arrival,
                                                    date departure, rate_percent percent);

/// The whole reservation as a booking asks for it, for those nights from `arrival` on: a
/// ReservationMade or a WaitlistJoined.
template <class Whole, class Booking>
[[nodiscard]] Whole as_booked(const situation& now, const Booking& asked, const room_type& type,
                              date arrival, const std::optional<money>& rate,
                              std::vector<night_rate> nights) {
  return {asked.reservation, type.id,
          arrival,           asked.departure,
          asked.guest,       with_defaults(asked.guests),
          rate,              asked.meal,
          asked.segment,     asked.channel,
          asked.country,     asked.deposit,
          asked.requests,    std::move(nights),
          now.hotel.currency};
}

}  // namespace jumak::hotel
