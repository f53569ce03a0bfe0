#include "domain/views/desk_view.hpp"

#include "core/assert.hpp"

namespace jumak::hotel::views {
namespace {

reservation_number number_of(reservation_number entry) { return entry; }
reservation_number number_of(const hold_row& entry) { return entry.reservation; }

template <class Days>
std::vector<reservation_number>& list_on(Days& days, day_number day) {
  return days.touch(day)[static_cast<std::size_t>(Days::place_of(day))];
}

template <class Days>
std::vector<reservation_number> list_of(const Days& days, day_number day) {
  const auto* const block = days.find(day);
  return block == nullptr ? std::vector<reservation_number>()
                          : (*block)[static_cast<std::size_t>(Days::place_of(day))];
}

}  // namespace

void desk_view::apply(reservation_number at, const reservation_row& row,
                      const hold_placed& happened) {
  put(desk_of(row.hotel).holds, hold_row{at, happened.expires_at});
}

void desk_view::apply(reservation_number at, const reservation_row& row, const hold_released&) {
  take(desk_of(row.hotel).holds, at);
}

void desk_view::apply(reservation_number at, const reservation_row& row, const hold_expired&) {
  take(desk_of(row.hotel).holds, at);
}

void desk_view::apply(reservation_number at, const reservation_row& row, const reservation_made&) {
  if (row.status == reservation_status::held) {
    take(desk_of(row.hotel).holds, at);
  }
  put(list_on(desk_of(row.hotel).arrivals, row.arrival), at);
}

void desk_view::apply(reservation_number at, const reservation_row& row,
                      const reservation_cancelled&) {
  take(list_on(desk_of(row.hotel).arrivals, row.arrival), at);
}

void desk_view::apply(reservation_number at, const reservation_row& row,
                      const reservation_marked_no_show&) {
  take(list_on(desk_of(row.hotel).arrivals, row.arrival), at);
}

void desk_view::apply(reservation_number at, const reservation_row& row,
                      const stay_changed& happened) {
  hotel_desk& desk = desk_of(row.hotel);
  if (row.status == reservation_status::confirmed) {
    take(list_on(desk.arrivals, row.arrival), at);
    put(list_on(desk.arrivals, day_of(happened.arrival)), at);
  } else if (row.status == reservation_status::in_house) {
    take(list_on(desk.departures, row.departure), at);
    put(list_on(desk.departures, day_of(happened.departure)), at);
  }
}

void desk_view::apply(reservation_number at, const reservation_row& row, const guest_checked_in&) {
  take(list_on(desk_of(row.hotel).arrivals, row.arrival), at);
  put(list_on(desk_of(row.hotel).departures, row.departure), at);
}

void desk_view::apply(reservation_number at, const reservation_row& row, const guest_checked_out&) {
  take(list_on(desk_of(row.hotel).departures, row.departure), at);
}

void desk_view::apply(reservation_number at, const reservation_row& row, const check_in_undone&) {
  take(list_on(desk_of(row.hotel).departures, row.departure), at);
  put(list_on(desk_of(row.hotel).arrivals, row.arrival), at);
}

void desk_view::apply(reservation_number at, const reservation_row& row,
                      const reservation_reinstated&) {
  put(list_on(desk_of(row.hotel).arrivals, row.arrival), at);
}

std::vector<reservation_number> desk_view::holds(hotel_number hotel) const {
  std::vector<reservation_number> everything;
  if (index_of(hotel) < hotels_.size()) {
    for (const hold_row& hold : hotels_[index_of(hotel)].holds) {
      everything.push_back(hold.reservation);
    }
  }
  return everything;
}

std::vector<reservation_number> desk_view::arrivals(hotel_number hotel, day_number day) const {
  return index_of(hotel) < hotels_.size() ? list_of(hotels_[index_of(hotel)].arrivals, day)
                                          : std::vector<reservation_number>();
}

std::vector<reservation_number> desk_view::departures(hotel_number hotel, day_number day) const {
  return index_of(hotel) < hotels_.size() ? list_of(hotels_[index_of(hotel)].departures, day)
                                          : std::vector<reservation_number>();
}

std::vector<reservation_number> desk_view::in_house(hotel_number hotel) const {
  std::vector<reservation_number> everybody;
  if (index_of(hotel) < hotels_.size()) {
    const by_day& days = hotels_[index_of(hotel)].departures;
    for (day_number day = days.first_day(); day < days.end_day(); day += by_day::block_days) {
      if (const auto* const block = days.find(day)) {
        for (const std::vector<reservation_number>& leaving : *block) {
          everybody.insert(everybody.end(), leaving.begin(), leaving.end());
        }
      }
    }
  }
  return everybody;
}

desk_view::hotel_desk& desk_view::desk_of(hotel_number hotel) {
  if (index_of(hotel) >= hotels_.size()) {
    hotels_.resize(index_of(hotel) + 1);
  }
  return hotels_[index_of(hotel)];
}

template <class Entry>
void desk_view::put(std::vector<Entry>& list, Entry entry) {
  const std::size_t at = index_of(number_of(entry));
  if (at >= places_.size()) {
    places_.resize(at + 1);
  }
  places_[at] = static_cast<std::uint32_t>(list.size());
  list.push_back(entry);
}

template <class Entry>
void desk_view::take(std::vector<Entry>& list, reservation_number at) {
  const std::uint32_t place = places_[index_of(at)];
  JUMAK_ASSERT(place < list.size() && number_of(list[place]) == at);
  // The last one takes the free place, so leaving costs the same on a day of any size.
  list[place] = list.back();
  places_[index_of(number_of(list[place]))] = place;
  list.pop_back();
  if (list.empty()) {
    list.shrink_to_fit();  // Most days are over for good.
  }
}

}  // namespace jumak::hotel::views
