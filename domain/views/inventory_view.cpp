#include "domain/views/inventory_view.hpp"

#include <algorithm>

namespace jumak::hotel::views {
namespace {

using night_counts = hotel_inventory::night_counts;

void add_on_nights(night_counts& counts, type_number type, day_span nights, std::int32_t count) {
  for (day_number night = nights.from; night < nights.to; ++night) {
    counts.at(night, type) += count;
  }
}

day_span nights_of(const reservation_row& row) { return {row.arrival, row.departure}; }

/// Adds to what is taken, and to what of it has the status: `count` stays on these nights.
void add_stay(hotel_inventory& inventory, reservation_status status, type_number type,
              day_span nights, std::int32_t count) {
  add_on_nights(inventory.taken, type, nights, count);
  if (status == reservation_status::held) {
    add_on_nights(inventory.held, type, nights, count);
  } else if (status == reservation_status::in_house) {
    add_on_nights(inventory.in_house, type, nights, count);
  }
}

void add_out_of_order(hotel_inventory& inventory, type_number type,
                      const std::vector<day_span>& spans, std::int32_t count) {
  for (const day_span& nights : spans) {
    add_on_nights(inventory.taken, type, nights, count);
    add_on_nights(inventory.out_of_order, type, nights, count);
  }
}

void give_back(hotel_inventory& inventory, const reservation_row& row) {
  add_stay(inventory, row.status, row.type, nights_of(row), -1);
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

void inventory_view::apply(hotel_number hotel, type_number type, const overbooking_set& happened) {
  hotel_inventory& inventory = inventory_of(hotel);
  const auto now = static_cast<std::int32_t>(happened.rooms.integer());
  for (day_number night = day_of(happened.from); night < day_of(happened.to); ++night) {
    std::int32_t& before = inventory.overbooking.at(night, type);
    inventory.taken.at(night, type) -= now - before;
    before = now;
  }
}

void inventory_view::apply(hotel_number hotel, type_number type, const restrictions_set& happened) {
  std::vector<night_steps>& all = inventory_of(hotel).restrictions;
  if (index_of(type) >= all.size()) {
    all.resize(index_of(type) + 1);
  }
  all[index_of(type)].set(happened.from, happened.to, step_value(happened));
}

void inventory_view::apply(hotel_number hotel, type_number type,
                           const std::vector<day_span>& nights, const room_taken_out_of_order&) {
  add_out_of_order(inventory_of(hotel), type, nights, 1);
}

void inventory_view::apply(hotel_number hotel, type_number type,
                           const std::vector<day_span>& nights, const room_returned_to_service&) {
  add_out_of_order(inventory_of(hotel), type, nights, -1);
}

void inventory_view::apply(hotel_number hotel, type_number type, day_number today,
                           const std::vector<day_span>& nights, const room_retired&) {
  hotel_inventory& inventory = inventory_of(hotel);
  add_out_of_order(inventory, type, nights, -1);
  --inventory.rooms[index_of(type)];
  inventory.gone_until =
      inventory.gone.empty() ? today : std::max(inventory.gone_until, today);
  inventory.gone.push_back({today, type});
}

void inventory_view::apply(const reservation_row& row, const hold_placed&) {
  add_stay(inventory_of(row.hotel), reservation_status::held, row.type, nights_of(row), 1);
}

void inventory_view::apply(const reservation_row& row, const hold_released&) {
  give_back(inventory_of(row.hotel), row);
}

void inventory_view::apply(const reservation_row& row, const hold_expired&) {
  give_back(inventory_of(row.hotel), row);
}

void inventory_view::apply(const reservation_row& row, const reservation_made&) {
  hotel_inventory& inventory = inventory_of(row.hotel);
  if (row.status == reservation_status::held) {
    // Its nights are taken already.
    add_on_nights(inventory.held, row.type, nights_of(row), -1);
  } else {
    add_on_nights(inventory.taken, row.type, nights_of(row), 1);
  }
}

void inventory_view::apply(const reservation_row& row, type_number type,
                           const stay_changed& happened) {
  hotel_inventory& inventory = inventory_of(row.hotel);
  give_back(inventory, row);
  add_stay(inventory, row.status, type, {day_of(happened.arrival), day_of(happened.departure)}, 1);
}

void inventory_view::apply(const reservation_row& row, const reservation_cancelled&) {
  give_back(inventory_of(row.hotel), row);
}

void inventory_view::apply(const reservation_row& row, const reservation_marked_no_show&) {
  give_back(inventory_of(row.hotel), row);
}

void inventory_view::apply(const reservation_row& row, type_number occupied,
                           const guest_checked_in&) {
  hotel_inventory& inventory = inventory_of(row.hotel);
  if (occupied != row.type) {
    add_on_nights(inventory.taken, row.type, nights_of(row), -1);
    add_on_nights(inventory.taken, occupied, nights_of(row), 1);
  }
  add_on_nights(inventory.in_house, occupied, nights_of(row), 1);
}

void inventory_view::apply(const reservation_row& row, const guest_checked_out& happened) {
  hotel_inventory& inventory = inventory_of(row.hotel);
  for (const date night : happened.nights_returned) {
    --inventory.taken.at(day_of(night), row.type);
    --inventory.in_house.at(day_of(night), row.type);
  }
}

void inventory_view::apply(const reservation_row& row, const check_in_undone&) {
  add_on_nights(inventory_of(row.hotel).in_house, row.type, nights_of(row), -1);
}

void inventory_view::apply(const reservation_row& row, const reservation_reinstated&) {
  add_on_nights(inventory_of(row.hotel).taken, row.type, nights_of(row), 1);
}

void inventory_view::apply(const reservation_row& row, type_number type,
                           const guest_moved& happened) {
  hotel_inventory& inventory = inventory_of(row.hotel);
  const day_span nights{std::max(row.arrival, day_of(happened.from)), row.departure};
  add_stay(inventory, row.status, row.type, nights, -1);
  add_stay(inventory, row.status, type, nights, 1);
}

void inventory_view::block(hotel_number hotel, type_number type, day_number night,
                           std::int32_t rooms) {
  hotel_inventory& inventory = inventory_of(hotel);
  inventory.taken.at(night, type) += rooms;
  inventory.blocked.at(night, type) += rooms;
}

inventory_counts inventory_view::counts_on(hotel_number hotel, type_number type,
                                           day_number night) const {
  return hotels_[index_of(hotel)].counts_on(type, night);
}

void inventory_view::add_offers(hotel_number hotel, const stay_sought& stay,
                                std::optional<type_number> only, std::vector<offer>& offers) const {
  if (index_of(hotel) < hotels_.size()) {
    hotels_[index_of(hotel)].add_offers(hotel, stay, only, offers);
  }
}

hotel_inventory& inventory_view::inventory_of(hotel_number hotel) {
  if (index_of(hotel) >= hotels_.size()) {
    hotels_.resize(index_of(hotel) + 1);
  }
  return hotels_[index_of(hotel)];
}

}  // namespace jumak::hotel::views
