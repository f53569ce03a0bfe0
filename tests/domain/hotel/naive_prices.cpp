#include <algorithm>

#include "tests/domain/hotel/naive_hotel.hpp"

namespace jumak::hotel::testing {
namespace {

std::string accepted(bool is_nothing_to_do) { return is_nothing_to_do ? "nothing" : "accepted"; }

}  // namespace

std::string naive_hotel::foretell_for_type(const set_rate& asked) const {
  if (!max_guests_.contains(asked.room_type.text())) {
    return "unknown_room_type";
  }
  const auto nights = nights_between(asked.from, asked.to);
  if (nights.empty()) {
    return "invalid_stay";
  }
  return asked.rate.integer() < 0
             ? "invalid_rate"
             : accepted(std::ranges::all_of(nights, [&](date night) {
                 return price(asked.room_type.text(), night) == asked.rate.integer();
               }));
}

std::string naive_hotel::foretell_for_type(const set_overbooking& asked, timestamp now) const {
  const std::string type = asked.room_type.text();
  if (!max_guests_.contains(type)) {
    return "unknown_room_type";
  }
  const auto nights = nights_between(asked.from, asked.to);
  if (nights.empty()) {
    return "invalid_stay";
  }
  const bool oversells = std::ranges::any_of(nights, [&](date night) {
    const std::int64_t rooms = capacity(type, night) - overbooking(type, night);
    return night >= today(now) && taken(type, night) > rooms + asked.rooms.integer();
  });
  return oversells ? "would_oversell"
                   : accepted(std::ranges::all_of(nights, [&](date night) {
                       return overbooking(type, night) == asked.rooms.integer();
                     }));
}

}  // namespace jumak::hotel::testing
