#pragma once

#include <cstdint>
#include <vector>

namespace jumak::hotel::views {

/// What happened on one day to one group of reservations, to be added up. 40 bytes, for there is
/// one for each day and group.
struct day_figures {
  std::int32_t made = 0;
  std::int32_t cancelled = 0;
  std::int32_t no_shows = 0;
  std::int32_t stays = 0;
  std::int32_t lead_days = 0;    ///< Of those made, in all.
  std::int32_t nights_kept = 0;  ///< Of the stays, in all.
  std::int32_t sold = 0;         ///< Nights of this date.
  std::int64_t revenue = 0;      ///< Charged for nights of this date.
};

/// Day figures added up, and what was available.
struct figure_sums {
  std::int64_t made = 0;
  std::int64_t cancelled = 0;
  std::int64_t no_shows = 0;
  std::int64_t stays = 0;
  std::int64_t lead_days = 0;
  std::int64_t nights_kept = 0;
  std::int64_t sold = 0;
  std::int64_t revenue = 0;
  std::int64_t available = 0;
  bool seen = false;  ///< Something happened, though it may have been undone.

  void add(const day_figures& figures) noexcept {
    made += figures.made;
    cancelled += figures.cancelled;
    no_shows += figures.no_shows;
    stays += figures.stays;
    lead_days += figures.lead_days;
    nights_kept += figures.nights_kept;
    sold += figures.sold;
    revenue += figures.revenue;
    seen = true;
  }

  /// Adds all but what was available.
  void add(const figure_sums& other) noexcept {
    made += other.made;
    cancelled += other.cancelled;
    no_shows += other.no_shows;
    stays += other.stays;
    lead_days += other.lead_days;
    nights_kept += other.nights_kept;
    sold += other.sold;
    revenue += other.revenue;
    seen = seen || other.seen;
  }
};

}  // namespace jumak::hotel::views
