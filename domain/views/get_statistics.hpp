#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/names.hpp"
#include "core/timestamp.hpp"
#include "domain/views/decimal4.hpp"
#include "domain/views/stay_range.hpp"

/// GetStatistics: the figures of a hotel over the days `[from, to)`. What happened counts on the
/// hotel's date at which it happened, a night on its own date. Money in whole minor units.
namespace jumak::hotel::views {

/// How the figures are split. `day` and `month` list every one of the range and `room_type` every
/// type of the hotel; the others list what was seen in the range, "" being reservations that name
/// none.
enum class statistics_split : std::uint8_t { day, month, room_type, country, segment, channel };
BOOST_DESCRIBE_ENUM(statistics_split, day, month, room_type, country, segment, channel)

struct statistics_item {
  std::string key;  ///< `2026-11-22`, `2026-11`, or the name.
  std::int64_t made = 0;
  std::int64_t cancelled = 0;
  std::int64_t no_shows = 0;
  std::int64_t stays = 0;
  decimal4 average_lead_days;
  decimal4 average_stay;
  std::int64_t room_nights_sold = 0;
  std::int64_t room_revenue = 0;
  std::int64_t room_nights_available = 0;
  decimal4 occupancy;
  decimal4 adr;
  decimal4 revpar;
};
BOOST_DESCRIBE_STRUCT(statistics_item, (),
                      (key, made, cancelled, no_shows, stays, average_lead_days, average_stay,
                       room_nights_sold, room_revenue, room_nights_available, occupancy, adr,
                       revpar))

struct statistics_answer {
  std::int64_t made = 0;
  std::int64_t cancelled = 0;
  std::int64_t no_shows = 0;
  std::int64_t stays = 0;
  decimal4 average_lead_days;
  decimal4 average_stay;
  std::int64_t room_nights_sold = 0;
  std::int64_t room_revenue = 0;
  std::int64_t room_nights_available = 0;
  decimal4 occupancy;
  decimal4 adr;
  decimal4 revpar;
  std::optional<std::vector<statistics_item>> items;  ///< With `by`, keys ascending.
};
BOOST_DESCRIBE_STRUCT(statistics_answer, (),
                      (made, cancelled, no_shows, stays, average_lead_days, average_stay,
                       room_nights_sold, room_revenue, room_nights_available, occupancy, adr,
                       revpar, items))

struct get_statistics {
  static constexpr std::string_view type = "GetStatistics";
  using answer = statistics_answer;
  /// Bounds the items by day or month: ten years of days.
  static constexpr std::int64_t periods_max = 3'700;

  name hotel;
  date from;
  date to;
  std::optional<statistics_split> by;

  [[nodiscard]] static std::optional<std::string> check(const get_statistics& query);
};
BOOST_DESCRIBE_STRUCT(get_statistics, (), (hotel, from, to, by))

}  // namespace jumak::hotel::views
