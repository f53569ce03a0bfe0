#include "domain/hotel/business_day.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/whole_reservation.hpp"

namespace jumak::hotel {

decision<event> decide_on(const situation& now, const undo_check_in& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (open->status != stay_status::in_house || !open->room) {
    return wrong_state(asked.reservation, *open);
  }
  const room& from = now.hotel.at(*open->room);
  const date since = business_day(now.hotel.zone, from.occupied_since);
  if (since != now.today || now.hotel.moved_on(asked.reservation.text())) {
    return too_late(asked.reservation, since, now.today);
  }
  const std::int64_t nights = open->details.nights_total();
  if (open->charged != nights) {
    return has_charges(asked.reservation, *open, nights);
  }
  return std::vector<event>{
      check_in_undone{asked.reservation, from.id, now.hotel.at(open->type).id,
                      money_sum::from_integer(nights).value_or(money_sum())}};
}

decision<event> decide_on(const situation& now, const reinstate_reservation& asked) {
  if (const stay* open = now.hotel.find_stay(asked.reservation.text())) {
    return wrong_state(asked.reservation, *open);
  }
  const ended_stay* ended = now.hotel.ended().find(asked.reservation.text(), now.moment);
  if (ended == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (ended->departure <= now.today) {
    return does_not_stay_today(ended->arrival, ended->departure, now.today);
  }
  const room_type& type = now.hotel.at(room_type_index(ended->type));
  if (const auto night = type.first_full_night(ended->arrival, ended->departure)) {
    return no_availability(type, *night);
  }
  return std::vector<event>{as_reinstated(now.hotel, asked.reservation, *ended)};
}

}  // namespace jumak::hotel
