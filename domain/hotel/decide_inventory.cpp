#include <algorithm>

#include "domain/hotel/booking_rules.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"

namespace jumak::hotel {
namespace {

/// The time zone as an event keeps it.
free_text plain(const time_zone& zone) {
  return free_text::from_text(zone.text()).value_or(free_text());
}

/// The first night of `[from, to)` from today on that would be oversold with such an overbooking.
std::optional<date> night_oversold(const situation& now, const room_type& type,
                                   const set_overbooking& asked) {
  const date end = std::min(asked.to, type.taken.end());
  for (date night = std::max(asked.from, now.today); night < end; night = night.plus_days(1)) {
    const std::int64_t places = type.rooms - type.out_of_service.on(night) + asked.rooms.integer();
    if (type.taken.on(night) > places) {
      return night;
    }
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
  if (auto refused = refuse_range(now, asked.from, asked.to)) {
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

decision<event> decide_on(const situation& now, const set_overbooking& asked) {
  const auto found = now.hotel.find_room_type(asked.room_type.text());
  if (!found) {
    return unknown_room_type(asked.room_type);
  }
  if (auto refused = refuse_range(now, asked.from, asked.to)) {
    return *std::move(refused);
  }
  const room_type& type = now.hotel.at(*found);
  if (const auto night = night_oversold(now, type, asked)) {
    return would_oversell(type, *night);
  }
  if (type.overbooking.is_everywhere(asked.from, asked.to, asked.rooms.integer())) {
    return std::vector<event>{};
  }
  return std::vector<event>{
      overbooking_set{asked.room_type, asked.from, asked.to, asked.rooms}};
}

}  // namespace jumak::hotel
