#include "domain/views/hotel_inventory.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace jumak::hotel::views {
namespace {

/// Types are searched in slices of this many, so that the sums stay on the stack.
constexpr std::size_t slice_types = 32;
template <class Number>
using slice_of = std::array<Number, slice_types>;

/// The types `[first, first + count)`.
struct slice {
  std::size_t first = 0;
  std::size_t count = 0;

  /// The part of a matrix row that belongs to the slice; it may be shorter than the slice.
  template <class Number>
  [[nodiscard]] std::span<const Number> of(std::span<const Number> row) const {
    return first < row.size() ? row.subspan(first, std::min(count, row.size() - first))
                              : std::span<const Number>();
  }
};

/// What is taken of the rooms that are there today. A room that is gone was there on earlier
/// nights, and leaves one room less taken on them.
slice_of<std::int32_t> taken_on(const hotel_inventory& inventory, day_number night, slice types) {
  slice_of<std::int32_t> taken{};
  std::ranges::copy(types.of(inventory.taken.row(night)), taken.begin());
  if (night < inventory.gone_until) {
    for (const room_gone& room : inventory.gone) {
      const std::size_t place = index_of(room.type) - types.first;  // Before the first: huge.
      if (night < room.day && place < types.count) {
        --taken[place];
      }
    }
  }
  return taken;
}

slice_of<std::int32_t> most_taken(const hotel_inventory& inventory, const stay_sought& stay,
                                  slice types) {
  slice_of<std::int32_t> most;
  most.fill(std::numeric_limits<std::int32_t>::min());
  for (day_number night = stay.arrival; night < stay.departure; ++night) {
    const auto taken = taken_on(inventory, night, types);
    for (std::size_t at = 0; at < types.count; ++at) {
      most[at] = std::max(most[at], taken[at]);
    }
  }
  return most;
}

slice_of<std::int64_t> prices(const hotel_inventory& inventory, const stay_sought& stay,
                              slice types) {
  slice_of<std::int64_t> sums{};
  for (day_number night = stay.arrival; night < stay.departure; ++night) {
    const auto row = types.of(inventory.rates.row(night));
    for (std::size_t at = 0; at < types.count; ++at) {
      const bool is_set = at < row.size() && row[at] >= 0;
      sums[at] += is_set ? row[at] : inventory.base_rates[types.first + at];
    }
  }
  return sums;
}

}  // namespace

inventory_counts hotel_inventory::counts_on(type_number type, day_number night) const {
  inventory_counts counts;
  counts.rooms = rooms[index_of(type)] + std::ranges::count_if(gone, [&](const room_gone& room) {
                   return room.type == type && night < room.day;
                 });
  counts.out_of_order = out_of_order.get(night, type);
  counts.overbooking = overbooking.get(night, type);
  counts.held = held.get(night, type);
  counts.in_house = in_house.get(night, type);
  counts.blocked = blocked.get(night, type);
  counts.confirmed = taken.get(night, type) + counts.overbooking - counts.out_of_order -
                     counts.held - counts.in_house - counts.blocked;
  return counts;
}

std::vector<violation> hotel_inventory::violations_by(const stay_sought& stay,
                                                      type_number type) const {
  return index_of(type) < restrictions.size()
             ? violations(restrictions[index_of(type)], date_of(stay.arrival),
                          date_of(stay.departure))
             : std::vector<violation>();
}

std::optional<day_number> hotel_inventory::full_night(const stay_sought& stay,
                                                      type_number type) const {
  for (day_number night = stay.arrival; night < stay.departure; ++night) {
    if (counts_on(type, night).free() < 1) {
      return night;
    }
  }
  return std::nullopt;
}

void hotel_inventory::add_offers(hotel_number hotel, const stay_sought& stay,
                                 std::optional<type_number> only,
                                 std::vector<offer>& offers) const {
  for (std::size_t first = 0; first < rooms.size(); first += slice_types) {
    const slice types{first, std::min(slice_types, rooms.size() - first)};
    const auto taken = most_taken(*this, stay, types);
    const auto price = prices(*this, stay, types);
    for (std::size_t at = 0; at < types.count; ++at) {
      const std::size_t index = first + at;
      const type_number type{static_cast<std::uint32_t>(index)};
      const std::int32_t free = rooms[index] - taken[at];
      const bool wanted = !only || *only == type;
      const bool is_bookable = free > 0 && guests_max[index] >= stay.guests &&
                               (restrictions.empty() || violations_by(stay, type).empty());
      if (wanted && (is_bookable || !stay.only_bookable)) {
        offers.push_back({currency, hotel, type, free, price[at]});
      }
    }
  }
}

}  // namespace jumak::hotel::views
