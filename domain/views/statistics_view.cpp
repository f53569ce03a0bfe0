#include "domain/views/statistics_view.hpp"

#include <algorithm>
#include <utility>

namespace jumak::hotel::views {
namespace {

market market_of(const reservation_row& row) { return {row.country, row.segment, row.channel}; }

/// Mixes three numbers well enough for a table that takes its places from the upper half.
std::uint64_t hash_of(const market& origin) {
  constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15;
  std::uint64_t hash = 0;
  for (const text_number part : {origin.country, origin.segment, origin.channel}) {
    hash = (hash ^ index_of(part)) * odd;
    hash ^= hash >> 29;
  }
  return hash * odd;
}

template <class Cell>
day_figures& figures_of(std::vector<Cell>& cells, std::uint32_t group) {
  auto at = std::ranges::lower_bound(cells, group, {}, &Cell::group);
  if (at == cells.end() || at->group != group) {
    at = cells.insert(at, Cell{group, {}});
  }
  return at->figures;
}

template <class Sums>
Sums& grown_to(std::vector<Sums>& sums, std::size_t index) {
  if (index >= sums.size()) {
    sums.resize(index + 1);
  }
  return sums[index];
}

}  // namespace

std::uint32_t statistics_view::hotel_statistics::number_of(const market& origin) {
  const std::uint64_t hash = hash_of(origin);
  std::uint32_t number = market_numbers.find(
      hash, [&](std::uint32_t candidate) { return markets[candidate] == origin; });
  if (number == number_table::none) {
    number = static_cast<std::uint32_t>(markets.size());
    markets.push_back(origin);
    market_numbers.insert(hash, number);
  }
  return number;
}

template <class Change>
void statistics_view::hotel_statistics::change(day_number day, type_number type,
                                               std::uint32_t origin, Change&& by) {
  using blocks = decltype(days);
  day_cells& cells = days.touch(day)[static_cast<std::size_t>(blocks::place_of(day))];
  by(figures_of(cells.by_type, static_cast<std::uint32_t>(type)));
  by(figures_of(cells.by_market, origin));
}

void statistics_view::hotel_statistics::change_rooms(day_number day, type_number type,
                                                     std::int64_t count) {
  const auto key_of = [](const rooms_changed& each) { return std::pair(each.day, each.type); };
  auto at = std::ranges::lower_bound(rooms, std::pair(day, type), {}, key_of);
  if (at == rooms.end() || key_of(*at) != std::pair(day, type)) {
    at = rooms.insert(at, {day, type, 0});
  }
  at->count += count;
}

void statistics_view::hotel_statistics::change_rooms(const room_row& room,
                                                     const std::vector<day_span>& nights,
                                                     std::int64_t count) {
  for (const day_span& span : nights) {
    // On the nights before it was added the room was not on offer anyway.
    const day_number from = std::max(span.from, room.day_added);
    if (from < span.to) {
      change_rooms(from, room.type, count);
      change_rooms(span.to, room.type, -count);
    }
  }
}

void statistics_view::apply(hotel_number hotel, type_number type, day_number today,
                            const room_added&) {
  statistics_of(hotel).change_rooms(today, type, 1);
}

void statistics_view::apply(hotel_number hotel, const room_row& room,
                            const std::vector<day_span>& nights, const room_taken_out_of_order&) {
  statistics_of(hotel).change_rooms(room, nights, -1);
}

void statistics_view::apply(hotel_number hotel, const room_row& room,
                            const std::vector<day_span>& nights, const room_returned_to_service&) {
  statistics_of(hotel).change_rooms(room, nights, 1);
}

void statistics_view::apply(hotel_number hotel, const room_row& room, day_number today,
                            const std::vector<day_span>& nights, const room_retired&) {
  statistics_of(hotel).change_rooms(room, nights, 1);
  statistics_of(hotel).change_rooms(std::max(today, room.day_added), room.type, -1);
}

void statistics_view::apply(const reservation_row& row, day_number today, const reservation_made&) {
  hotel_statistics& statistics = statistics_of(row.hotel);
  statistics.change(today, row.type_booked, statistics.number_of(market_of(row)),
                    [&](day_figures& figures) {
                      ++figures.made;
                      figures.lead_days += row.arrival - today;
                    });
}

void statistics_view::apply(const reservation_row& row, day_number today,
                            const reservation_cancelled&) {
  hotel_statistics& statistics = statistics_of(row.hotel);
  statistics.change(today, row.type_booked, statistics.number_of(market_of(row)),
                    [](day_figures& figures) { ++figures.cancelled; });
}

void statistics_view::apply(const reservation_row& row, day_number today,
                            const reservation_marked_no_show&) {
  hotel_statistics& statistics = statistics_of(row.hotel);
  statistics.change(today, row.type_booked, statistics.number_of(market_of(row)),
                    [](day_figures& figures) { ++figures.no_shows; });
}

void statistics_view::apply(const reservation_row& row, type_number type,
                            const stay_changed& happened) {
  if (row.status != reservation_status::in_house) {
    return;
  }
  hotel_statistics& statistics = statistics_of(row.hotel);
  const std::uint32_t origin = statistics.number_of(market_of(row));
  // What was charged for a night given back stays charged, so only the night goes.
  for (day_number night = row.arrival; night < row.departure; ++night) {
    if (night < day_of(happened.arrival) || night >= day_of(happened.departure)) {
      statistics.change(night, row.type, origin, [](day_figures& figures) { --figures.sold; });
    }
  }
  for (const night_rate& added : happened.nights) {
    if (!row.has_night(day_of(added.night))) {
      statistics.change(day_of(added.night), type, origin, [&](day_figures& figures) {
        ++figures.sold;
        figures.revenue += added.rate.integer();
      });
    }
  }
}

void statistics_view::apply(const reservation_row& row, type_number occupied,
                            const guest_checked_in&) {
  hotel_statistics& statistics = statistics_of(row.hotel);
  const std::uint32_t origin = statistics.number_of(market_of(row));
  for (day_number night = row.arrival; night < row.departure; ++night) {
    statistics.change(night, occupied, origin, [&](day_figures& figures) {
      ++figures.sold;
      figures.revenue += row.rate_on(night);
    });
  }
}

void statistics_view::apply(const reservation_row& row, day_number today,
                            const guest_checked_out& happened) {
  hotel_statistics& statistics = statistics_of(row.hotel);
  const std::uint32_t origin = statistics.number_of(market_of(row));
  const auto returned = static_cast<day_number>(happened.nights_returned.size());
  statistics.change(today, row.type, origin, [&](day_figures& figures) {
    ++figures.stays;
    figures.nights_kept += row.nights() - returned;
  });
  // What was charged for a night given back stays charged, so only the night goes.
  for (const date night : happened.nights_returned) {
    statistics.change(day_of(night), row.type, origin,
                      [](day_figures& figures) { --figures.sold; });
  }
}

void statistics_view::apply(const reservation_row& row, const check_in_undone&) {
  hotel_statistics& statistics = statistics_of(row.hotel);
  const std::uint32_t origin = statistics.number_of(market_of(row));
  for (day_number night = row.arrival; night < row.departure; ++night) {
    statistics.change(night, row.type, origin, [&](day_figures& figures) {
      --figures.sold;
      figures.revenue -= row.rate_on(night);
    });
  }
}

void statistics_view::apply(const reservation_row& row, type_number type,
                            const guest_moved& happened) {
  hotel_statistics& statistics = statistics_of(row.hotel);
  const std::uint32_t origin = statistics.number_of(market_of(row));
  for (day_number night = std::max(row.arrival, day_of(happened.from)); night < row.departure;
       ++night) {
    statistics.change(night, row.type, origin, [&](day_figures& figures) {
      --figures.sold;
      figures.revenue -= row.rate_on(night);
    });
    statistics.change(night, type, origin, [&](day_figures& figures) {
      ++figures.sold;
      figures.revenue += row.rate_on(night);
    });
  }
}

template <class Visit>
void statistics_view::for_each_day(const hotel_statistics& statistics, day_number from,
                                   day_number to, Visit&& visit) {
  using blocks = decltype(statistics.days);
  using days = std::remove_cvref_t<blocks>;
  const day_number end = std::min(to, statistics.days.end_day());
  for (day_number day = std::max(from, statistics.days.first_day()); day < end;) {
    const auto* const block = statistics.days.find(day);
    const day_number block_end = std::min(end, (days::block_of(day) + 1) * days::block_days);
    for (; block != nullptr && day < block_end; ++day) {
      visit((*block)[static_cast<std::size_t>(days::place_of(day))]);
    }
    day = block_end;
  }
}

figure_sums statistics_view::totals(hotel_number hotel, day_number from, day_number to) const {
  figure_sums sums;
  for (const figure_sums& type : by_type(hotel, from, to)) {
    sums.add(type);
  }
  return sums;
}

std::vector<figure_sums> statistics_view::by_type(hotel_number hotel, day_number from,
                                                  day_number to) const {
  std::vector<figure_sums> sums;
  if (const hotel_statistics* statistics = find(hotel)) {
    for_each_day(*statistics, from, to, [&](const day_cells& cells) {
      for (const cell& type : cells.by_type) {
        grown_to(sums, type.group).add(type.figures);
      }
    });
  }
  return sums;
}

std::vector<group_sums<market>> statistics_view::by_market(hotel_number hotel, day_number from,
                                                           day_number to) const {
  std::vector<group_sums<market>> groups;
  const hotel_statistics* statistics = find(hotel);
  if (statistics == nullptr) {
    return groups;
  }
  groups.resize(statistics->markets.size());
  for (std::size_t number = 0; number < groups.size(); ++number) {
    groups[number].key = statistics->markets[number];
  }
  for_each_day(*statistics, from, to, [&](const day_cells& cells) {
    for (const cell& origin : cells.by_market) {
      groups[origin.group].sums.add(origin.figures);
    }
  });
  std::erase_if(groups, [](const group_sums<market>& group) { return !group.sums.seen; });
  return groups;
}

std::int64_t statistics_view::available(hotel_number hotel, std::optional<type_number> only,
                                        day_number from, day_number to) const {
  std::int64_t nights = 0;
  if (const hotel_statistics* statistics = find(hotel)) {
    for (const rooms_changed& change : statistics->rooms) {
      if (change.day >= to) {
        break;
      }
      if (!only || *only == change.type) {
        nights += change.count * (to - std::max(from, change.day));
      }
    }
  }
  return nights;
}

statistics_view::hotel_statistics& statistics_view::statistics_of(hotel_number hotel) {
  return grown_to(hotels_, index_of(hotel));
}

const statistics_view::hotel_statistics* statistics_view::find(hotel_number hotel) const {
  return index_of(hotel) < hotels_.size() ? &hotels_[index_of(hotel)] : nullptr;
}

}  // namespace jumak::hotel::views
