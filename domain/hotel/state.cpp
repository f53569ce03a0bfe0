#include "domain/hotel/state.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <utility>

namespace jumak::hotel {
namespace {

template <class Index>
std::optional<Index> place_of(const by_name<Index>& places, std::string_view id) {
  const auto found = places.find(id);
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::string_view name_of(stay_status status) noexcept {
  return boost::describe::enum_to_string(status, "");
}

std::optional<date> room_type::first_full_night(date from, date to) const noexcept {
  for (date night = from; night < to; night = night.plus_days(1)) {
    if (is_full_on(night)) {
      return night;
    }
  }
  return std::nullopt;
}

std::optional<room_type_index> state::find_room_type(std::string_view id) const {
  return place_of(room_type_places_, id);
}

std::optional<room_index> state::find_room(std::string_view id) const {
  return place_of(room_places_, id);
}

const stay* state::find_stay(std::string_view reservation) const {
  const auto found = stays_.find(reservation);
  return found == stays_.end() ? nullptr : &found->second;
}

stay* state::find_stay(std::string_view reservation) {
  const auto found = stays_.find(reservation);
  return found == stays_.end() ? nullptr : &found->second;
}

bool state::add(room_type added) {
  if (!room_type_places_.emplace(added.id.text(), room_types_.size()).second) {
    return false;
  }
  room_types_.push_back(std::move(added));
  return true;
}

bool state::add(room added) {
  if (added.type.value() >= room_types_.size() ||
      !room_places_.emplace(added.id.text(), rooms_.size()).second) {
    return false;
  }
  ++at(added.type).rooms;
  rooms_.push_back(std::move(added));
  return true;
}

bool state::add(std::string_view reservation, stay added) {
  return stays_.try_emplace(std::string(reservation), std::move(added)).second;
}

void state::claim_room(std::string_view reservation, stay& claiming, room_index wanted) {
  give_up_room(reservation, claiming);
  claiming.room = wanted;
  room_claim claim{claiming.arrival, claiming.departure, std::string(reservation)};
  std::vector<room_claim>& claims = at(wanted).claims;
  claims.insert(std::ranges::upper_bound(claims, claim), std::move(claim));
}

void state::give_up_room(std::string_view reservation, stay& giving) {
  if (!giving.room) {
    return;
  }
  room& given = at(*giving.room);
  std::erase_if(given.claims,
                [&](const room_claim& claim) { return claim.reservation == reservation; });
  if (given.occupant == reservation) {
    given.occupant.clear();
  }
  giving.room.reset();
}

void state::forget(std::string_view reservation) {
  const auto found = stays_.find(reservation);
  if (found == stays_.end()) {
    return;
  }
  give_up_room(reservation, found->second);
  stays_.erase(found);
}

}  // namespace jumak::hotel
