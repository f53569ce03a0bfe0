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

}  // namespace jumak::hotel
