#include "domain/hotel/booking_rules.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/promotions.hpp"
#include "domain/hotel/refusals.hpp"

namespace jumak::hotel {
namespace {

std::optional<refusal> refuse_unless_waiting(const situation& now, const name& reservation) {
  if (const stay* open = now.hotel.find_stay(reservation.text())) {
    return wrong_state(reservation, *open);
  }
  if (now.hotel.waiting().find(reservation.text()) == nullptr) {
    return unknown_reservation(reservation);
  }
  return std::nullopt;
}

}  // namespace

decision<event> decide_on(const situation& now, const join_waitlist& asked) {
  const auto type = type_for(now, asked);
  if (type) {
    return nights_are_free(asked.reservation, **type);
  }
  if (type.error().code != no_availability_code) {
    return tl::unexpected(type.error());
  }
  const room_type& wanted = now.hotel.at(*now.hotel.find_room_type(asked.room_type.text()));
  return std::vector<event>{as_booked<waitlist_joined>(
      now, asked, wanted, asked.arrival, asked.rate,
      priced_nights(wanted, asked.arrival, asked.departure, asked.rate))};
}

decision<event> decide_on(const situation& now, const leave_waitlist& asked) {
  if (auto refused = refuse_unless_waiting(now, asked.reservation)) {
    return *std::move(refused);
  }
  return std::vector<event>{waitlist_left{asked.reservation, waitlist_end::withdrawn}};
}

decision<event> decide_on(const situation& now, const promote_from_waitlist& asked) {
  if (auto refused = refuse_unless_waiting(now, asked.reservation)) {
    return *std::move(refused);
  }
  const waiting_stay& waiting = *now.hotel.waiting().find(asked.reservation.text());
  if (auto refused = refuse_arrival(now, waiting.arrival, waiting.departure)) {
    return *std::move(refused);
  }
  const room_type& type = now.hotel.at(room_type_index(waiting.type));
  if (const auto night = type.first_full_night(waiting.arrival, waiting.departure)) {
    return no_availability(type, *night);
  }
  if (auto refused = refuse_restricted(type, waiting.arrival, waiting.departure)) {
    return *std::move(refused);
  }
  return std::vector<event>{promoted(now, asked.reservation, waiting)};
}

}  // namespace jumak::hotel
