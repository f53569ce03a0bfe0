#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/timestamp.hpp"
#include "domain/hotel/events.hpp"
#include "domain/views/day_blocks.hpp"
#include "domain/views/numbers.hpp"
#include "domain/views/reservation_row.hpp"

namespace jumak::hotel::views {

/// A reservation that is held, and until when.
struct hold_row {
  reservation_number reservation = no_reservation;
  timestamp expires_at;
};

/// Who may come, who comes and who is here: holds, confirmed reservations by arrival, those in
/// house by departure.
class desk_view {
 public:
  static auto kept(auto& self) { return std::tie(self.hotels_, self.places_); }
  /// Reservations that have, or had, a place on the desk.
  [[nodiscard]] std::size_t row_count() const noexcept { return places_.size(); }

  void apply(reservation_number at, const reservation_row& row, const hold_placed& happened);
  void apply(reservation_number at, const reservation_row& row, const hold_released& happened);
  void apply(reservation_number at, const reservation_row& row, const hold_expired& happened);
  void apply(reservation_number at, const reservation_row& row, const reservation_made& happened);
  void apply(reservation_number at, const reservation_row& row,
             const reservation_cancelled& happened);
  void apply(reservation_number at, const reservation_row& row,
             const reservation_marked_no_show& happened);
  void apply(reservation_number at, const reservation_row& row, const stay_changed& happened);
  void apply(reservation_number at, const reservation_row& row, const guest_checked_in& happened);
  void apply(reservation_number at, const reservation_row& row, const guest_checked_out& happened);
  void apply(reservation_number at, const reservation_row& row, const check_in_undone& happened);
  void apply(reservation_number at, const reservation_row& row,
             const reservation_reinstated& happened);

  /// Until when a reservation that is held is held.
  [[nodiscard]] timestamp expires_at(reservation_number at, const reservation_row& row) const {
    return hotels_[index_of(row.hotel)].holds[places_[index_of(at)]].expires_at;
  }

  // In no order.
  [[nodiscard]] std::vector<reservation_number> holds(hotel_number hotel) const;
  [[nodiscard]] std::vector<reservation_number> arrivals(hotel_number hotel, day_number day) const;
  [[nodiscard]] std::vector<reservation_number> departures(hotel_number hotel,
                                                           day_number day) const;
  [[nodiscard]] std::vector<reservation_number> in_house(hotel_number hotel) const;

 private:
  using by_day =
      day_blocks<std::array<std::vector<reservation_number>, day_blocks<int>::block_days>>;
  struct hotel_desk {
    std::vector<hold_row> holds;
    by_day arrivals;
    by_day departures;
    static auto kept(auto& self) {
      return std::tie(self.holds, self.arrivals, self.departures);
    }
  };

  [[nodiscard]] hotel_desk& desk_of(hotel_number hotel);
  template <class Entry>
  void put(std::vector<Entry>& list, Entry entry);
  template <class Entry>
  void take(std::vector<Entry>& list, reservation_number at);

  std::vector<hotel_desk> hotels_;
  /// Where each reservation stands in the one list that holds it.
  std::vector<std::uint32_t> places_;
};

}  // namespace jumak::hotel::views
