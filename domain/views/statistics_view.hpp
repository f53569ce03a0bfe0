#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "domain/hotel/events.hpp"
#include "domain/views/day_blocks.hpp"
#include "domain/views/figures.hpp"
#include "domain/views/number_table.hpp"
#include "domain/views/numbers.hpp"
#include "domain/views/reservation_row.hpp"
#include "domain/views/rooms_view.hpp"

namespace jumak::hotel::views {

/// Where a reservation came from: what statistics can be split by, apart from time and room type.
struct market {
  text_number country = no_text;
  text_number segment = no_text;
  text_number channel = no_text;
  friend bool operator==(const market&, const market&) = default;
};

/// Sums of one group over a range of days.
template <class Key>
struct group_sums {
  Key key{};
  figure_sums sums;
};

/// The figures of each hotel, folded per day: once by room type, once by market. A range is
/// answered by adding up its days, never by looking at reservations. Ranges of days are `[from,
/// to)`.
class statistics_view {
 public:
  static auto kept(auto& self) { return std::tie(self.hotels_); }
  /// Markets, as hotels have them.
  [[nodiscard]] std::size_t row_count() const noexcept {
    std::size_t count = 0;
    for (const hotel_statistics& one : hotels_) {
      count += one.markets.size();
    }
    return count;
  }

  void apply(hotel_number hotel, type_number type, day_number today, const room_added& happened);
  /// `nights` were in order until now.
  void apply(hotel_number hotel, const room_row& room, const std::vector<day_span>& nights,
             const room_taken_out_of_order& happened);
  /// `nights` were out of order until now.
  void apply(hotel_number hotel, const room_row& room, const std::vector<day_span>& nights,
             const room_returned_to_service& happened);
  /// `nights` are those from `today` on that were out of order.
  void apply(hotel_number hotel, const room_row& room, day_number today,
             const std::vector<day_span>& nights, const room_retired& happened);
  void apply(const reservation_row& row, day_number today, const reservation_made& happened);
  void apply(const reservation_row& row, day_number today, const reservation_cancelled& happened);
  void apply(const reservation_row& row, day_number today,
             const reservation_marked_no_show& happened);
  void apply(const reservation_row& row, type_number type, const stay_changed& happened);
  void apply(const reservation_row& row, type_number occupied, const guest_checked_in& happened);
  void apply(const reservation_row& row, day_number today, const guest_checked_out& happened);
  void apply(const reservation_row& row, const check_in_undone& happened);
  void apply(const reservation_row& row, type_number type, const guest_moved& happened);

  /// Everything of the hotel, without what was available.
  [[nodiscard]] figure_sums totals(hotel_number hotel, day_number from, day_number to) const;
  /// By room type, in the order of their numbers; types with nothing at the end may be missing.
  [[nodiscard]] std::vector<figure_sums> by_type(hotel_number hotel, day_number from,
                                                 day_number to) const;
  /// By market, those with nothing in the range left out.
  [[nodiscard]] std::vector<group_sums<market>> by_market(hotel_number hotel, day_number from,
                                                          day_number to) const;
  /// Room nights on offer: every room from the day it was added, neither retired nor out of order.
  [[nodiscard]] std::int64_t available(hotel_number hotel, std::optional<type_number> only,
                                       day_number from, day_number to) const;

 private:
  struct cell {
    std::uint32_t group = 0;
    day_figures figures;
  };
  /// Cells by group, ascending: few, and read far more often than made.
  struct day_cells {
    std::vector<cell> by_type;
    std::vector<cell> by_market;
  };
  /// From the day on there are so many rooms more, or less.
  struct rooms_changed {
    day_number day = 0;
    type_number type{};
    std::int64_t count = 0;
  };
  struct hotel_statistics {
    day_blocks<std::array<day_cells, day_blocks<int>::block_days>> days;
    std::vector<rooms_changed> rooms;  ///< By day and type.
    std::vector<market> markets;
    number_table market_numbers;
    static auto kept(auto& self) {
      return std::tie(self.days, self.rooms, self.markets, self.market_numbers);
    }

    std::uint32_t number_of(const market& origin);
    void change_rooms(day_number day, type_number type, std::int64_t count);
    /// On these nights there are so many rooms more, or less, of those that had been added.
    void change_rooms(const room_row& room, const std::vector<day_span>& nights,
                      std::int64_t count);
    template <class Change>
    void change(day_number day, type_number type, std::uint32_t origin, Change&& by);
  };

  [[nodiscard]] hotel_statistics& statistics_of(hotel_number hotel);
  [[nodiscard]] const hotel_statistics* find(hotel_number hotel) const;
  template <class Visit>
  static void for_each_day(const hotel_statistics& statistics, day_number from, day_number to,
                           Visit&& visit);

  std::vector<hotel_statistics> hotels_;
};

}  // namespace jumak::hotel::views
