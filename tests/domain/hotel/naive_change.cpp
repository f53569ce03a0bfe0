#include <algorithm>

#include "tests/domain/hotel/naive_hotel.hpp"

namespace jumak::hotel::testing {

std::int64_t naive_hotel::price(const std::string& type, date night) const {
  const auto& set = rates_.at(type);
  const auto found = set.find(night);
  return found == set.end() ? 10000 : found->second;
}

std::vector<night_rate> naive_hotel::prices(const std::string& type, date from, date to,
                                            const std::optional<money>& given) const {
  std::vector<night_rate> nights;
  for (const date night : nights_between(from, to)) {
    nights.push_back({night, given.value_or(money::from_integer(price(type, night)).value())});
  }
  return nights;
}

reservation_made naive_hotel::after_change(const change_stay& asked) const {
  const reservation& one = reservations_.at(asked.reservation.text());
  reservation_made after = one.whole;
  after.room_type = asked.room_type.value_or(after.room_type);
  after.arrival = asked.arrival.value_or(after.arrival);
  after.departure = asked.departure.value_or(after.departure);
  if (asked.guests) {
    after.guests = {asked.guests->adults, asked.guests->children.value_or(guest_count()),
                    asked.guests->infants.value_or(guest_count())};
  }
  after.nights = prices(after.room_type.text(), after.arrival, after.departure, asked.rate);
  if (one.terms && !asked.rate) {
    after.nights = at_percent(after.nights, one.terms->percent);
  }
  for (night_rate& night : after.nights) {
    for (const night_rate& before : one.whole.nights) {
      const bool is_repriced = asked.rate && one.status != "in_house";
      night = before.night == night.night && !is_repriced ? before : night;
    }
  }
  const bool still_holds = std::ranges::all_of(
      after.nights, [&](const night_rate& night) { return night.rate == one.whole.rate; });
  after.rate = asked.rate || !still_holds ? asked.rate : one.whole.rate;
  return after;
}

std::string naive_hotel::foretell_change(const change_stay& asked, const reservation& open,
                                         timestamp now) const {
  const date arrival = asked.arrival.value_or(open.arrival);
  const date departure = asked.departure.value_or(open.departure);
  const std::string type = asked.room_type ? asked.room_type->text() : open.counted_on;
  const bool leaves_in_the_past = departure != open.departure && departure < today(now);
  if (open.status == "in_house" &&
      (arrival != open.arrival || type != open.counted_on || leaves_in_the_past)) {
    return "wrong_state";
  }
  if (!max_guests_.contains(type)) {
    return "unknown_room_type";
  }
  const auto nights = nights_between(arrival, departure);
  const bool is_moved_back = arrival != open.arrival && arrival < today(now).plus_days(-1);
  if (nights.empty() || nights.size() > 366 || is_moved_back) {
    return "invalid_stay";
  }
  const reservation_made after = after_change(asked);
  if (asked.guests || type != open.counted_on) {
    if (after.guests.total() == 0) {
      return "no_guests";
    }
    if (after.guests.total() > max_guests_.at(type)) {
      return "too_many_guests";
    }
  }
  if (asked.rate && asked.rate->integer() < 0) {
    return "invalid_rate";
  }
  std::set<date> added = nights;
  std::erase_if(added, [&](date night) { return open.nights.contains(night); });
  if (!open.room.empty() && !added.empty()) {
    std::set<date> in_room = nights;
    std::erase_if(in_room, [&](date night) { return open.moved_on && night < *open.moved_on; });
    if (is_in_use(open.room, asked.reservation.text(), in_room, now)) {
      return "room_in_use";
    }
    const room& kept = rooms_.at(open.room);
    if (std::ranges::any_of(in_room, [&](date night) { return is_missing(kept, night); })) {
      return "room_out_of_order";
    }
  }
  if (is_full(type, type == open.counted_on ? added : nights)) {
    return "no_availability";
  }
  if (open.status != "in_house" && is_restricted(type, arrival, departure, &open)) {
    return "restricted";
  }
  const bool is_same = after.room_type == open.whole.room_type &&
                       after.guests == open.whole.guests && after.nights == open.whole.nights;
  return is_same ? "nothing" : "accepted";
}

}  // namespace jumak::hotel::testing
