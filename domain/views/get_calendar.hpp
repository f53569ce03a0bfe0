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

/// GetCalendar: the inventory of a room type, night by night, as the rules count it.
namespace jumak::hotel::views {

/// `free` = rooms - out_of_order + overbooking - confirmed - held - in_house
/// - blocked. A night stayed
/// remains counted as in_house. `rooms` is the same on every night: a room serves any night, also
/// one before it was added, because a walk-in after midnight books yesterday.
struct calendar_night {
  date night;
  std::int64_t rooms = 0;
  std::int64_t out_of_order = 0;
  std::int64_t overbooking = 0;
  std::int64_t confirmed = 0;
  std::int64_t held = 0;
  std::int64_t in_house = 0;
  std::int64_t free = 0;
  std::optional<std::int64_t> blocked;  ///< Kept for groups, and not free; absent if none is.
};
BOOST_DESCRIBE_STRUCT(calendar_night, (),
                      (night, rooms, out_of_order, overbooking, confirmed, held, in_house, free,
                       blocked))

struct get_calendar {
  static constexpr std::string_view type = "GetCalendar";
  using answer = page<calendar_night>;
  name hotel;
  name room_type;
  date from;
  date to;
  std::optional<page_limit> limit;
  std::optional<std::string> cursor;

  [[nodiscard]] static std::optional<std::string> check(const get_calendar& query) {
    return check_order(query.from, query.to, "from", "to");
  }
};
BOOST_DESCRIBE_STRUCT(get_calendar, (), (hotel, room_type, from, to, limit, cursor))

}  // namespace jumak::hotel::views
