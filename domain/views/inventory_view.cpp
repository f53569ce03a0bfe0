#include "domain/views/inventory_view.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace jumak::hotel::views {
namespace {

template <class Matrix, class Number>
void add_on_all_nights(Matrix& matrix, const reservation_row& row, type_number type, Number count) {
  for (day_number night = row.arrival; night < row.departure; ++night) {
    matrix.at(night, type) += count;
  }
}

/// Types are searched in slices of this many, so that the sums stay on the stack.
constexpr std::size_t slice_types = 32;
template <class Number>
using slice_of = std::array<Number, slice_types>;

/// The part of a matrix row that belongs to the slice; it may be shorter than the slice.
template <class Number>
std::span<const Number> slice_row(std::span<const Number> row, std::size_t first,
                                  std::size_t count) {
  return first < row.size() ? row.subspan(first, std::min(count, row.size() - first))
                            : std::span<const Number>();
}

template <class Matrix>
slice_of<std::int32_t> most_taken(const Matrix& taken, const stay_sought& stay, std::size_t first,
                                  std::size_t count) {
  slice_of<std::int32_t> most{};
  for (day_number night = stay.arrival; night < stay.departure; ++night) {
    const auto row = slice_row(taken.row(night), first, count);
    for (std::size_t at = 0; at < row.size(); ++at) {
      most[at] = std::max(most[at], row[at]);
    }
  }
  return most;
}

template <class Matrix>
slice_of<std::int64_t> prices(const Matrix& rates, const std::vector<std::int64_t>& base_rates,
                              const stay_sought& stay, std::size_t first, std::size_t count) {
  slice_of<std::int64_t> sums{};
  for (day_number night = stay.arrival; night < stay.departure; ++night) {
    const auto row = slice_row(rates.row(night), first, count);
    for (std::size_t at = 0; at < count; ++at) {
      const bool is_set = at < row.size() && row[at] >= 0;
      sums[at] += is_set ? row[at] : base_rates[first + at];
    }
  }
  return sums;
}

}  // namespace

void inventory_view::apply(hotel_number hotel, const hotel_registered& happened) {
  std::uint32_t letters = 0;
  for (const char letter : happened.currency.text()) {
    letters = letters * 256 + static_cast<unsigned char>(letter);
  }
  inventory_of(hotel).currency = letters;
}

void inventory_view::apply(hotel_number hotel, const room_type_defined& happened) {
  hotel_inventory& inventory = inventory_of(hotel);
  inventory.rooms.push_back(0);
  inventory.guests_max.push_back(happened.max_guests.integer());
  inventory.base_rates.push_back(happened.rate.integer());
}

void inventory_view::apply(hotel_number hotel, type_number type, const room_added&) {
  ++inventory_of(hotel).rooms[index_of(type)];
}

void inventory_view::apply(hotel_number hotel, type_number type, const rate_set& happened) {
  hotel_inventory& inventory = inventory_of(hotel);
  for (day_number night = day_of(happened.from); night < day_of(happened.to); ++night) {
    inventory.rates.at(night, type) = happened.rate.integer();
  }
}

void inventory_view::apply(const reservation_row& row, const reservation_made&) {
  add_on_all_nights(inventory_of(row.hotel).taken, row, row.type, 1);
}

void inventory_view::apply(const reservation_row& row, const reservation_cancelled&) {
  add_on_all_nights(inventory_of(row.hotel).taken, row, row.type, -1);
}

void inventory_view::apply(const reservation_row& row, const reservation_marked_no_show&) {
  add_on_all_nights(inventory_of(row.hotel).taken, row, row.type, -1);
}

void inventory_view::apply(const reservation_row& row, type_number occupied,
                           const guest_checked_in&) {
  hotel_inventory& inventory = inventory_of(row.hotel);
  if (occupied != row.type) {
    add_on_all_nights(inventory.taken, row, row.type, -1);
    add_on_all_nights(inventory.taken, row, occupied, 1);
  }
  add_on_all_nights(inventory.in_house, row, occupied, 1);
}

void inventory_view::apply(const reservation_row& row, const guest_checked_out& happened) {
  hotel_inventory& inventory = inventory_of(row.hotel);
  for (const date night : happened.nights_returned) {
    --inventory.taken.at(day_of(night), row.type);
    --inventory.in_house.at(day_of(night), row.type);
  }
}

inventory_counts inventory_view::counts_on(hotel_number hotel, type_number type,
                                           day_number night) const {
  const hotel_inventory& inventory = hotels_[index_of(hotel)];
  inventory_counts counts;
  counts.rooms = inventory.rooms[index_of(type)];
  counts.in_house = inventory.in_house.get(night, type);
  counts.confirmed = inventory.taken.get(night, type) - counts.in_house;
  return counts;
}

void inventory_view::add_offers(hotel_number hotel, const stay_sought& stay,
                                std::optional<type_number> only, std::vector<offer>& offers) const {
  if (index_of(hotel) >= hotels_.size()) {
    return;
  }
  const hotel_inventory& inventory = hotels_[index_of(hotel)];
  const std::size_t types = inventory.rooms.size();
  for (std::size_t first = 0; first < types; first += slice_types) {
    const std::size_t count = std::min(slice_types, types - first);
    const auto taken = most_taken(inventory.taken, stay, first, count);
    const auto price = prices(inventory.rates, inventory.base_rates, stay, first, count);
    for (std::size_t at = 0; at < count; ++at) {
      const std::size_t index = first + at;
      const type_number type{static_cast<std::uint32_t>(index)};
      const std::int32_t free = inventory.rooms[index] - taken[at];
      const bool wanted = !only || *only == type;
      if (wanted && free > 0 && inventory.guests_max[index] >= stay.guests) {
        offers.push_back({inventory.currency, hotel, type, free, price[at]});
      }
    }
  }
}

inventory_view::hotel_inventory& inventory_view::inventory_of(hotel_number hotel) {
  if (index_of(hotel) >= hotels_.size()) {
    hotels_.resize(index_of(hotel) + 1);
  }
  return hotels_[index_of(hotel)];
}

}  // namespace jumak::hotel::views
