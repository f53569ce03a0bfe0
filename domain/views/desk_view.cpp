#include "domain/views/desk_view.hpp"

#include "core/assert.hpp"

namespace jumak::hotel::views {
namespace {

template <class Days>
std::vector<reservation_number> list_of(const Days& days, day_number day) {
  const auto* const block = days.find(day);
  return block == nullptr ? std::vector<reservation_number>()
                          : (*block)[static_cast<std::size_t>(Days::place_of(day))];
}

}  // namespace

void desk_view::apply(reservation_number at, const reservation_row& row, const reservation_made&) {
  put(desk_of(row.hotel).arrivals, row.arrival, at);
}

void desk_view::apply(reservation_number at, const reservation_row& row,
                      const reservation_cancelled&) {
  take(desk_of(row.hotel).arrivals, row.arrival, at);
}

void desk_view::apply(reservation_number at, const reservation_row& row,
                      const reservation_marked_no_show&) {
  take(desk_of(row.hotel).arrivals, row.arrival, at);
}

void desk_view::apply(reservation_number at, const reservation_row& row, const guest_checked_in&) {
  take(desk_of(row.hotel).arrivals, row.arrival, at);
  put(desk_of(row.hotel).departures, row.departure, at);
}

void desk_view::apply(reservation_number at, const reservation_row& row, const guest_checked_out&) {
  take(desk_of(row.hotel).departures, row.departure, at);
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

void desk_view::put(by_day& days, day_number day, reservation_number at) {
  if (index_of(at) >= places_.size()) {
    places_.resize(index_of(at) + 1);
  }
  std::vector<reservation_number>& list =
      days.touch(day)[static_cast<std::size_t>(by_day::place_of(day))];
  places_[index_of(at)] = static_cast<std::uint32_t>(list.size());
  list.push_back(at);
}

void desk_view::take(by_day& days, day_number day, reservation_number at) {
  std::vector<reservation_number>& list =
      days.touch(day)[static_cast<std::size_t>(by_day::place_of(day))];
  const std::uint32_t place = places_[index_of(at)];
  JUMAK_ASSERT(place < list.size() && list[place] == at);
  // The last one takes the free place, so leaving costs the same on a day of any size.
  list[place] = list.back();
  places_[index_of(list[place])] = place;
  list.pop_back();
  if (list.empty()) {
    list.shrink_to_fit();  // Most days are over for good.
  }
}

}  // namespace jumak::hotel::views
