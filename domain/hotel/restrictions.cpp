#include "domain/hotel/restrictions.hpp"

#include <boost/describe/enum_to_string.hpp>

namespace jumak::hotel {
namespace {

// A step's value, from the lowest bit on: three flags, then 9 bits each for the least and the most
// nights, 0 where there is no such limit.
constexpr std::int64_t stop_sell_bit = 1;
constexpr std::int64_t no_arrival_bit = 2;
constexpr std::int64_t no_departure_bit = 4;
constexpr int min_stay_shift = 3;
constexpr int max_stay_shift = 12;
constexpr std::int64_t nights_mask = 511;

std::int64_t nights_of(const std::optional<stay_nights>& limit) noexcept {
  return limit ? limit->integer() : 0;
}

}  // namespace

std::string_view name_of(restriction what) noexcept {
  return boost::describe::enum_to_string(what, "");
}

std::int64_t step_value(const restrictions_set& set) noexcept {
  return (set.stop_sell ? stop_sell_bit : 0) | (set.closed_to_arrival ? no_arrival_bit : 0) |
         (set.closed_to_departure ? no_departure_bit : 0) |
         (nights_of(set.min_stay) << min_stay_shift) | (nights_of(set.max_stay) << max_stay_shift);
}

std::optional<date> first_unsold(const night_steps& restrictions, date from, date to) {
  night_steps::walk walk(restrictions, from);
  for (date night = from; night < to; night = night.plus_days(1)) {
    if ((walk.on(night) & stop_sell_bit) != 0) {
      return night;
    }
  }
  return std::nullopt;
}

std::vector<violation> violations(const night_steps& restrictions, date arrival, date departure) {
  std::vector<violation> found;
  if (restrictions.steps().empty()) {
    return found;
  }
  if (const auto night = first_unsold(restrictions, arrival, departure)) {
    found.push_back({restriction::stop_sell, *night, 0});
  }
  const std::int64_t arriving = restrictions.on(arrival);
  if ((arriving & no_arrival_bit) != 0) {
    found.push_back({restriction::closed_to_arrival, arrival, 0});
  }
  if ((restrictions.on(departure) & no_departure_bit) != 0) {
    found.push_back({restriction::closed_to_departure, departure, 0});
  }
  const std::int64_t nights = days_between(arrival, departure);
  const std::int64_t least = (arriving >> min_stay_shift) & nights_mask;
  const std::int64_t most = (arriving >> max_stay_shift) & nights_mask;
  if (nights < least) {
    found.push_back({restriction::min_stay, arrival, least});
  }
  if (most != 0 && nights > most) {
    found.push_back({restriction::max_stay, arrival, most});
  }
  return found;
}

}  // namespace jumak::hotel
