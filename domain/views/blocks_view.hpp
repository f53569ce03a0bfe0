#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "domain/hotel/events.hpp"
#include "domain/views/list_blocks.hpp"
#include "domain/views/numbers.hpp"

namespace jumak::hotel::views {

struct block_row {
  std::string title;
  block_status status = block_status::open;
  type_number type{};
  day_number from = 0;
  std::int64_t rooms = 0;
  date cut_off;
  std::optional<money> rate;
  std::int64_t picked_up = 0;
  std::vector<std::int32_t> left;  ///< By night; kept when it closes.

  [[nodiscard]] day_number to() const noexcept {
    return from + static_cast<day_number>(left.size());
  }
  [[nodiscard]] std::int32_t& left_on(day_number night) {
    return left[static_cast<std::size_t>(night - from)];
  }
};

/// Rooms kept for groups, and who was picked up.
class blocks_view {
 public:
  static auto kept(auto& self) { return std::tie(self.hotels_); }
  [[nodiscard]] std::size_t row_count() const noexcept {
    std::size_t count = 0;
    for (const hotel_blocks& one : hotels_) {
      count += one.blocks.size();
    }
    return count;
  }

  using rows = std::map<std::string, block_row, std::less<>>;

  block_row& add(hotel_number hotel, type_number type, const block_created& happened);
  /// Its nights go to the reservation, or come back.
  block_row& pick_up(hotel_number hotel, const block_picked_up& happened);
  block_row& take_back(hotel_number hotel, const block_returned& happened);
  /// It must be there.
  [[nodiscard]] block_row& row_of(hotel_number hotel, const name& block);

  [[nodiscard]] const rows& of_hotel(hotel_number hotel) const;
  /// The block a reservation was picked up from; empty for all others.
  [[nodiscard]] std::string_view block_of(hotel_number hotel, std::string_view reservation) const;

 private:
  struct hotel_blocks {
    rows blocks;
    std::map<std::string, std::string, std::less<>> picked_up;  ///< By reservation.
  };
  [[nodiscard]] const hotel_blocks& find(hotel_number hotel) const;

  std::vector<hotel_blocks> hotels_;
};

}  // namespace jumak::hotel::views
