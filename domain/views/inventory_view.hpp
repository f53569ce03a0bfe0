#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/hotel/events.hpp"
#include "domain/views/night_matrix.hpp"
#include "domain/views/numbers.hpp"
#include "domain/views/reservation_row.hpp"

namespace jumak::hotel::views {

/// What takes and gives rooms of a type on one night.
struct inventory_counts {
  std::int64_t rooms = 0;
  std::int64_t out_of_order = 0;
  std::int64_t overbooking = 0;
  std::int64_t confirmed = 0;
  std::int64_t held = 0;
  std::int64_t in_house = 0;

  [[nodiscard]] std::int64_t free() const noexcept {
    return rooms - out_of_order + overbooking - confirmed - held - in_house;
  }
};

/// A stay somebody wants: the nights `[arrival, departure)`, and how many come.
struct stay_sought {
  day_number arrival = 0;
  day_number departure = 0;
  std::int64_t guests = 0;
};

/// A room type that can be booked for it.
struct offer {
  std::uint32_t currency = 0;  ///< Its letters as a number, in the order of the codes.
  hotel_number hotel{};
  type_number type{};
  std::int32_t free = 0;   ///< The least over the nights.
  std::int64_t price = 0;  ///< Of all nights, at the rates set.
};

/// The inventory of every hotel: per room type and night what is taken, and what it costs. All that
/// a search over many hotels reads is here, in arrays.
class inventory_view {
 public:
  void apply(hotel_number hotel, const hotel_registered& happened);
  void apply(hotel_number hotel, const room_type_defined& happened);
  void apply(hotel_number hotel, type_number type, const room_added& happened);
  void apply(hotel_number hotel, type_number type, const rate_set& happened);
  void apply(const reservation_row& row, const reservation_made& happened);
  void apply(const reservation_row& row, const reservation_cancelled& happened);
  void apply(const reservation_row& row, const reservation_marked_no_show& happened);
  void apply(const reservation_row& row, type_number occupied, const guest_checked_in& happened);
  void apply(const reservation_row& row, const guest_checked_out& happened);

  [[nodiscard]] inventory_counts counts_on(hotel_number hotel, type_number type,
                                           day_number night) const;

  /// Adds an offer for each type of the hotel, or for `only` that one, that is free on every night
  /// and large enough.
  void add_offers(hotel_number hotel, const stay_sought& stay, std::optional<type_number> only,
                  std::vector<offer>& offers) const;

 private:
  static constexpr std::int64_t no_rate = -1;

  struct hotel_inventory {
    std::uint32_t currency = 0;
    std::vector<std::int32_t> rooms;
    std::vector<std::int64_t> guests_max;
    std::vector<std::int64_t> base_rates;
    night_matrix<std::int32_t, 0> taken;     ///< By confirmed and in-house stays together.
    night_matrix<std::int32_t, 0> in_house;  ///< Of the taken ones.
    night_matrix<std::int64_t, no_rate> rates;
  };

  [[nodiscard]] hotel_inventory& inventory_of(hotel_number hotel);

  std::vector<hotel_inventory> hotels_;
};

}  // namespace jumak::hotel::views
