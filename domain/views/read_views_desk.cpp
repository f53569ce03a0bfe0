#include "domain/views/read_views.hpp"

namespace jumak::hotel {

using namespace views;

void read_views::on(const restrictions_set& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  inventory_.apply(hotel, type_of(hotel, happened.room_type), happened);
}

}  // namespace jumak::hotel
