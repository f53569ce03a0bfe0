#include "domain/hotel/booking_rules.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/room_rules.hpp"
#include "domain/hotel/whole_reservation.hpp"

namespace jumak::hotel {
namespace {

/// The stay begins today, or yesterday for the one who comes after midnight, and is not over.
std::optional<refusal> refuse_stay(const situation& now, const walk_in& asked, date arrival) {
  if (auto refused = refuse_new_nights(now, arrival, asked.departure)) {
    return refused;
  }
  if (arrival > now.today || asked.departure <= now.today) {
    return does_not_stay_today(arrival, asked.departure, now.today);
  }
  return std::nullopt;
}

}  // namespace

decision<event> decide_on(const situation& now, const walk_in& asked) {
  const auto found = now.hotel.find_room_in_service(asked.room.text());
  if (!found) {
    return unknown_room(asked.room);
  }
  if (auto refused = refuse_name_in_use(now, asked.reservation)) {
    return *std::move(refused);
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
  if (auto refused = refuse_moving_in(now, into, asked.reservation, {arrival, asked.departure})) {
    return *std::move(refused);
  }
  if (const auto night = type.first_full_night(arrival, asked.departure)) {
    return no_availability(type, *night);
  }
  auto booking = as_booked<reservation_made>(
      now, asked, type, arrival, asked.rate,
      priced_nights(type, arrival, asked.departure, asked.rate));
  const auto total = money_sum::from_integer(cost_from(arrival, booking.nights));
  return std::vector<event>{std::move(booking), room_assigned{asked.reservation, asked.room},
                            guest_checked_in{asked.reservation, asked.room, type.id,
                                             total.value_or(money_sum())}};
}

}  // namespace jumak::hotel
