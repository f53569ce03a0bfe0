#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/room_rules.hpp"
#include "domain/hotel/whole_reservation.hpp"

namespace jumak::hotel {
namespace {

/// Somebody who is in the house.
std::optional<refusal> refuse_unless_in_house(const situation& now, const name& reservation) {
  const stay* open = now.hotel.find_stay(reservation.text());
  if (open == nullptr) {
    return unknown_reservation(reservation);
  }
  if (open->status != stay_status::in_house || !open->room) {
    return wrong_state(reservation, *open);
  }
  return std::nullopt;
}

change_stay to_departure(const name& reservation, date departure) {
  change_stay change;
  change.reservation = reservation;
  change.departure = departure;
  return change;
}

}  // namespace

decision<event> decide_on(const situation& now, const move_guest& asked) {
  if (auto refused = refuse_unless_in_house(now, asked.reservation)) {
    return *std::move(refused);
  }
  const stay& open = *now.hotel.find_stay(asked.reservation.text());
  if (open.departure <= now.today) {
    return stay_is_over(asked.reservation, open, now.today);
  }
  const auto wanted = now.hotel.find_room_in_service(asked.room.text());
  if (!wanted) {
    return unknown_room(asked.room);
  }
  if (open.room == wanted) {
    return std::vector<event>{};
  }
  const room& into = now.hotel.at(*wanted);
  const night_span nights{now.today, open.departure};
  if (auto refused = refuse_moving_in(now, into, asked.reservation, nights)) {
    return *std::move(refused);
  }
  const room_type& type = now.hotel.at(into.type);
  const auto full = into.type == open.type ? std::nullopt
                                           : type.first_full_night(nights.from, nights.to);
  if (full) {
    return no_availability(type, *full);
  }
  return std::vector<event>{guest_moved{asked.reservation, now.hotel.at(*open.room).id, asked.room,
                                        type.id, now.today, asked.reason}};
}

decision<event> decide_on(const situation& now, const extend_stay& asked) {
  if (auto refused = refuse_unless_in_house(now, asked.reservation)) {
    return *std::move(refused);
  }
  const stay& open = *now.hotel.find_stay(asked.reservation.text());
  if (asked.departure <= open.departure) {
    return ends_before_it_begins(open.departure, asked.departure);
  }
  change_stay change = to_departure(asked.reservation, asked.departure);
  change.rate = asked.rate;
  return decide_on(now, change);
}

decision<event> decide_on(const situation& now, const shorten_stay& asked) {
  if (auto refused = refuse_unless_in_house(now, asked.reservation)) {
    return *std::move(refused);
  }
  const stay& open = *now.hotel.find_stay(asked.reservation.text());
  if (asked.departure >= open.departure) {
    return ends_before_it_begins(asked.departure, open.departure);
  }
  auto changed = decide_on(now, to_departure(asked.reservation, asked.departure));
  if (!changed || !asked.credit.value_or(false)) {
    return changed;
  }
  const reservation_made before = whole_reservation(now.hotel, asked.reservation);
  const std::int64_t total = cost_from(asked.departure, before.nights);
  const auto credit = money::from_integer(-total);
  if (!credit) {
    return more_than_one_posting(asked.reservation, total);
  }
  if (total != 0) {
    changed->emplace_back(charge_posted{asked.reservation, *credit, nights_given_back()});
  }
  return changed;
}

}  // namespace jumak::hotel
