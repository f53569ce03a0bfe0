#pragma once

#include <string_view>

#include "core/timestamp.hpp"

namespace date {
class time_zone;
}

/// A hotel's own calendar: which day it is there, and how far ahead it plans.
namespace jumak::hotel {

/// The zone of that name, or null when this machine's tzdata does not know it. Never throws; any
/// thread.
[[nodiscard]] const ::date::time_zone* find_zone(std::string_view name) noexcept;

/// The date at the moment in the zone, within the years 0001 to 9999. Without a zone it is the date
/// in UTC: a log may have come from a machine whose tzdata knew more, and its hotels must stay
/// usable.
[[nodiscard]] date business_day(const ::date::time_zone* zone, timestamp moment) noexcept;

/// When the day begins in the zone: where midnight does not exist, the first moment after it.
/// Without a zone it is midnight in UTC.
[[nodiscard]] timestamp start_of_day(const ::date::time_zone* zone, date day) noexcept;

/// The last day on which a stay may end, or a rate: five years from today (29 February counts as 1
/// March).
[[nodiscard]] date latest_departure(date today) noexcept;

}  // namespace jumak::hotel
