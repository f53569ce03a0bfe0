#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/timestamp.hpp"
#include "domain/hotel/night_steps.hpp"
#include "domain/hotel/sale_events.hpp"

/// Which stays a hotel does not want to sell although it has the rooms. The restrictions of a room
/// type are night_steps whose values say everything about one night: few ranges, each of one step.
namespace jumak::hotel {

/// Why a stay cannot be booked. The names are the wire's.
enum class restriction : std::uint8_t {
  stop_sell,
  closed_to_arrival,
  closed_to_departure,
  min_stay,
  max_stay,
};
BOOST_DESCRIBE_ENUM(restriction, stop_sell, closed_to_arrival, closed_to_departure, min_stay,
                    max_stay)

[[nodiscard]] std::string_view name_of(restriction what) noexcept;

/// A restriction that a stay does not keep to.
struct violation {
  restriction what{};
  date on;                  ///< The night, or the day of arrival or departure.
  std::int64_t nights = 0;  ///< The least or most of a stay that begins that day; else 0.
  friend bool operator==(const violation&, const violation&) = default;
};

/// The step's value for what holds on each of the nights; 0 if nothing does.
[[nodiscard]] std::int64_t step_value(const restrictions_set& set) noexcept;

/// The first night of `[from, to)` that is closed to sale.
[[nodiscard]] std::optional<date> first_unsold(const night_steps& restrictions, date from, date to);

/// Everything a new stay `[arrival, departure)` would violate, in the order of the enumeration;
/// of the nights closed to sale the first.
[[nodiscard]] std::vector<violation> violations(const night_steps& restrictions, date arrival,
                                                date departure);

}  // namespace jumak::hotel
