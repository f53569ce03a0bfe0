#include <algorithm>

#include "core/pack.hpp"
#include "tests/domain/hotel/naive_hotel.hpp"

namespace jumak::hotel::testing {

void naive_hotel::learn_from(const restrictions_set& happened, timestamp) {
  for (const date night : nights_between(happened.from, happened.to)) {
    restrictions_[happened.room_type.text()][night] = happened;
  }
}

restrictions_set naive_hotel::restrictions_on(const std::string& type, date night) const {
  const auto of_type = restrictions_.find(type);
  if (of_type == restrictions_.end() || !of_type->second.contains(night)) {
    return {};
  }
  return of_type->second.at(night);
}

std::string naive_hotel::foretell_for_type(const set_restrictions& asked) const {
  const std::string type = asked.room_type.text();
  if (!max_guests_.contains(type)) {
    return "unknown_room_type";
  }
  const auto nights = nights_between(asked.from, asked.to);
  if (nights.empty()) {
    return "invalid_stay";
  }
  if (asked.min_stay && asked.max_stay && *asked.min_stay > *asked.max_stay) {
    return "invalid_restriction";
  }
  const bool is_so_already = std::ranges::all_of(nights, [&](date night) {
    const restrictions_set now = restrictions_on(type, night);
    return now.stop_sell == asked.stop_sell.value_or(false) &&
           now.closed_to_arrival == asked.closed_to_arrival.value_or(false) &&
           now.closed_to_departure == asked.closed_to_departure.value_or(false) &&
           now.min_stay == asked.min_stay && now.max_stay == asked.max_stay;
  });
  return is_so_already ? "nothing" : "accepted";
}

bool naive_hotel::is_restricted(const std::string& type, date arrival, date departure,
                                const reservation* had) const {
  const bool is_of_type = had != nullptr && had->counted_on == type;
  const bool keeps_arrival = is_of_type && had->arrival == arrival;
  const bool keeps_departure = is_of_type && had->departure == departure;
  if (keeps_arrival && keeps_departure) {
    return false;
  }
  for (const date night : nights_between(arrival, departure)) {
    const bool is_kept = is_of_type && had->arrival <= night && night < had->departure;
    if (!is_kept && restrictions_on(type, night).stop_sell) {
      return true;
    }
  }
  const restrictions_set first = restrictions_on(type, arrival);
  const std::int64_t nights = days_between(arrival, departure);
  return (first.closed_to_arrival && !keeps_arrival) ||
         (restrictions_on(type, departure).closed_to_departure && !keeps_departure) ||
         (first.min_stay && nights < first.min_stay->integer()) ||
         (first.max_stay && nights > first.max_stay->integer());
}

}  // namespace jumak::hotel::testing
