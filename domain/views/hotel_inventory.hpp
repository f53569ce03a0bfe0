#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/hotel/night_steps.hpp"
#include "domain/hotel/restrictions.hpp"
#include "domain/views/night_matrix.hpp"
#include "domain/views/numbers.hpp"

namespace jumak::hotel::views {

/// What takes and gives rooms of a type on one night.
struct inventory_counts {
  std::int64_t rooms = 0;
  std::int64_t out_of_order = 0;
  std::int64_t overbooking = 0;
  std::int64_t confirmed = 0;
  std::int64_t held = 0;
  std::int64_t in_house = 0;
  std::int64_t blocked = 0;  ///< Kept for groups and not picked up.

  [[nodiscard]] std::int64_t free() const noexcept {
    return rooms - out_of_order + overbooking - confirmed - held - in_house - blocked;
  }
};

/// A stay somebody wants: the nights `[arrival, departure)`, and how many come.
struct stay_sought {
  day_number arrival = 0;
  day_number departure = 0;
  std::int64_t guests = 0;
  bool only_bookable = true;  ///< Else every type is told of.
};

/// A room type that can be booked for it.
struct offer {
  std::uint32_t currency = 0;  ///< Its letters as a number, in the order of the codes.
  hotel_number hotel{};
  type_number type{};
  std::int32_t free = 0;   ///< Rooms, or below 1 if there is none; the least over the nights.
  std::int64_t price = 0;  ///< Of all nights, at the rates set.
};

/// A room that is gone, from the day on.
struct room_gone {
  day_number day = 0;
  type_number type{};
};

/// Per room type and night of one hotel what is taken, and what it costs. A booking changes one
/// number a night, and a search reads one and a rate: the other counts are for the calendar.
struct hotel_inventory {
  static constexpr std::int64_t no_rate = -1;
  using night_counts = night_matrix<std::int32_t, 0>;

  std::uint32_t currency = 0;
  std::vector<std::int32_t> rooms;  ///< By type; those that are gone are not in it.
  std::vector<std::int64_t> guests_max;
  std::vector<std::int64_t> base_rates;
  /// What is not to be had of the rooms: nights of held, confirmed and in-house stays and of rooms
  /// out of order, less the overbooking. Below 0 where the overbooking is not used.
  night_counts taken;
  night_counts held;          ///< Of the taken ones.
  night_counts in_house;      ///< Of the taken ones.
  night_counts out_of_order;  ///< Of the taken ones.
  night_counts blocked;       ///< Of the taken ones.
  night_counts overbooking;
  night_matrix<std::int64_t, no_rate> rates;
  std::vector<night_steps> restrictions;  ///< By type; of those behind its end there are none.
  std::vector<room_gone> gone;
  day_number gone_until = 0;  ///< From this day on there are as many rooms as in `rooms`.

  static auto kept(auto& self) {
    return std::tie(self.currency, self.rooms, self.guests_max, self.base_rates, self.taken,
                    self.held, self.in_house, self.out_of_order, self.blocked, self.overbooking,
                    self.rates, self.restrictions, self.gone, self.gone_until);
  }

  [[nodiscard]] inventory_counts counts_on(type_number type, day_number night) const;

  /// What the stay would violate in the type.
  [[nodiscard]] std::vector<violation> violations_by(const stay_sought& stay,
                                                     type_number type) const;
  /// The first night of the stay on which the type has no room left.
  [[nodiscard]] std::optional<day_number> full_night(const stay_sought& stay,
                                                     type_number type) const;

  /// Adds an offer for each type, or for `only` that one, that is free on every night and large
  /// enough.
  void add_offers(hotel_number hotel, const stay_sought& stay, std::optional<type_number> only,
                  std::vector<offer>& offers) const;
};

}  // namespace jumak::hotel::views
