#include "domain/hotel/evolve.hpp"
#include "domain/hotel/restrictions.hpp"

namespace jumak::hotel {

void apply(state& hotel, const restrictions_set& happened, const event_context& around) {
  if (const auto type = hotel.find_room_type(happened.room_type.text())) {
    hotel.at(*type).restrictions.set(happened.from, happened.to, step_value(happened));
  }
  hotel.own_version = around.stream_version;
}

}  // namespace jumak::hotel
