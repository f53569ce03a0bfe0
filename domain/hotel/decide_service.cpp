#include <algorithm>

#include "domain/hotel/booking_rules.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/room_rules.hpp"

namespace jumak::hotel {
namespace {

/// The first of these nights from today on whose stays need the room, whoever will sleep in it.
std::optional<date> night_oversold_without(const situation& now, const room& missing,
                                           night_span nights) {
  const room_type& type = now.hotel.at(missing.type);
  const date end = std::min(nights.to, type.taken.end());
  for (date night = std::max(nights.from, now.today); night < end; night = night.plus_days(1)) {
    const bool is_counted = !missing.out_of_order.contains(night);
    if (is_counted && type.taken.on(night) >= type.capacity_on(night)) {
      return night;
    }
  }
  return std::nullopt;
}

/// The hotel cannot do without the room on one of the nights.
std::optional<refusal> refuse_absence(const situation& now, const room& missing,
                                      night_span nights) {
  if (auto refused = refuse_use(now, missing, {}, nights)) {
    return refused;
  }
  if (const auto night = night_oversold_without(now, missing, nights)) {
    return would_oversell(now.hotel.at(missing.type), *night);
  }
  return std::nullopt;
}

}  // namespace

decision<event> decide_on(const situation& now, const retire_room& asked) {
  const auto found = now.hotel.find_room_in_service(asked.room.text());
  if (!found) {
    return unknown_room(asked.room);
  }
  if (auto refused = refuse_absence(now, now.hotel.at(*found), {now.today, end_of_nights})) {
    return *std::move(refused);
  }
  return std::vector<event>{room_retired{asked.room}};
}

decision<event> decide_on(const situation& now, const take_room_out_of_order& asked) {
  const auto found = now.hotel.find_room_in_service(asked.room.text());
  if (!found) {
    return unknown_room(asked.room);
  }
  if (auto refused = refuse_range(now, asked.from, asked.to)) {
    return *std::move(refused);
  }
  if (auto refused = refuse_absence(now, now.hotel.at(*found), {asked.from, asked.to})) {
    return *std::move(refused);
  }
  return std::vector<event>{
      room_taken_out_of_order{asked.room, asked.from, asked.to, asked.reason}};
}

decision<event> decide_on(const situation& now, const return_room_to_service& asked) {
  const auto found = now.hotel.find_room_in_service(asked.room.text());
  if (!found) {
    return unknown_room(asked.room);
  }
  if (!now.hotel.at(*found).out_of_order.first_in(now.today, end_of_nights)) {
    return std::vector<event>{};
  }
  return std::vector<event>{room_returned_to_service{asked.room}};
}

}  // namespace jumak::hotel
