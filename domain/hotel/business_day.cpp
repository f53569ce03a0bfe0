#include "domain/hotel/business_day.hpp"

#include <date/tz.h>

#include <algorithm>
#include <chrono>
#include <exception>

namespace jumak::hotel {
namespace {

constexpr int years_ahead_max = 5;
constexpr std::chrono::sys_days first_day = std::chrono::year{1} / 1 / 1;
constexpr std::chrono::sys_days last_day = std::chrono::year{9999} / 12 / 31;

std::chrono::seconds offset_of(const ::date::time_zone* zone,
                               std::chrono::sys_seconds moment) noexcept {
  if (zone == nullptr) {
    return {};
  }
  try {
    return zone->get_info(moment).offset;
  } catch (const std::exception&) {
    // The zone's file went away under us; see the header for why that is not the end.
    return {};
  }
}

}  // namespace

const ::date::time_zone* find_zone(std::string_view name) noexcept {
  try {
    return ::date::locate_zone(name);
  } catch (const std::exception&) {
    return nullptr;
  }
}

date business_day(const ::date::time_zone* zone, timestamp moment) noexcept {
  const auto utc = std::chrono::floor<std::chrono::seconds>(moment);
  const auto local = utc + offset_of(zone, utc);
  return date(std::clamp(std::chrono::floor<std::chrono::days>(local), first_day, last_day));
}

timestamp start_of_day(const ::date::time_zone* zone, date day) noexcept {
  const std::chrono::seconds since_epoch = day.days().time_since_epoch();
  if (zone == nullptr) {
    return timestamp(since_epoch);
  }
  try {
    return zone->to_sys(::date::local_seconds(since_epoch), ::date::choose::earliest);
  } catch (const std::exception&) {
    return timestamp(since_epoch);  // See offset_of.
  }
}

date latest_departure(date today) noexcept {
  const std::chrono::year_month_day now(today.days());
  return date(std::chrono::sys_days(now + std::chrono::years(years_ahead_max)));
}

}  // namespace jumak::hotel
