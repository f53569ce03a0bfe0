#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/hotel/events.hpp"
#include "domain/views/absences.hpp"
#include "domain/views/number_table.hpp"
#include "domain/views/numbers.hpp"
#include "domain/views/reservation_row.hpp"

namespace jumak::hotel::views {

/// A confirmed reservation to which a room is assigned.
struct room_arrival {
  day_number arrival = 0;
  reservation_number reservation = no_reservation;
  friend auto operator<=>(const room_arrival&, const room_arrival&) = default;
};

struct room_row {
  std::string name;
  type_number type{};
  day_number day_added = 0;
  room_status status = room_status::clean;
  reservation_number occupant = no_reservation;
  std::vector<room_arrival> arrivals;  ///< Ascending.
  absences out_of_order;
};

/// The rooms: what housekeeping says of them, who is in them, who comes next, and when nobody can
/// have them.
class rooms_view {
 public:
  static auto kept(auto& self) { return std::tie(self.hotels_); }
  /// Rooms, also retired ones.
  [[nodiscard]] std::size_t row_count() const noexcept {
    std::size_t count = 0;
    for (const hotel_rooms& one : hotels_) {
      count += one.rows.size();
    }
    return count;
  }

  void apply(hotel_number hotel, type_number type, day_number today, const room_added& happened);
  void apply(hotel_number hotel, const room_status_set& happened);
  /// The nights that were in order until now.
  std::vector<day_span> apply(hotel_number hotel, room_number room,
                              const room_taken_out_of_order& happened);
  /// The nights that were out of order until now.
  std::vector<day_span> apply(hotel_number hotel, room_number room, day_number today,
                              const room_returned_to_service& happened);
  /// The nights from `today` on that were out of order.
  std::vector<day_span> apply(hotel_number hotel, room_number room, day_number today,
                              const room_retired& happened);
  void apply(reservation_number at, const reservation_row& row,
             const reservation_cancelled& happened);
  void apply(reservation_number at, const reservation_row& row,
             const reservation_marked_no_show& happened);
  void apply(reservation_number at, const reservation_row& row, room_number room,
             const room_assigned& happened);
  void apply(reservation_number at, const reservation_row& row, const room_unassigned& happened);
  void apply(reservation_number at, const reservation_row& row, const stay_changed& happened);
  void apply(reservation_number at, const reservation_row& row, const guest_checked_in& happened);
  void apply(reservation_number at, const reservation_row& row, const guest_checked_out& happened);
  void apply(reservation_number at, const reservation_row& row, const check_in_undone& happened);
  void apply(reservation_number at, const reservation_row& row, room_number into,
             const guest_moved& happened);

  [[nodiscard]] std::optional<room_number> find(hotel_number hotel, std::string_view room) const;
  [[nodiscard]] const room_row& room_of(hotel_number hotel, room_number room) const;
  /// All rooms of a hotel that were not retired, by name ascending.
  [[nodiscard]] const std::vector<room_number>& rooms_by_name(hotel_number hotel) const;

 private:
  struct hotel_rooms {
    std::vector<room_row> rows;
    number_table numbers;
    std::vector<room_number> by_name;
  };

  [[nodiscard]] const hotel_rooms* rooms_of(hotel_number hotel) const;
  [[nodiscard]] room_row& row_of(hotel_number hotel, room_number room);
  void expect_arrival(day_number arrival, reservation_number at, const reservation_row& row,
                      room_number room);
  void forget_arrival(reservation_number at, const reservation_row& row);

  std::vector<hotel_rooms> hotels_;
};

}  // namespace jumak::hotel::views
