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

template <class Value>
std::optional<Value> found_in(const by_name<Value>& some, std::string_view reservation) {
  if (some.empty()) {
    return std::nullopt;
  }
  const auto found = some.find(reservation);
  return found == some.end() ? std::nullopt : std::optional(found->second);
}

/// Most hotels have nothing in these maps, and most reservations are in none.
template <class Value>
void forget_in(by_name<Value>& some, std::string_view reservation) {
  if (some.empty()) {
    return;
  }
  const auto found = some.find(reservation);
  if (found != some.end()) {
    some.erase(found);
  }
}

}  // namespace

std::string_view name_of(stay_status status) noexcept {
  return boost::describe::enum_to_string(status, "");
}

void add_to(std::int64_t& sum, std::int64_t amount) noexcept {
  sum = std::clamp(sum + amount, -folio_limit, folio_limit);
}

std::optional<date> room_type::first_full_night(date from, date to) const noexcept {
  night_steps::walk out(out_of_service, from);
  night_steps::walk over(overbooking, from);
  for (date night = from; night < to; night = night.plus_days(1)) {
    if (taken.on(night) >= rooms - out.on(night) + over.on(night)) {
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

std::optional<room_index> state::find_room_in_service(std::string_view id) const {
  const auto found = find_room(id);
  return found && !at(*found).is_retired ? found : std::nullopt;
}

const stay* state::find_stay(std::string_view reservation) const {
  const auto found = stays_.find(reservation);
  return found == stays_.end() ? nullptr : &found->second;
}

stay* state::find_stay(std::string_view reservation) {
  const auto found = stays_.find(reservation);
  return found == stays_.end() ? nullptr : &found->second;
}

std::optional<timestamp> state::expiry_of(std::string_view reservation) const {
  return found_in(expiries_, reservation);
}

const rate_terms* state::find_rate_plan(std::string_view rate_plan) const {
  const auto found = rate_plans_.find(rate_plan);
  return found == rate_plans_.end() ? nullptr : &found->second;
}

const rate_terms* state::find_terms(std::string_view reservation) const {
  const auto found = terms_.find(reservation);
  return found == terms_.end() ? nullptr : &found->second;
}

void state::sell(std::string_view rate_plan, const rate_terms& terms) {
  rate_plans_.insert_or_assign(std::string(rate_plan), terms);
}

void state::agree(std::string_view reservation, const rate_terms& terms) {
  terms_.insert_or_assign(std::string(reservation), terms);
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
  count_out_of_service(added, 1);
  rooms_.push_back(std::move(added));
  return true;
}

stay* state::add(std::string_view reservation, stay added) {
  const auto [place, is_new] = stays_.try_emplace(std::string(reservation), std::move(added));
  return is_new ? &place->second : nullptr;
}

void state::hold(std::string_view reservation, stay& holding, timestamp expires_at) {
  holding.status = stay_status::held;
  expiries_.insert_or_assign(std::string(reservation), expires_at);
}

void state::confirm(std::string_view reservation, stay& confirming) {
  confirming.status = stay_status::confirmed;
  forget_expiry(reservation);
}

void state::move_nights(std::string_view reservation, stay& moving, room_type_index type,
                        date arrival, date departure) {
  if (moving.type != type || moving.arrival != arrival || moving.departure != departure) {
    blocks_.forget(reservation);  // Other nights are not the block's.
  }
  if (moving.type == type) {
    // Nights it keeps are left alone: those before a guest was moved count on another type.
    night_counts& taken = at(type).taken;
    taken.remove_all(moving.arrival, std::min(moving.departure, arrival));
    taken.remove_all(std::max(moving.arrival, departure), moving.departure);
    taken.add_all(arrival, std::min(departure, moving.arrival));
    taken.add_all(std::max(arrival, moving.departure), departure);
  } else {
    return_nights(moving);
    at(type).taken.add_all(arrival, departure);
  }
  moving.type = type;
  moving.arrival = arrival;
  moving.departure = departure;
  if (!moving.room) {
    return;
  }
  std::vector<room_claim>& claims = at(*moving.room).claims;
  const auto own = std::ranges::find(claims, reservation, &room_claim::reservation);
  if (own != claims.end()) {
    *own = claim_of(reservation, moving);
    std::ranges::sort(claims);
  }
}

room_claim state::claim_of(std::string_view reservation, const stay& claiming) const {
  const date from = std::max(claiming.arrival, moved_on(reservation).value_or(claiming.arrival));
  return {from, claiming.departure, std::string(reservation)};
}

std::optional<date> state::moved_on(std::string_view reservation) const {
  return found_in(moved_on_, reservation);
}

std::optional<date> state::charged_until(std::string_view reservation) const {
  return found_in(charged_until_, reservation);
}

void state::charge_until(std::string_view reservation, date end) {
  charged_until_.insert_or_assign(std::string(reservation), end);
}

void state::restore_move(std::string_view reservation, date from) {
  moved_on_.insert_or_assign(std::string(reservation), from);
}

void state::move_guest(std::string_view reservation, stay& moving, room_index into, date from) {
  const room_type_index type = at(into).type;
  const date first = std::max(from, moving.arrival);
  at(moving.type).taken.remove_all(first, moving.departure);
  at(type).taken.add_all(first, moving.departure);
  moving.type = type;
  const timestamp since = moving.room ? at(*moving.room).occupied_since : timestamp();
  moved_on_.insert_or_assign(std::string(reservation), first);
  claim_room(reservation, moving, into);
  occupy(reservation, into, since);
}

void state::return_nights(const stay& returning) {
  at(returning.type).taken.remove_all(returning.arrival, returning.departure);
}

void state::end(std::string_view reservation, ending how, timestamp since) {
  const auto found = stays_.find(reservation);
  if (found == stays_.end()) {
    return;
  }
  stay& gone = found->second;
  return_nights(gone);
  const rate_terms* terms = terms_of(reservation);
  ended_.put(reservation, {how, since, gone.type.value(), gone.arrival, gone.departure,
                           std::move(gone.details), gone.charged, gone.paid,
                           terms == nullptr ? std::nullopt : std::optional(*terms)});
  forget(reservation);
}

void state::occupy(std::string_view reservation, room_index into, timestamp since) {
  at(into).occupant = reservation;
  at(into).occupied_since = since;
}

void state::vacate(room_index left) {
  at(left).occupant.clear();
  at(left).occupied_since = {};
}

void state::take_out_of_order(room_index which, night_span nights) {
  room& changing = at(which);
  count_out_of_service(changing, -1);
  changing.out_of_order.add(nights);
  count_out_of_service(changing, 1);
}

void state::return_to_service(room_index which, date from) {
  room& changing = at(which);
  count_out_of_service(changing, -1);
  changing.out_of_order.cut_from(from);
  count_out_of_service(changing, 1);
}

void state::forget_expiry(std::string_view reservation) {
  forget_in(expiries_, reservation);
}

void state::count_out_of_service(const room& which, std::int64_t rooms) {
  for (const night_span& span : which.out_of_order.spans()) {
    at(which.type).out_of_service.add(span.from, span.to, rooms);
  }
}

void state::claim_room(std::string_view reservation, stay& claiming, room_index wanted) {
  give_up_room(reservation, claiming);
  claiming.room = wanted;
  room_claim claim = claim_of(reservation, claiming);
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
    vacate(*giving.room);
  }
  giving.room.reset();
}

void state::forget(std::string_view reservation) {
  const auto found = stays_.find(reservation);
  if (found == stays_.end()) {
    return;
  }
  give_up_room(reservation, found->second);
  if (found->second.status == stay_status::held) {
    forget_expiry(reservation);
  }
  forget_in(terms_, reservation);
  forget_in(moved_on_, reservation);
  blocks_.forget(reservation);
  forget_in(charged_until_, reservation);
  stays_.erase(found);
}

}  // namespace jumak::hotel
