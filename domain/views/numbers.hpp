#pragma once

#include <cstddef>
#include <cstdint>

#include "core/timestamp.hpp"

/// Inside the views everything has a small number in place of its name: rows refer to each other by
/// four bytes. Numbers are given in the order of the log and never leave the process.
namespace jumak::hotel::views {

enum class hotel_number : std::uint32_t {};
enum class type_number : std::uint32_t {};  ///< A room type's place within its hotel.
enum class room_number : std::uint32_t {};  ///< A room's place within its hotel.
enum class reservation_number : std::uint32_t {};
enum class guest_number : std::uint32_t {};
enum class text_number : std::uint32_t {};  ///< In the text pool; 0 is "no text".

inline constexpr room_number no_room{0xFFFF'FFFF};
inline constexpr reservation_number no_reservation{0xFFFF'FFFF};
inline constexpr text_number no_text{0};

template <class Number>
[[nodiscard]] constexpr std::size_t index_of(Number number) noexcept {
  return static_cast<std::size_t>(number);
}

/// Days since 1970-01-01: what dates are while we count with them.
using day_number = std::int32_t;

[[nodiscard]] constexpr day_number day_of(date day) noexcept {
  return static_cast<day_number>(day.packed());
}
[[nodiscard]] constexpr date date_of(day_number day) noexcept {
  return date(std::chrono::sys_days(std::chrono::days(day)));
}

}  // namespace jumak::hotel::views
