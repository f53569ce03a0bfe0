#pragma once

#include <optional>
#include <vector>

#include "domain/hotel/events.hpp"
#include "domain/views/absences.hpp"
#include "domain/views/hotel_inventory.hpp"
#include "domain/views/numbers.hpp"
#include "domain/views/reservation_row.hpp"

namespace jumak::hotel::views {

/// The inventory of every hotel: per room type and night what is taken, and what it costs. All that
/// a search over many hotels reads is here, in arrays. Rows are as they were before the event, but
/// for a reservation's first.
class inventory_view {
 public:
  static auto kept(auto& self) { return std::tie(self.hotels_); }
  /// Room types.
  [[nodiscard]] std::size_t row_count() const noexcept {
    std::size_t count = 0;
    for (const hotel_inventory& one : hotels_) {
      count += one.rooms.size();
    }
    return count;
  }

  void apply(hotel_number hotel, const hotel_registered& happened);
  void apply(hotel_number hotel, const room_type_defined& happened);
  void apply(hotel_number hotel, type_number type, const room_added& happened);
  void apply(hotel_number hotel, type_number type, const rate_set& happened);
  void apply(hotel_number hotel, type_number type, const overbooking_set& happened);
  void apply(hotel_number hotel, type_number type, const restrictions_set& happened);
  /// `nights` were in order until now.
  void apply(hotel_number hotel, type_number type, const std::vector<day_span>& nights,
             const room_taken_out_of_order& happened);
  /// `nights` were out of order until now.
  void apply(hotel_number hotel, type_number type, const std::vector<day_span>& nights,
             const room_returned_to_service& happened);
  /// `nights` are those from `today` on that were out of order.
  void apply(hotel_number hotel, type_number type, day_number today,
             const std::vector<day_span>& nights, const room_retired& happened);
  void apply(const reservation_row& row, const hold_placed& happened);
  void apply(const reservation_row& row, const hold_released& happened);
  void apply(const reservation_row& row, const hold_expired& happened);
  void apply(const reservation_row& row, const reservation_made& happened);
  void apply(const reservation_row& row, type_number type, const stay_changed& happened);
  void apply(const reservation_row& row, const reservation_cancelled& happened);
  void apply(const reservation_row& row, const reservation_marked_no_show& happened);
  void apply(const reservation_row& row, type_number occupied, const guest_checked_in& happened);
  void apply(const reservation_row& row, const guest_checked_out& happened);
  void apply(const reservation_row& row, const check_in_undone& happened);
  void apply(const reservation_row& row, type_number type, const guest_moved& happened);
  void apply(const reservation_row& row, const reservation_reinstated& happened);

  /// So many rooms more, or less, are kept for a group that night.
  void block(hotel_number hotel, type_number type, day_number night, std::int32_t rooms);

  [[nodiscard]] inventory_counts counts_on(hotel_number hotel, type_number type,
                                           day_number night) const;

  /// Adds an offer for each type of the hotel, or for `only` that one, that is free on every night
  /// and large enough.
  void add_offers(hotel_number hotel, const stay_sought& stay, std::optional<type_number> only,
                  std::vector<offer>& offers) const;

  /// Of a hotel that has room types.
  [[nodiscard]] const hotel_inventory& of_hotel(hotel_number hotel) const {
    return hotels_[index_of(hotel)];
  }

 private:
  [[nodiscard]] hotel_inventory& inventory_of(hotel_number hotel);

  std::vector<hotel_inventory> hotels_;
};

}  // namespace jumak::hotel::views
