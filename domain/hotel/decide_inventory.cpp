#include "domain/hotel/business_day.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"

namespace jumak::hotel {
namespace {

/// Most nights one SetRate may cover: from five years back to five years ahead, and some.
constexpr std::int64_t rate_nights_max = 3700;

/// The time zone as an event keeps it.
free_text plain(const time_zone& zone) {
  return free_text::from_text(zone.text()).value_or(free_text());
}

std::optional<refusal> refuse_range(const situation& now, const set_rate& asked) {
  const date latest = latest_departure(now.today);
  if (asked.to <= asked.from) {
    return ends_before_it_begins(asked.from, asked.to);
  }
  if (days_between(asked.from, asked.to) > rate_nights_max) {
    return too_many_nights(asked.from, asked.to, rate_nights_max);
  }
  if (asked.to > latest) {
    return ends_too_far_ahead(asked.from, asked.to, latest);
  }
  return std::nullopt;
}

}  // namespace

decision<event> decide_on(const situation& now, const register_hotel& asked) {
  if (now.hotel.is_registered()) {
    return hotel_exists();
  }
  return std::vector<event>{hotel_registered{asked.title, asked.city, asked.country,
                                             plain(asked.time_zone), asked.currency}};
}

decision<event> decide_on(const situation& now, const define_room_type& asked) {
  if (now.hotel.find_room_type(asked.room_type.text())) {
    return room_type_exists(asked.room_type);
  }
  if (asked.rate.integer() < 0) {
    return invalid_rate(asked.rate);
  }
  return std::vector<event>{
      room_type_defined{asked.room_type, asked.title, asked.max_guests, asked.rate}};
}

decision<event> decide_on(const situation& now, const add_rooms& asked) {
  if (!now.hotel.find_room_type(asked.room_type.text())) {
    return unknown_room_type(asked.room_type);
  }
  std::vector<event> added;
  added.reserve(asked.rooms.items().size());
  for (const name& room : asked.rooms.items()) {
    if (now.hotel.find_room(room.text())) {
      return room_exists(room);
    }
    added.emplace_back(room_added{room, asked.room_type});
  }
  return added;
}

decision<event> decide_on(const situation& now, const set_rate& asked) {
  const auto type = now.hotel.find_room_type(asked.room_type.text());
  if (!type) {
    return unknown_room_type(asked.room_type);
  }
  if (auto refused = refuse_range(now, asked)) {
    return *std::move(refused);
  }
  if (asked.rate.integer() < 0) {
    return invalid_rate(asked.rate);
  }
  const room_type& priced = now.hotel.at(*type);
  if (priced.rates.is_everywhere({asked.from, asked.to, asked.rate}, priced.base_rate)) {
    return std::vector<event>{};
  }
  return std::vector<event>{rate_set{asked.room_type, asked.from, asked.to, asked.rate}};
}

}  // namespace jumak::hotel
