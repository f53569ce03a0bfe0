#include <algorithm>

#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/room_rules.hpp"

namespace jumak::hotel {
namespace {

money_sum sum(std::int64_t amount) {
  return money_sum::from_integer(amount).value_or(money_sum());
}

/// The first night of the stay that has no place left in the type it would move to.
std::optional<date> night_without_place(const situation& now, const stay& moving,
                                        room_type_index to) {
  if (moving.type == to) {
    return std::nullopt;
  }
  return now.hotel.at(to).first_full_night(moving.arrival, moving.departure);
}

/// An early departure gives back the nights from today on, on the day of arrival all of them.
std::vector<date> nights_left(const situation& now, const stay& leaving) {
  std::vector<date> nights;
  for (date night = std::max(now.today, leaving.arrival); night < leaving.departure;
       night = night.plus_days(1)) {
    nights.push_back(night);
  }
  return nights;
}

}  // namespace

decision<event> decide_on(const situation& now, const check_in& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (open->status != stay_status::confirmed) {
    return wrong_state(asked.reservation, *open);
  }
  if (now.today >= open->departure) {
    return stay_is_over(asked.reservation, *open, now.today);
  }
  if (now.today < open->arrival) {
    return too_early(asked.reservation, *open, now.today);
  }
  if (!open->room) {
    return no_room_assigned(asked.reservation);
  }
  const room& into = now.hotel.at(*open->room);
  if (auto refused = refuse_entry(now, into)) {
    return *std::move(refused);
  }
  const room_type& type = now.hotel.at(into.type);
  if (const auto night = night_without_place(now, *open, into.type)) {
    return no_availability(type, *night);
  }
  return std::vector<event>{
      guest_checked_in{asked.reservation, into.id, type.id, sum(open->details.nights_total())}};
}

decision<event> decide_on(const situation& now, const check_out& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (open->status != stay_status::in_house) {
    return wrong_state(asked.reservation, *open);
  }
  const std::int64_t balance = open->charged - open->paid;
  if (balance != 0 && !asked.override_reason) {
    return open_balance(asked.reservation, *open);
  }
  const name room = open->room ? now.hotel.at(*open->room).id : name();
  return std::vector<event>{guest_checked_out{asked.reservation, room, nights_left(now, *open),
                                              sum(balance), asked.override_reason}};
}

}  // namespace jumak::hotel
