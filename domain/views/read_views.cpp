#include "domain/views/read_views.hpp"

#include "core/assert.hpp"

namespace jumak::hotel {

using namespace views;

void read_views::apply(const event& happened, const applied_event& around) {
  std::visit([&](const auto& which) { on(which, around); }, happened);
}

void read_views::apply(const jumak::guest::event& happened, const applied_event& around) {
  std::visit([&](const auto& which) { guests_.apply(around.aggregate.which(), which); }, happened);
}

void read_views::on(const hotel_registered& happened, const applied_event& around) {
  inventory_.apply(hotels_.apply(around.aggregate.which(), happened), happened);
}

void read_views::on(const room_type_defined& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  hotels_.apply(hotel, happened);
  inventory_.apply(hotel, happened);
}

void read_views::on(const room_added& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const type_number type = type_of(hotel, happened.room_type);
  const day_number today = hotels_.day_at(hotel, around.time);
  rooms_.apply(hotel, type, today, happened);
  inventory_.apply(hotel, type, happened);
  statistics_.apply(hotel, type, today, happened);
}

void read_views::on(const rate_set& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  inventory_.apply(hotel, type_of(hotel, happened.room_type), happened);
}

void read_views::on(const overbooking_set& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  inventory_.apply(hotel, type_of(hotel, happened.room_type), happened);
}

void read_views::on(const room_retired& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const room_number at = room_of(hotel, happened.room);
  const day_number today = hotels_.day_at(hotel, around.time);
  const std::vector<day_span> nights = rooms_.apply(hotel, at, today, happened);
  const room_row& room = rooms_.room_of(hotel, at);
  inventory_.apply(hotel, room.type, today, nights, happened);
  statistics_.apply(hotel, room, today, nights, happened);
}

void read_views::on(const room_taken_out_of_order& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const room_number at = room_of(hotel, happened.room);
  const std::vector<day_span> nights = rooms_.apply(hotel, at, happened);
  const room_row& room = rooms_.room_of(hotel, at);
  inventory_.apply(hotel, room.type, nights, happened);
  statistics_.apply(hotel, room, nights, happened);
}

void read_views::on(const room_returned_to_service& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const room_number at = room_of(hotel, happened.room);
  const day_number today = hotels_.day_at(hotel, around.time);
  const std::vector<day_span> nights = rooms_.apply(hotel, at, today, happened);
  const room_row& room = rooms_.room_of(hotel, at);
  inventory_.apply(hotel, room.type, nights, happened);
  statistics_.apply(hotel, room, nights, happened);
}

void read_views::on(const hold_placed& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const guest_number guest = guests_.number_of(happened.guest.text());
  const reservation_number at =
      reservations_.apply(hotel, type_of(hotel, happened.room_type), guest, happened, around);
  desk_.apply(at, reservations_[at], happened);
  inventory_.apply(reservations_[at], happened);
}

void read_views::on(const reservation_made& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  if (around.stream_version == version(1)) {
    make(hotel, happened, around);
  } else {
    confirm(hotel, happened, around);
  }
}

void read_views::make(hotel_number hotel, const reservation_made& happened,
                      const applied_event& around) {
  const guest_number guest = guests_.number_of(happened.guest.text());
  const reservation_number at =
      reservations_.apply(hotel, type_of(hotel, happened.room_type), guest, happened, around);
  const reservation_row& row = reservations_[at];
  desk_.apply(at, row, happened);
  inventory_.apply(row, happened);
  statistics_.apply(row, hotels_.day_at(hotel, around.time), happened);
}

// From here on the reservation's own row changes last: the others read it as it was before the
// event.

void read_views::confirm(hotel_number hotel, const reservation_made& happened,
                         const applied_event& around) {
  const reservation_number at = reservation_of(hotel, happened.reservation);
  const reservation_row& row = reservations_[at];
  if (row.status == reservation_status::waiting) {
    sales_.leave(hotel, at);
  }
  desk_.apply(at, row, happened);
  inventory_.apply(row, happened);
  statistics_.apply(row, hotels_.day_at(hotel, around.time), happened);
  reservations_.apply(at, happened, around);
}

void read_views::on(const hold_released& happened, const applied_event& around) {
  const reservation_number at = reservation_of(hotel_of(around), happened.reservation);
  desk_.apply(at, reservations_[at], happened);
  inventory_.apply(reservations_[at], happened);
  reservations_.apply(at, happened, around);
}

void read_views::on(const hold_expired& happened, const applied_event& around) {
  const reservation_number at = reservation_of(hotel_of(around), happened.reservation);
  desk_.apply(at, reservations_[at], happened);
  inventory_.apply(reservations_[at], happened);
  reservations_.apply(at, happened, around);
}

void read_views::on(const stay_changed& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const reservation_number at = reservation_of(hotel, happened.reservation);
  const type_number type = type_of(hotel, happened.room_type);
  const reservation_row& row = reservations_[at];
  rooms_.apply(at, row, happened);
  desk_.apply(at, row, happened);
  inventory_.apply(row, type, happened);
  statistics_.apply(row, type, happened);
  reservations_.apply(at, type, happened, around);
}

void read_views::on(const reservation_cancelled& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const reservation_number at = reservation_of(hotel, happened.reservation);
  const reservation_row& row = reservations_[at];
  rooms_.apply(at, row, happened);
  guests_.apply(row, happened);
  desk_.apply(at, row, happened);
  inventory_.apply(row, happened);
  statistics_.apply(row, hotels_.day_at(hotel, around.time), happened);
  reservations_.apply(at, happened, around);
}

void read_views::on(const reservation_marked_no_show& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const reservation_number at = reservation_of(hotel, happened.reservation);
  const reservation_row& row = reservations_[at];
  rooms_.apply(at, row, happened);
  guests_.apply(row, happened);
  desk_.apply(at, row, happened);
  inventory_.apply(row, happened);
  statistics_.apply(row, hotels_.day_at(hotel, around.time), happened);
  reservations_.apply(at, happened, around);
}

void read_views::on(const room_assigned& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const reservation_number at = reservation_of(hotel, happened.reservation);
  const room_number room = room_of(hotel, happened.room);
  rooms_.apply(at, reservations_[at], room, happened);
  reservations_.apply(at, room, happened, around);
}

void read_views::on(const room_unassigned& happened, const applied_event& around) {
  const reservation_number at = reservation_of(hotel_of(around), happened.reservation);
  rooms_.apply(at, reservations_[at], happened);
  reservations_.apply(at, happened, around);
}

void read_views::on(const guest_checked_in& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const reservation_number at = reservation_of(hotel, happened.reservation);
  const type_number occupied = type_of(hotel, happened.room_type);
  const reservation_row& row = reservations_[at];
  rooms_.apply(at, row, happened);
  desk_.apply(at, row, happened);
  inventory_.apply(row, occupied, happened);
  statistics_.apply(row, occupied, happened);
  reservations_.apply(at, occupied, happened, around);
}

void read_views::on(const guest_checked_out& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const reservation_number at = reservation_of(hotel, happened.reservation);
  const reservation_row& row = reservations_[at];
  rooms_.apply(at, row, happened);
  guests_.apply(row, happened);
  desk_.apply(at, row, happened);
  inventory_.apply(row, happened);
  statistics_.apply(row, hotels_.day_at(hotel, around.time), happened);
  reservations_.apply(at, happened, around);
}

void read_views::on(const room_status_set& happened, const applied_event& around) {
  rooms_.apply(hotel_of(around), happened);
}

void read_views::on(const charge_posted& happened, const applied_event& around) {
  reservations_.apply(reservation_of(hotel_of(around), happened.reservation), happened, around);
}

void read_views::on(const payment_posted& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const reservation_number at = reservation_of(hotel, happened.reservation);
  guests_.apply(reservations_[at], hotels_[hotel].currency, happened);
  reservations_.apply(at, happened, around);
}

hotel_number read_views::hotel_of(const applied_event& around) {
  const auto hotel = hotels_.find(around.aggregate.which());
  JUMAK_ASSERT(hotel.has_value());
  hotels_.note(*hotel, around.time);
  return *hotel;
}

type_number read_views::type_of(hotel_number hotel, const name& type) const {
  const auto found = hotels_.find_type(hotel, type.text());
  JUMAK_ASSERT(found.has_value());
  return *found;
}

room_number read_views::room_of(hotel_number hotel, const name& room) const {
  const auto found = rooms_.find(hotel, room.text());
  JUMAK_ASSERT(found.has_value());
  return *found;
}

reservation_number read_views::reservation_of(hotel_number hotel, const name& reservation) const {
  const auto found = reservations_.find(hotel, reservation.text());
  JUMAK_ASSERT(found.has_value());
  return *found;
}

}  // namespace jumak::hotel
