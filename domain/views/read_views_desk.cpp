#include "domain/views/read_views.hpp"

namespace jumak::hotel {

using namespace views;

void read_views::on(const restrictions_set& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  inventory_.apply(hotel, type_of(hotel, happened.room_type), happened);
}

void read_views::on(const rate_plan_defined& happened, const applied_event& around) {
  sales_.apply(hotel_of(around), happened);
}

void read_views::on(const rate_terms_agreed& happened, const applied_event& around) {
  const reservation_number at = reservation_of(hotel_of(around), happened.reservation);
  sales_.apply(at, happened);
  reservations_.apply(at, happened, around);
}

void read_views::on(const fee_charged& happened, const applied_event& around) {
  reservations_.apply(reservation_of(hotel_of(around), happened.reservation), happened, around);
}

void read_views::on(const check_in_undone& happened, const applied_event& around) {
  const reservation_number at = reservation_of(hotel_of(around), happened.reservation);
  const reservation_row& row = reservations_[at];
  rooms_.apply(at, row, happened);
  desk_.apply(at, row, happened);
  inventory_.apply(row, happened);
  statistics_.apply(row, happened);
  reservations_.apply(at, happened, around);
}

void read_views::on(const reservation_reinstated& happened, const applied_event& around) {
  const reservation_number at = reservation_of(hotel_of(around), happened.reservation);
  const reservation_row& row = reservations_[at];
  guests_.apply(row, happened);
  desk_.apply(at, row, happened);
  inventory_.apply(row, happened);
  reservations_.apply(at, happened, around);
}

void read_views::on(const guest_moved& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const reservation_number at = reservation_of(hotel, happened.reservation);
  const type_number type = type_of(hotel, happened.room_type);
  const room_number into = room_of(hotel, happened.room);
  const reservation_row& row = reservations_[at];
  rooms_.apply(at, row, into, happened);
  inventory_.apply(row, type, happened);
  statistics_.apply(row, type, happened);
  reservations_.apply(at, type, into, happened, around);
}

void read_views::on(const deposit_requested& happened, const applied_event& around) {
  const reservation_number at = reservation_of(hotel_of(around), happened.reservation);
  sales_.apply(at, happened);
  reservations_.apply(at, happened, around);
}

void read_views::on(const overnight_charged& happened, const applied_event& around) {
  reservations_.apply(reservation_of(hotel_of(around), happened.reservation), happened, around);
}

void read_views::on(const night_audited& happened, const applied_event& around) {
  sales_.apply(hotel_of(around), happened);
}

void read_views::on(const payment_refunded& happened, const applied_event& around) {
  refund(happened, around);
}

void read_views::on(const cancellation_refunded& happened, const applied_event& around) {
  refund(happened, around);
}

void read_views::on(const no_show_refunded& happened, const applied_event& around) {
  refund(happened, around);
}

template <class Event>
void read_views::refund(const Event& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const reservation_number at = reservation_of(hotel, happened.reservation);
  guests_.refund(reservations_[at], hotels_[hotel].currency, happened.amount.integer());
  reservations_.apply(at, happened, around);
}

}  // namespace jumak::hotel
