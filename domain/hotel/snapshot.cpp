#include <algorithm>
#include <utility>

#include "core/form.hpp"
#include "core/hash.hpp"
#include "core/pack.hpp"
#include "domain/hotel/business_day.hpp"
#include "domain/hotel/decider.hpp"
#include "domain/hotel/saved_hotel.hpp"

/// A state as bytes:
///
///   snapshot := unsigned format (3), fixed64 hash of saved_hotel's form, packed saved_hotel
///
/// Saved is what cannot be worked out from the rest: claims on rooms and who is in them follow from
/// the reservations, how many rooms a type has, and how many of them in order, from the rooms.
/// Rooms and their types keep their order, which is that of the log; reservations go by name.
namespace jumak::hotel {
namespace {

constexpr std::uint64_t snapshot_format = 3;

saved_room_type saved(const room_type& type) {
  const night_counts taken = type.taken.trimmed();
  return {type.id,
          type.title,
          type.max_guests,
          type.base_rate,
          type.rates.spans(),
          type.overbooking.steps(),
          type.restrictions.steps(),
          taken.first(),
          taken.counts()};
}

saved_room saved(const room& which) {
  return {which.id,          which.type,       which.status,
          which.own_version, which.is_retired, which.out_of_order.spans(),
          which.occupied_since};
}

saved_stay saved(const state& current, const std::string& reservation, const stay& open) {
  return {reservation,
          open.status,
          open.type,
          open.arrival,
          open.departure,
          open.room,
          std::string(open.details.bytes()),
          open.charged,
          open.paid,
          open.own_version,
          current.expiry_of(reservation),
          current.moved_on(reservation),
          current.charged_until(reservation)};
}

std::vector<saved_terms> saved(const by_name<rate_terms>& some) {
  std::vector<saved_terms> out;
  for (const auto& [of, terms] : some) {
    out.push_back({of, terms});
  }
  std::ranges::sort(out, {}, &saved_terms::of);
  return out;
}

saved_hotel saved(const state& current) {
  saved_hotel out;
  out.own_version = current.own_version;
  out.zone_name = current.zone_name;
  out.currency = current.currency;
  out.audited = current.audited;
  out.rate_plans = saved(current.rate_plans());
  out.terms = saved(current.terms());
  for (const room_type& type : current.room_types()) {
    out.room_types.push_back(saved(type));
  }
  for (const room& which : current.rooms()) {
    out.rooms.push_back(saved(which));
  }
  for (const auto& [reservation, open] : current.stays()) {
    out.stays.push_back(saved(current, reservation, open));
  }
  std::ranges::sort(out.stays, {}, &saved_stay::reservation);
  current.ended().for_each([&](const std::string& reservation, const ended_stay& ended) {
    out.ended.push_back({reservation, ended.how, ended.since, ended.type, ended.arrival,
                         ended.departure, std::string(ended.details.bytes()), ended.charged,
                         ended.paid, ended.terms});
  });
  for (const auto& [name, block] : current.blocks().open()) {
    out.blocks.push_back({name, block});
  }
  for (const auto& [reservation, block] : current.blocks().picked_up()) {
    out.picked_up.push_back({reservation, block});
  }
  for (const auto& [reservation, waiting] : current.waiting().in_turn()) {
    out.waiting.push_back({std::string(reservation), waiting->type, waiting->arrival,
                           waiting->departure, std::string(waiting->details.bytes()),
                           waiting->own_version});
  }
  std::ranges::sort(out.blocks, {}, &saved_block::name);
  std::ranges::sort(out.picked_up, {}, &saved_pick_up::reservation);
  return out;
}

night_steps restored(const std::vector<night_step>& from) {
  night_steps steps;
  for (std::size_t place = 0; place < from.size(); ++place) {
    const bool is_last = place + 1 == from.size();
    steps.set(from[place].from, is_last ? end_of_nights : from[place + 1].from, from[place].value);
  }
  return steps;
}

bool restore(state& current, const saved_room_type& from) {
  room_type type;
  type.id = from.id;
  type.title = from.title;
  type.max_guests = from.max_guests;
  type.base_rate = from.base_rate;
  for (const rate_span& span : from.rates) {
    type.rates.set(span);
  }
  type.overbooking = restored(from.overbooking);
  type.restrictions = restored(from.restrictions);
  type.taken = night_counts(from.taken_from, from.taken);
  return current.add(std::move(type));
}

bool restore(state& current, const saved_room& from) {
  room added;
  added.id = from.id;
  added.type = from.type;
  added.status = from.status;
  added.own_version = from.own_version;
  added.is_retired = from.is_retired;
  added.occupied_since = from.occupied_since;
  for (const night_span& span : from.out_of_order) {
    added.out_of_order.add(span);
  }
  return current.add(std::move(added));
}

bool restore(state& current, const saved_stay& from) {
  const bool fits = from.type.value() < current.room_types().size() &&
                    (!from.room || from.room->value() < current.rooms().size()) &&
                    from.expires_at.has_value() == (from.status == stay_status::held);
  auto details =
      packed_details::from_bytes(from.details, days_between(from.arrival, from.departure));
  if (!fits || !details) {
    return false;
  }
  stay* added = current.add(
      from.reservation, {from.status, from.type, from.arrival, from.departure, std::nullopt,
                         *std::move(details), from.charged, from.paid, from.own_version});
  if (added == nullptr) {
    return false;
  }
  if (from.expires_at) {
    current.hold(from.reservation, *added, *from.expires_at);
  }
  if (from.moved_on) {
    current.restore_move(from.reservation, *from.moved_on);
  }
  if (from.charged_until) {
    current.charge_until(from.reservation, *from.charged_until);
  }
  if (from.room) {
    current.claim_room(from.reservation, *added, *from.room);
    if (from.status == stay_status::in_house) {
      current.occupy(from.reservation, *from.room, current.at(*from.room).occupied_since);
    }
  }
  return true;
}

bool restore(state& current, const saved_ending& from) {
  auto details =
      packed_details::from_bytes(from.details, days_between(from.arrival, from.departure));
  const bool is_new = current.ended().find(from.reservation, from.since) == nullptr;
  if (!details || !is_new || from.type >= current.room_types().size()) {
    return false;
  }
  current.ended().put(from.reservation,
                      {from.how, from.since, from.type, from.arrival, from.departure,
                       *std::move(details), from.charged, from.paid, from.terms});
  return true;
}

/// Its rooms are in what the type has taken.
bool restore(state& current, const saved_block& from) {
  return from.block.type < current.room_types().size() && !from.block.left.empty() &&
         current.blocks().add(from.name, from.block);
}

bool restore(state& current, const saved_pick_up& from) {
  if (current.blocks().find(from.block) == nullptr ||
      current.find_stay(from.reservation) == nullptr) {
    return false;
  }
  current.blocks().pick_up(from.block, from.reservation);
  return true;
}

bool restore(state& current, const saved_waiting& from) {
  auto details =
      packed_details::from_bytes(from.details, days_between(from.arrival, from.departure));
  return details && from.type < current.room_types().size() &&
         current.find_stay(from.reservation) == nullptr &&
         current.waiting().join(from.reservation, {from.type, from.arrival, from.departure,
                                                   *std::move(details), from.own_version, 0});
}

/// Terms of a reservation that is not there were never saved.
bool restore_terms(state& current, const saved_hotel& from) {
  for (const saved_terms& plan : from.rate_plans) {
    current.sell(plan.of, plan.terms);
  }
  for (const saved_terms& agreed : from.terms) {
    current.agree(agreed.of, agreed.terms);
  }
  return std::ranges::all_of(from.terms, [&](const saved_terms& agreed) {
    return current.find_stay(agreed.of) != nullptr;
  });
}

/// So that bytes written from a saved_hotel with other members load as nothing.
std::uint64_t saved_form() {
  static const std::uint64_t form = hash64_of(form_of<saved_hotel>());
  return form;
}

std::optional<state> restored(const saved_hotel& from) {
  state current;
  current.own_version = from.own_version;
  current.zone_name = from.zone_name;
  current.zone = from.zone_name.empty() ? nullptr : find_zone(from.zone_name);
  current.currency = from.currency;
  current.audited = from.audited;
  const auto restores = [&](const auto& item) { return restore(current, item); };
  const bool fits = std::ranges::all_of(from.room_types, restores) &&
                    std::ranges::all_of(from.rooms, restores) &&
                    std::ranges::all_of(from.stays, restores) &&
                    std::ranges::all_of(from.ended, restores) &&
                    std::ranges::all_of(from.blocks, restores) &&
                    std::ranges::all_of(from.picked_up, restores) &&
                    std::ranges::all_of(from.waiting, restores) && restore_terms(current, from);
  return fits ? std::optional(std::move(current)) : std::nullopt;
}

}  // namespace

std::string decider::save(const state& current) {
  std::string bytes;
  pack_unsigned(bytes, snapshot_format);
  pack_fixed64(bytes, saved_form());
  pack(bytes, saved(current));
  return bytes;
}

std::optional<state> decider::load(std::string_view bytes) {
  unpacker in(bytes);
  if (in.read_unsigned() != snapshot_format || in.read_fixed64() != saved_form()) {
    return std::nullopt;
  }
  saved_hotel from;
  unpack(in, from);
  return in.done() ? restored(from) : std::nullopt;
}

}  // namespace jumak::hotel
