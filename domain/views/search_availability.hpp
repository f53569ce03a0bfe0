#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/names.hpp"
#include "core/read_model.hpp"
#include "core/timestamp.hpp"
#include "domain/views/stay_range.hpp"

/// SearchAvailability: which room types of a hotel, or of all hotels of a city, have a room free on
/// every night of a stay, for that many guests; by currency, price, hotel, room_type.
namespace jumak::hotel::views {

/// Why a room type cannot be booked.
struct obstacle {
  std::string reason;  ///< `full`, `too_many_guests`, or the name of a restriction.
  std::optional<date> on;             ///< The night, or the day of arrival or departure.
  std::optional<std::int64_t> nights;  ///< The least or most, of `min_stay` and `max_stay`.
};
BOOST_DESCRIBE_STRUCT(obstacle, (), (reason, on, nights))

struct availability_item {
  std::string hotel;
  std::string title;
  std::string room_type;
  std::string room_type_title;
  std::int64_t free = 0;   ///< Rooms, the least over the nights; 1 or more if it can be booked.
  std::int64_t price = 0;  ///< Of the whole stay, at the rates set.
  std::string currency;
  std::optional<std::vector<obstacle>> why_not;  ///< If asked for; empty if it can be booked.
};
BOOST_DESCRIBE_STRUCT(availability_item, (),
                      (hotel, title, room_type, room_type_title, free, price, currency,
                       why_not))

/// How many people want to stay together, infants included.
using guests_sought = bounded_integer<struct guests_sought_tag, 1, 100>;

struct search_availability {
  static constexpr std::string_view type = "SearchAvailability";
  using answer = page<availability_item>;
  date arrival;
  date departure;
  guests_sought guests;
  std::optional<name> hotel;
  std::optional<free_text> city;  ///< Exactly as the hotels were registered.
  std::optional<name> room_type;
  std::optional<page_limit> limit;
  std::optional<std::string> cursor;
  std::optional<bool> explain;  ///< Shows also what cannot be booked, and why not.

  [[nodiscard]] static std::optional<std::string> check(const search_availability& query) {
    if (query.hotel.has_value() == query.city.has_value()) {
      return "expected exactly one of \"hotel\" and \"city\"";
    }
    if (auto wrong = check_order(query.arrival, query.departure, "arrival", "departure")) {
      return wrong;
    }
    if (days_between(query.arrival, query.departure) > stay_nights_max) {
      return "expected at most " + std::to_string(stay_nights_max) +
             " nights from \"arrival\" to \"departure\"";
    }
    return std::nullopt;
  }
};
BOOST_DESCRIBE_STRUCT(search_availability, (),
                      (arrival, departure, guests, hotel, city, room_type, limit, cursor, explain))

}  // namespace jumak::hotel::views
