#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"
#include "core/flat_map.hpp"
#include "core/strong_integer.hpp"
#include "core/timestamp.hpp"

namespace jumak::hotel {

/// Rooms kept for a group. What is left of them is taken from everybody else.
struct room_block {
  std::uint64_t type = 0;  ///< Place of the room type.
  date from;
  std::vector<std::uint32_t> left;  ///< By night from `from` on.
  std::optional<money> rate;
  timestamp cut_off_at;
  version own_version;

  [[nodiscard]] date to() const noexcept {
    return from.plus_days(static_cast<std::int64_t>(left.size()));
  }
  /// How many rooms are left for the night; 0 outside the block.
  [[nodiscard]] std::uint32_t left_on(date night) const noexcept {
    const auto place = static_cast<std::uint64_t>(days_between(from, night));
    return place < left.size() ? left[place] : 0;
  }
};
BOOST_DESCRIBE_STRUCT(room_block, (), (type, from, left, rate, cut_off_at, own_version))

/// The open blocks of a hotel, and which reservations were picked up from them.
class room_blocks {
 public:
  [[nodiscard]] bool empty() const noexcept { return open_.empty(); }
  /// Null when there is none, or it is closed.
  [[nodiscard]] const room_block* find(std::string_view block) const;
  [[nodiscard]] room_block* find(std::string_view block);
  /// False, and nothing changed, when the name is in use.
  bool add(std::string_view block, room_block added);
  void close(std::string_view block);

  void pick_up(std::string_view block, std::string_view reservation);
  /// The open block of a reservation picked up; empty for all others.
  [[nodiscard]] std::string_view block_of(std::string_view reservation) const;
  /// It has to do with the block no more.
  void forget(std::string_view reservation);

  [[nodiscard]] const flat_text_map<std::string, room_block>& open() const noexcept {
    return open_;
  }
  [[nodiscard]] const flat_text_map<std::string, std::string>& picked_up() const noexcept {
    return picked_up_;
  }

 private:
  flat_text_map<std::string, room_block> open_;
  flat_text_map<std::string, std::string> picked_up_;  ///< The block of each reservation.
};

}  // namespace jumak::hotel
