#include "domain/hotel/added_stay.hpp"
#include "domain/hotel/evolve.hpp"

namespace jumak::hotel {

void apply(state& hotel, const waitlist_joined& happened, const event_context& around) {
  const auto type = hotel.find_room_type(happened.room_type.text());
  if (!type || !has_its_nights(happened) ||
      hotel.find_stay(happened.reservation.text()) != nullptr) {
    return;
  }
  hotel.waiting().join(happened.reservation.text(),
                       {type->value(), happened.arrival, happened.departure,
                        packed_details(happened), around.stream_version, 0});
}

void apply(state& hotel, const waitlist_left& happened, const event_context&) {
  hotel.waiting().leave(happened.reservation.text());
}

}  // namespace jumak::hotel
