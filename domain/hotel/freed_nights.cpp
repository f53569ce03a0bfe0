#include "domain/hotel/freed_nights.hpp"

#include <algorithm>
#include <variant>

#include "domain/hotel/business_day.hpp"

namespace jumak::hotel {

void freed_nights::take_in(const event& decided) {
  std::visit([&](const auto& which) { note(which); }, decided);
}

bool freed_nights::has_room(std::uint64_t type, date from, date to) const {
  const room_type& wanted = now_.hotel.at(room_type_index(type));
  const auto every = on_every_night_.find(type);
  const std::int64_t always = every == on_every_night_.end() ? 0 : every->second;
  for (date night = from; night < to; night = night.plus_days(1)) {
    const auto found = places_.find({type, night});
    const std::int64_t more = always + (found == places_.end() ? 0 : found->second);
    if (wanted.taken.on(night) >= wanted.capacity_on(night) + more) {
      return false;
    }
  }
  return true;
}

void freed_nights::add(std::uint64_t type, date from, date to, std::int64_t places) {
  for (date night = from; night < to; night = night.plus_days(1)) {
    places_[{type, night}] += places;
  }
  is_any_ = is_any_ || (places > 0 && from < to);
}

void freed_nights::free(const name& reservation) {
  if (const stay* open = now_.hotel.find_stay(reservation.text())) {
    add(open->type.value(), open->arrival, open->departure, 1);
  }
}

void freed_nights::free_block(const name& block) {
  if (const room_block* open = now_.hotel.blocks().find(block.text())) {
    for (date night = open->from; night < open->to(); night = night.plus_days(1)) {
      add(open->type, night, night.plus_days(1), open->left_on(night));
    }
  }
}

std::uint64_t freed_nights::type_of(const name& room_type) const {
  return now_.hotel.find_room_type(room_type.text()).value_or(room_type_index()).value();
}

void freed_nights::note(const hold_placed& decided) {
  take(type_of(decided.room_type), decided.arrival, decided.departure);
}
void freed_nights::note(const hold_released& decided) { free(decided.reservation); }
void freed_nights::note(const hold_expired& decided) { free(decided.reservation); }
void freed_nights::note(const reservation_cancelled& decided) { free(decided.reservation); }
void freed_nights::note(const reservation_marked_no_show& decided) { free(decided.reservation); }

void freed_nights::note(const reservation_made& decided) {
  const bool was_held = now_.hotel.find_stay(decided.reservation.text()) != nullptr;
  if (!was_held) {
    take(type_of(decided.room_type), decided.arrival, decided.departure);
  }
}

void freed_nights::note(const reservation_reinstated& decided) {
  take(type_of(decided.room_type), decided.arrival, decided.departure);
}

void freed_nights::note(const stay_changed& decided) {
  free(decided.reservation);
  take(type_of(decided.room_type), decided.arrival, decided.departure);
}

void freed_nights::note(const guest_checked_in& decided) {
  const stay* open = now_.hotel.find_stay(decided.reservation.text());
  if (open != nullptr && open->type.value() != type_of(decided.room_type)) {
    free(decided.reservation);
    take(type_of(decided.room_type), open->arrival, open->departure);
  }
}

void freed_nights::note(const guest_checked_out& decided) {
  if (const stay* open = now_.hotel.find_stay(decided.reservation.text())) {
    for (const date night : decided.nights_returned) {
      add(open->type.value(), night, night.plus_days(1), 1);
    }
  }
}

void freed_nights::note(const guest_moved& decided) {
  if (const stay* open = now_.hotel.find_stay(decided.reservation.text())) {
    add(open->type.value(), decided.from, open->departure, 1);
    take(type_of(decided.room_type), decided.from, open->departure);
  }
}

void freed_nights::note(const room_added& decided) {
  ++on_every_night_[type_of(decided.room_type)];
  is_any_ = true;
}

void freed_nights::note(const overbooking_set& decided) {
  const std::uint64_t type = type_of(decided.room_type);
  const night_steps& before = now_.hotel.at(room_type_index(type)).overbooking;
  for (date night = decided.from; night < decided.to; night = night.plus_days(1)) {
    add(type, night, night.plus_days(1), decided.rooms.integer() - before.on(night));
  }
}

void freed_nights::note(const room_returned_to_service& decided) {
  const auto found = now_.hotel.find_room(decided.room.text());
  if (!found) {
    return;
  }
  const room& back = now_.hotel.at(*found);
  for (const night_span& span : back.out_of_order.spans()) {
    const date end = std::min(span.to, latest_departure(now_.today));
    add(back.type.value(), std::max(span.from, now_.today), end, 1);
  }
}

void freed_nights::note(const block_created& decided) {
  add(type_of(decided.room_type), decided.from, decided.to, -decided.rooms.integer());
}

void freed_nights::note(const block_picked_up& decided) {
  if (const room_block* open = now_.hotel.blocks().find(decided.block.text())) {
    add(open->type, decided.arrival, decided.departure, 1);
  }
}

void freed_nights::note(const block_returned& decided) {
  if (const room_block* open = now_.hotel.blocks().find(decided.block.text())) {
    add(open->type, decided.arrival, decided.departure, -1);
  }
}

void freed_nights::note(const block_released& decided) { free_block(decided.block); }
void freed_nights::note(const block_cut_off& decided) { free_block(decided.block); }

}  // namespace jumak::hotel
