#include "domain/views/rooms_view.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "core/hash.hpp"

namespace jumak::hotel::views {

void rooms_view::apply(hotel_number hotel, type_number type, day_number today,
                       const room_added& happened) {
  if (index_of(hotel) >= hotels_.size()) {
    hotels_.resize(index_of(hotel) + 1);
  }
  hotel_rooms& rooms = hotels_[index_of(hotel)];
  const room_number added{static_cast<std::uint32_t>(rooms.rows.size())};
  room_row row;
  row.name = happened.room.text();
  row.type = type;
  row.day_added = today;
  rooms.rows.push_back(std::move(row));
  rooms.numbers.insert(hash64_of(happened.room.text()), static_cast<std::uint32_t>(added));
  const auto name_of = [&](room_number room) -> const std::string& {
    return rooms.rows[index_of(room)].name;
  };
  rooms.by_name.insert(std::ranges::lower_bound(rooms.by_name, happened.room.text(), {}, name_of),
                       added);
}

void rooms_view::apply(hotel_number hotel, const room_status_set& happened) {
  const auto room = find(hotel, happened.room.text());
  JUMAK_ASSERT(room.has_value());
  row_of(hotel, *room).status = happened.status;
}

std::vector<day_span> rooms_view::apply(hotel_number hotel, room_number room,
                                        const room_taken_out_of_order& happened) {
  return row_of(hotel, room).out_of_order.add({day_of(happened.from), day_of(happened.to)},
                                              happened.reason.text());
}

std::vector<day_span> rooms_view::apply(hotel_number hotel, room_number room, day_number today,
                                        const room_returned_to_service&) {
  return row_of(hotel, room).out_of_order.cut_from(today);
}

std::vector<day_span> rooms_view::apply(hotel_number hotel, room_number room, day_number today,
                                        const room_retired&) {
  // Closed stays still name the room, so its row remains.
  std::erase(hotels_[index_of(hotel)].by_name, room);
  return row_of(hotel, room).out_of_order.cut_from(today);
}

void rooms_view::apply(reservation_number at, const reservation_row& row,
                       const reservation_cancelled&) {
  forget_arrival(at, row);
}

void rooms_view::apply(reservation_number at, const reservation_row& row,
                       const reservation_marked_no_show&) {
  forget_arrival(at, row);
}

void rooms_view::apply(reservation_number at, const reservation_row& row, room_number room,
                       const room_assigned&) {
  forget_arrival(at, row);
  expect_arrival(row.arrival, at, row, room);
}

void rooms_view::apply(reservation_number at, const reservation_row& row, const room_unassigned&) {
  forget_arrival(at, row);
}

void rooms_view::apply(reservation_number at, const reservation_row& row,
                       const stay_changed& happened) {
  if (row.status == reservation_status::confirmed && row.room != no_room) {
    forget_arrival(at, row);
    expect_arrival(day_of(happened.arrival), at, row, row.room);
  }
}

void rooms_view::apply(reservation_number at, const reservation_row& row, const guest_checked_in&) {
  forget_arrival(at, row);
  row_of(row.hotel, row.room).occupant = at;
}

void rooms_view::apply(reservation_number, const reservation_row& row, const guest_checked_out&) {
  room_row& room = row_of(row.hotel, row.room);
  room.occupant = no_reservation;
  room.status = room_status::dirty;
}

void rooms_view::apply(reservation_number at, const reservation_row& row, const check_in_undone&) {
  row_of(row.hotel, row.room).occupant = no_reservation;
  expect_arrival(row.arrival, at, row, row.room);
}

void rooms_view::apply(reservation_number at, const reservation_row& row, room_number into,
                       const guest_moved&) {
  room_row& left = row_of(row.hotel, row.room);
  left.occupant = no_reservation;
  left.status = room_status::dirty;
  row_of(row.hotel, into).occupant = at;
}

void rooms_view::expect_arrival(day_number arrival, reservation_number at,
                                const reservation_row& row, room_number room) {
  std::vector<room_arrival>& arrivals = row_of(row.hotel, room).arrivals;
  const room_arrival coming{arrival, at};
  arrivals.insert(std::ranges::lower_bound(arrivals, coming), coming);
}

void rooms_view::forget_arrival(reservation_number at, const reservation_row& row) {
  if (row.room != no_room) {
    std::erase(row_of(row.hotel, row.room).arrivals, room_arrival{row.arrival, at});
  }
}

const rooms_view::hotel_rooms* rooms_view::rooms_of(hotel_number hotel) const {
  return index_of(hotel) < hotels_.size() ? &hotels_[index_of(hotel)] : nullptr;
}

room_row& rooms_view::row_of(hotel_number hotel, room_number room) {
  JUMAK_ASSERT(index_of(hotel) < hotels_.size() &&
               index_of(room) < hotels_[index_of(hotel)].rows.size());
  return hotels_[index_of(hotel)].rows[index_of(room)];
}

std::optional<room_number> rooms_view::find(hotel_number hotel, std::string_view room) const {
  const hotel_rooms* rooms = rooms_of(hotel);
  if (rooms == nullptr) {
    return std::nullopt;
  }
  const std::uint32_t number = rooms->numbers.find(hash64_of(room), [&](std::uint32_t candidate) {
    return rooms->rows[candidate].name == room;
  });
  if (number == number_table::none) {
    return std::nullopt;
  }
  return room_number(number);
}

const room_row& rooms_view::room_of(hotel_number hotel, room_number room) const {
  return hotels_[index_of(hotel)].rows[index_of(room)];
}

const std::vector<room_number>& rooms_view::rooms_by_name(hotel_number hotel) const {
  static const std::vector<room_number> none;
  const hotel_rooms* rooms = rooms_of(hotel);
  return rooms == nullptr ? none : rooms->by_name;
}

}  // namespace jumak::hotel::views
