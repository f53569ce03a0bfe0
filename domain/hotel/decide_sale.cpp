#include "domain/hotel/booking_rules.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/restrictions.hpp"

namespace jumak::hotel {
namespace {

restrictions_set with_defaults(const set_restrictions& asked) {
  return {asked.room_type,
          asked.from,
          asked.to,
          asked.stop_sell.value_or(false),
          asked.closed_to_arrival.value_or(false),
          asked.closed_to_departure.value_or(false),
          asked.min_stay,
          asked.max_stay};
}

}  // namespace

decision<event> decide_on(const situation& now, const set_restrictions& asked) {
  const auto type = now.hotel.find_room_type(asked.room_type.text());
  if (!type) {
    return unknown_room_type(asked.room_type);
  }
  if (auto refused = refuse_range(now, asked.from, asked.to)) {
    return *std::move(refused);
  }
  if (asked.min_stay && asked.max_stay && *asked.min_stay > *asked.max_stay) {
    return least_above_most(*asked.min_stay, *asked.max_stay);
  }
  restrictions_set set = with_defaults(asked);
  const night_steps& before = now.hotel.at(*type).restrictions;
  if (before.is_everywhere(asked.from, asked.to, step_value(set))) {
    return std::vector<event>{};
  }
  return std::vector<event>{std::move(set)};
}

}  // namespace jumak::hotel
