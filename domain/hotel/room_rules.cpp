#include "domain/hotel/room_rules.hpp"

#include <algorithm>

namespace jumak::hotel {
namespace {

const room_claim* claim_in_the_way(const room& wanted, std::string_view asking, night_span nights) {
  const auto found = std::ranges::find_if(wanted.claims, [&](const room_claim& claim) {
    return claim.reservation != asking && claim.arrival < nights.to &&
           nights.from < claim.departure;
  });
  return found == wanted.claims.end() ? nullptr : &*found;
}

/// True if a guest is still in the room although the last night is over. As long as that lasts
/// nobody knows when the room will be free, so it is not given to anybody else, whatever the
/// nights. A guest whose nights go on is in the way for those nights only.
bool is_overstayed(const situation& now, const room& wanted, std::string_view asking) {
  const stay* inside = now.hotel.find_stay(wanted.occupant);
  return inside != nullptr && wanted.occupant != asking && inside->departure <= now.today;
}

}  // namespace

std::optional<refusal> refuse_use(const situation& now, const room& wanted, std::string_view asking,
                                  night_span nights) {
  if (const room_claim* claim = claim_in_the_way(wanted, asking, nights)) {
    return room_in_use(wanted, claim->reservation);
  }
  if (is_overstayed(now, wanted, asking)) {
    return room_in_use(wanted, wanted.occupant);
  }
  return std::nullopt;
}

std::optional<refusal> refuse_out_of_order(const room& wanted, night_span nights) {
  if (const auto night = wanted.out_of_order.first_in(nights.from, nights.to)) {
    return room_out_of_order(wanted, *night);
  }
  return std::nullopt;
}

std::optional<refusal> refuse_room_for(const situation& now, const room& wanted,
                                       const name& asking, night_span nights) {
  if (auto refused = refuse_use(now, wanted, asking.text(), nights)) {
    return refused;
  }
  return refuse_out_of_order(wanted, nights);
}

std::optional<refusal> refuse_entry(const situation& now, const room& into) {
  if (!into.occupant.empty()) {
    return room_in_use(into, into.occupant);
  }
  if (into.status == room_status::dirty || into.out_of_order.contains(now.today)) {
    return room_not_ready(into, now.today);
  }
  return std::nullopt;
}

std::optional<refusal> refuse_moving_in(const situation& now, const room& into,
                                        const name& asking, night_span nights) {
  if (auto refused = refuse_room_for(now, into, asking, nights)) {
    return refused;
  }
  return refuse_entry(now, into);
}

}  // namespace jumak::hotel
