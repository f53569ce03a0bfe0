#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/timestamp.hpp"
#include "domain/hotel/events.hpp"
#include "domain/views/chunked_rows.hpp"
#include "domain/views/number_table.hpp"
#include "domain/views/numbers.hpp"

namespace date {
class time_zone;
}

namespace jumak::hotel::views {

struct room_type_row {
  std::string name;
  std::string title;
};

/// A time zone as this machine's tzdata has it.
struct kept_zone {
  const ::date::time_zone* found = nullptr;  ///< Null when tzdata does not know it.
  std::string name;

  void keep(keeper& out) const { pack_text(out.next(), name); }
  void restore(unpacker& in);
};

struct hotel_row {
  std::string name;
  std::string title;
  std::string city;
  std::string currency;
  kept_zone zone;
  std::vector<room_type_row> types;
  number_table type_numbers;
  timestamp latest;  ///< When the last event happened in it.
};

/// The hotels with their room types: names, titles, cities, time zones.
class hotels_view {
 public:
  static auto kept(auto& self) { return std::tie(self.rows_, self.numbers_, self.by_city_); }

  [[nodiscard]] std::size_t row_count() const noexcept { return rows_.size(); }

  hotel_number apply(std::string_view hotel, const hotel_registered& happened);
  type_number apply(hotel_number hotel, const room_type_defined& happened);
  /// Something happened in the hotel.
  void note(hotel_number hotel, timestamp moment) { rows_[index_of(hotel)].latest = moment; }

  [[nodiscard]] std::optional<hotel_number> find(std::string_view hotel) const;
  [[nodiscard]] std::optional<type_number> find_type(hotel_number hotel,
                                                     std::string_view type) const;
  [[nodiscard]] const hotel_row& operator[](hotel_number hotel) const {
    return rows_[index_of(hotel)];
  }

  /// In the order they were registered; empty for a city without a hotel.
  [[nodiscard]] const std::vector<hotel_number>& hotels_of_city(std::string_view city) const;

  /// The hotel's date at a moment.
  [[nodiscard]] day_number day_at(hotel_number hotel, timestamp moment) const;
  /// The hotel's date as far as its events tell.
  [[nodiscard]] day_number latest_day(hotel_number hotel) const {
    return day_at(hotel, (*this)[hotel].latest);
  }

 private:
  chunked_rows<hotel_row> rows_;
  number_table numbers_;
  std::map<std::string, std::vector<hotel_number>, std::less<>> by_city_;
};

}  // namespace jumak::hotel::views
