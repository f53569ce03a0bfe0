#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/names.hpp"
#include "core/read_model.hpp"
#include "core/timestamp.hpp"
#include "domain/views/stay_range.hpp"

/// SearchAvailability: which room types of a hotel, or of all hotels of a city, have a room free on
/// every night of a stay, for that many guests; by currency, price, hotel, room_type.
namespace jumak::hotel::views {

struct availability_item {
  std::string hotel;
  std::string title;
  std::string room_type;
  std::string room_type_title;
  std::int64_t free = 0;   ///< Rooms, the least over the nights; 1 or more.
  std::int64_t price = 0;  ///< Of the whole stay, at the rates set.
  std::string currency;
};
BOOST_DESCRIBE_STRUCT(availability_item, (),
                      (hotel, title, room_type, room_type_title, free, price, currency))

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
                      (arrival, departure, guests, hotel, city, room_type, limit, cursor))

}  // namespace jumak::hotel::views
