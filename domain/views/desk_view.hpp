#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "domain/hotel/events.hpp"
#include "domain/views/day_blocks.hpp"
#include "domain/views/numbers.hpp"
#include "domain/views/reservation_row.hpp"

namespace jumak::hotel::views {

/// Who comes and who is here: confirmed reservations by arrival, those in house by departure.
class desk_view {
 public:
  void apply(reservation_number at, const reservation_row& row, const reservation_made& happened);
  void apply(reservation_number at, const reservation_row& row,
             const reservation_cancelled& happened);
  void apply(reservation_number at, const reservation_row& row,
             const reservation_marked_no_show& happened);
  void apply(reservation_number at, const reservation_row& row, const guest_checked_in& happened);
  void apply(reservation_number at, const reservation_row& row, const guest_checked_out& happened);

  /// In no order.
  [[nodiscard]] std::vector<reservation_number> arrivals(hotel_number hotel, day_number day) const;
  [[nodiscard]] std::vector<reservation_number> departures(hotel_number hotel,
                                                           day_number day) const;
  [[nodiscard]] std::vector<reservation_number> in_house(hotel_number hotel) const;

 private:
  using by_day =
      day_blocks<std::array<std::vector<reservation_number>, day_blocks<int>::block_days>>;
  struct hotel_desk {
    by_day arrivals;
    by_day departures;
  };

  [[nodiscard]] hotel_desk& desk_of(hotel_number hotel);
  void put(by_day& days, day_number day, reservation_number at);
  void take(by_day& days, day_number day, reservation_number at);

  std::vector<hotel_desk> hotels_;
  /// Where each reservation stands in the one list that holds it.
  std::vector<std::uint32_t> places_;
};

}  // namespace jumak::hotel::views
