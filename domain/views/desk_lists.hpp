#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/names.hpp"
#include "core/read_model.hpp"
#include "core/timestamp.hpp"
#include "domain/views/reservation_status.hpp"

/// The lists of the front desk: who comes, who leaves, who is here. Ordered by reservation.
namespace jumak::hotel::views {

struct guest_name_picture {
  std::string name;
  std::optional<std::string> full_name;
};
BOOST_DESCRIBE_STRUCT(guest_name_picture, (), (name, full_name))

struct stay_item {
  std::string reservation;
  reservation_status status{};
  guest_name_picture guest;
  std::string room_type;
  std::optional<std::string> room;
  /// A room is assigned, clean or inspected, and nobody else is in it.
  bool room_ready = false;
  date arrival;
  date departure;
  std::int64_t balance = 0;
};
BOOST_DESCRIBE_STRUCT(stay_item, (),
                      (reservation, status, guest, room_type, room, room_ready, arrival, departure,
                       balance))

/// Confirmed reservations that arrive on the date.
struct list_arrivals {
  static constexpr std::string_view type = "ListArrivals";
  using answer = page<stay_item>;
  name hotel;
  jumak::date date;
  std::optional<page_limit> limit;
  std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(list_arrivals, (), (hotel, date, limit, cursor))

/// Guests in house whose stay was booked until the date.
struct list_departures {
  static constexpr std::string_view type = "ListDepartures";
  using answer = page<stay_item>;
  name hotel;
  jumak::date date;
  std::optional<page_limit> limit;
  std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(list_departures, (), (hotel, date, limit, cursor))

/// Everybody in house, those past their departure too.
struct list_in_house {
  static constexpr std::string_view type = "ListInHouse";
  using answer = page<stay_item>;
  name hotel;
  std::optional<page_limit> limit;
  std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(list_in_house, (), (hotel, limit, cursor))

}  // namespace jumak::hotel::views
