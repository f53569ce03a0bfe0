#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/room_rules.hpp"

namespace jumak::hotel {

decision<event> decide_on(const situation& now, const assign_room& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (open->status != stay_status::confirmed) {
    return wrong_state(asked.reservation, *open);
  }
  const auto wanted = now.hotel.find_room_in_service(asked.room.text());
  if (!wanted) {
    return unknown_room(asked.room);
  }
  if (open->room == wanted) {
    return std::vector<event>{};
  }
  const room& into = now.hotel.at(*wanted);
  const night_span nights{open->arrival, open->departure};
  if (auto refused = refuse_room_for(now, into, asked.reservation, nights)) {
    return *std::move(refused);
  }
  return std::vector<event>{room_assigned{asked.reservation, asked.room}};
}

decision<event> decide_on(const situation& now, const unassign_room& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (open->status != stay_status::confirmed) {
    return wrong_state(asked.reservation, *open);
  }
  if (!open->room) {
    return std::vector<event>{};
  }
  return std::vector<event>{room_unassigned{asked.reservation}};
}

decision<event> decide_on(const situation& now, const set_room_status& asked) {
  const auto found = now.hotel.find_room_in_service(asked.room.text());
  if (!found) {
    return unknown_room(asked.room);
  }
  if (now.hotel.at(*found).status == asked.status) {
    return std::vector<event>{};
  }
  return std::vector<event>{room_status_set{asked.room, asked.status}};
}

}  // namespace jumak::hotel
