#include <algorithm>

#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"

namespace jumak::hotel {
namespace {

/// Another open reservation that has the room on one of the nights; the day of departure is free.
const room_claim* claim_in_the_way(const room& wanted, std::string_view reservation,
                                   const stay& asking) {
  const auto found = std::ranges::find_if(wanted.claims, [&](const room_claim& claim) {
    return claim.reservation != reservation && claim.arrival < asking.departure &&
           asking.arrival < claim.departure;
  });
  return found == wanted.claims.end() ? nullptr : &*found;
}

/// True if a guest is still in the room although the last night is over. As long as that lasts
/// nobody knows when the room will be free, so it is not given to anybody else, whatever the
/// nights. A guest whose nights go on is in the way for those nights only.
bool is_overstayed(const situation& now, const room& wanted) {
  const stay* inside = now.hotel.find_stay(wanted.occupant);
  return inside != nullptr && inside->departure <= now.today;
}

std::optional<refusal> refuse_use(const situation& now, const room& wanted,
                                  std::string_view reservation, const stay& asking) {
  if (const room_claim* claim = claim_in_the_way(wanted, reservation, asking)) {
    return room_in_use(wanted, claim->reservation);
  }
  if (is_overstayed(now, wanted)) {
    return room_in_use(wanted, wanted.occupant);
  }
  return std::nullopt;
}

}  // namespace

decision<event> decide_on(const situation& now, const assign_room& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (open->status != stay_status::confirmed) {
    return wrong_state(asked.reservation, *open);
  }
  const auto wanted = now.hotel.find_room(asked.room.text());
  if (!wanted) {
    return unknown_room(asked.room);
  }
  if (open->room == wanted) {
    return std::vector<event>{};
  }
  if (auto refused = refuse_use(now, now.hotel.at(*wanted), asked.reservation.text(), *open)) {
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
  const auto found = now.hotel.find_room(asked.room.text());
  if (!found) {
    return unknown_room(asked.room);
  }
  if (now.hotel.at(*found).status == asked.status) {
    return std::vector<event>{};
  }
  return std::vector<event>{room_status_set{asked.room, asked.status}};
}

}  // namespace jumak::hotel
