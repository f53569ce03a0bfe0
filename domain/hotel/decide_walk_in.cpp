#include <algorithm>

#include "domain/hotel/booking_rules.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/room_rules.hpp"

namespace jumak::hotel {
namespace {

/// The stay begins today, or yesterday for the one who comes after midnight, and is not over.
std::optional<refusal> refuse_stay(const situation& now, const walk_in& asked, date arrival) {
  if (auto refused = refuse_nights(now, arrival, asked.departure)) {
    return refused;
  }
  if (auto refused = refuse_arrival(now, arrival, asked.departure)) {
    return refused;
  }
  if (arrival > now.today || asked.departure <= now.today) {
    return does_not_stay_today(arrival, asked.departure, now.today);
  }
  return std::nullopt;
}

std::optional<refusal> refuse_room(const situation& now, const walk_in& asked, const room& into,
                                   night_span nights) {
  if (auto refused = refuse_use(now, into, asked.reservation.text(), nights)) {
    return refused;
  }
  if (auto refused = refuse_out_of_order(into, nights)) {
    return refused;
  }
  return refuse_entry(now, into);
}

reservation_made made(const situation& now, const room_type& type, const walk_in& asked,
                      date arrival) {
  std::vector<night_rate> nights;
  for (date night = arrival; night < asked.departure; night = night.plus_days(1)) {
    nights.push_back({night, asked.rate.value_or(type.rate_on(night))});
  }
  return {asked.reservation, type.id,
          arrival,           asked.departure,
          asked.guest,       with_defaults(asked.guests),
          asked.rate,        asked.meal,
          asked.segment,     asked.channel,
          asked.country,     asked.deposit,
          asked.requests,    std::move(nights),
          now.hotel.currency};
}

money_sum total_of(const std::vector<night_rate>& nights) {
  std::int64_t total = 0;
  for (const night_rate& night : nights) {
    total += night.rate.integer();
  }
  return money_sum::from_integer(total).value_or(money_sum());
}

}  // namespace

decision<event> decide_on(const situation& now, const walk_in& asked) {
  const auto found = now.hotel.find_room_in_service(asked.room.text());
  if (!found) {
    return unknown_room(asked.room);
  }
  if (const stay* open = now.hotel.find_stay(asked.reservation.text())) {
    return reservation_exists(asked.reservation, name_of(open->status));
  }
  const date arrival = asked.arrival.value_or(now.today);
  if (auto refused = refuse_stay(now, asked, arrival)) {
    return *std::move(refused);
  }
  const room& into = now.hotel.at(*found);
  const room_type& type = now.hotel.at(into.type);
  if (auto refused = refuse_guests(asked.reservation, type, with_defaults(asked.guests))) {
    return *std::move(refused);
  }
  if (auto refused = refuse_rate(asked.rate)) {
    return *std::move(refused);
  }
  if (auto refused = refuse_room(now, asked, into, {arrival, asked.departure})) {
    return *std::move(refused);
  }
  if (const auto night = type.first_full_night(arrival, asked.departure)) {
    return no_availability(type, *night);
  }
  reservation_made booking = made(now, type, asked, arrival);
  const money_sum total = total_of(booking.nights);
  return std::vector<event>{std::move(booking), room_assigned{asked.reservation, asked.room},
                            guest_checked_in{asked.reservation, asked.room, type.id, total}};
}

}  // namespace jumak::hotel
