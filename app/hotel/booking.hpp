#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"

namespace jumak::app::client {

/// How a booking of the data set ended.
enum class booking_end : std::uint8_t { checked_out, cancelled, no_show };

/// One row of the data set "Hotel booking demand" (Antonio, de Almeida, Nunes, 2019), with dates
/// and money worked out. All dates are in UTC.
struct booking {
  /// The row's number among those of its hotel, from 1, in file order.
  std::uint32_t number = 0;
  std::chrono::sys_days booked;
  std::chrono::sys_days arrival;
  std::int64_t nights = 0;
  std::int64_t adults = 0;
  std::int64_t children = 0;
  std::int64_t infants = 0;
  /// Per night, rounded half away from zero.
  std::int64_t rate_cents = 0;
  std::string reserved_type;
  std::string assigned_type;
  std::string meal;
  std::string segment;
  std::string channel;
  std::string country;
  std::string deposit;
  booking_end end = booking_end::checked_out;
  /// The day on which `end` came about.
  std::chrono::sys_days ended;

  [[nodiscard]] std::chrono::sys_days departure() const {
    return arrival + std::chrono::days(nights);
  }
};

/// Where the columns of a file are. Any order, and more columns than we need, are fine.
class booking_columns {
 public:
  /// `malformed`, naming the column, if one we need is not in the header.
  [[nodiscard]] static result<booking_columns> from_header(const std::vector<std::string>& header);

  /// The row's hotel; empty if the file has no such column.
  [[nodiscard]] std::string_view hotel_of(const std::vector<std::string>& fields) const;
  /// `malformed`, naming column and value, if a row does not hold what the column promises.
  [[nodiscard]] result<booking> read(const std::vector<std::string>& fields,
                                     std::uint32_t number) const;
  [[nodiscard]] bool has_hotel() const noexcept { return hotel_.has_value(); }

 private:
  std::vector<std::size_t> places_;  // in the order of the names in booking.cpp
  std::optional<std::size_t> hotel_;
  std::size_t width_ = 0;
};

/// An amount of euros in cents, rounded to nearest, half away from zero; none if it is no number.
[[nodiscard]] std::optional<std::int64_t> cents_from(std::string_view text);

}  // namespace jumak::app::client
