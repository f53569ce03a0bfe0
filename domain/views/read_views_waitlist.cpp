#include <algorithm>

#include "domain/views/read_views.hpp"

namespace jumak::hotel {

using namespace views;

void read_views::on(const waitlist_joined& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const guest_number guest = guests_.number_of(happened.guest.text());
  sales_.join(hotel, reservations_.apply(hotel, type_of(hotel, happened.room_type), guest,
                                         happened, around));
}

void read_views::on(const waitlist_left& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const reservation_number at = reservation_of(hotel, happened.reservation);
  sales_.leave(hotel, at);
  reservations_.apply(at, happened, around);
}

}  // namespace jumak::hotel
