#include "domain/hotel/evolve.hpp"

#include <algorithm>

#include "domain/hotel/business_day.hpp"

namespace jumak::hotel {
namespace {

void take_nights(room_type& type, date from, date to) {
  for (date night = from; night < to; night = night.plus_days(1)) {
    type.taken.add_one(night);
  }
}

void return_nights(room_type& type, date from, date to) {
  for (date night = from; night < to; night = night.plus_days(1)) {
    type.taken.remove_one(night);
  }
}

void move_nights(state& hotel, stay& moving, room_type_index to) {
  if (moving.type == to) {
    return;
  }
  return_nights(hotel.at(moving.type), moving.arrival, moving.departure);
  take_nights(hotel.at(to), moving.arrival, moving.departure);
  moving.type = to;
}

std::int64_t total_of(const std::vector<night_rate>& nights) {
  std::int64_t total = 0;
  for (const night_rate& night : nights) {
    total += night.rate.integer();
  }
  return total;
}

/// Decisions keep the sums within the limit; the clamp only makes this total.
void add_to(std::int64_t& sum, std::int64_t amount) {
  sum = std::clamp(sum + amount, -folio_limit, folio_limit);
}

/// A cancellation and a no-show give back all nights.
void end_without_stay(state& hotel, const name& reservation) {
  const stay* ending = hotel.find_stay(reservation.text());
  if (ending == nullptr) {
    return;
  }
  return_nights(hotel.at(ending->type), ending->arrival, ending->departure);
  hotel.forget(reservation.text());
}

}  // namespace

void apply(state& hotel, const hotel_registered& happened, version at) {
  hotel.zone_name = happened.time_zone.text();
  hotel.zone = find_zone(hotel.zone_name);
  hotel.currency = happened.currency;
  hotel.own_version = at;
}

void apply(state& hotel, const room_type_defined& happened, version at) {
  room_type added;
  added.id = happened.room_type;
  added.title = happened.title;
  added.max_guests = happened.max_guests;
  added.base_rate = happened.rate;
  hotel.add(std::move(added));
  hotel.own_version = at;
}

void apply(state& hotel, const room_added& happened, version at) {
  if (const auto type = hotel.find_room_type(happened.room_type.text())) {
    room added;
    added.id = happened.room;
    added.type = *type;
    added.own_version = at;
    hotel.add(std::move(added));
  }
}

void apply(state& hotel, const rate_set& happened, version at) {
  if (const auto type = hotel.find_room_type(happened.room_type.text())) {
    hotel.at(*type).rates.set({happened.from, happened.to, happened.rate});
  }
  hotel.own_version = at;
}

void apply(state& hotel, const room_status_set& happened, version at) {
  if (const auto found = hotel.find_room(happened.room.text())) {
    hotel.at(*found).status = happened.status;
    hotel.at(*found).own_version = at;
  }
}

void apply(state& hotel, const reservation_made& happened, version at) {
  const auto type = hotel.find_room_type(happened.room_type.text());
  if (!type) {
    return;
  }
  stay added;
  added.type = *type;
  added.arrival = happened.arrival;
  added.departure = happened.departure;
  added.nights_total = total_of(happened.nights);
  added.own_version = at;
  if (hotel.add(happened.reservation.text(), added)) {
    take_nights(hotel.at(*type), happened.arrival, happened.departure);
  }
}

void apply(state& hotel, const reservation_cancelled& happened, version) {
  end_without_stay(hotel, happened.reservation);
}

void apply(state& hotel, const reservation_marked_no_show& happened, version) {
  end_without_stay(hotel, happened.reservation);
}

void apply(state& hotel, const room_assigned& happened, version at) {
  stay* open = hotel.find_stay(happened.reservation.text());
  const auto wanted = hotel.find_room(happened.room.text());
  if (open == nullptr || !wanted) {
    return;
  }
  hotel.claim_room(happened.reservation.text(), *open, *wanted);
  open->own_version = at;
}

void apply(state& hotel, const room_unassigned& happened, version at) {
  if (stay* open = hotel.find_stay(happened.reservation.text())) {
    hotel.give_up_room(happened.reservation.text(), *open);
    open->own_version = at;
  }
}

void apply(state& hotel, const guest_checked_in& happened, version at) {
  stay* open = hotel.find_stay(happened.reservation.text());
  const auto into = hotel.find_room(happened.room.text());
  const auto type = hotel.find_room_type(happened.room_type.text());
  if (open == nullptr || !into || !type) {
    return;
  }
  if (open->room != into) {
    hotel.claim_room(happened.reservation.text(), *open, *into);
  }
  hotel.at(*into).occupant = happened.reservation.text();
  move_nights(hotel, *open, *type);
  open->status = stay_status::in_house;
  add_to(open->charged, happened.charged.integer());
  open->own_version = at;
}

void apply(state& hotel, const guest_checked_out& happened, version) {
  const stay* leaving = hotel.find_stay(happened.reservation.text());
  if (leaving == nullptr) {
    return;
  }
  for (const date night : happened.nights_returned) {
    hotel.at(leaving->type).taken.remove_one(night);
  }
  if (leaving->room) {
    hotel.at(*leaving->room).status = room_status::dirty;
  }
  hotel.forget(happened.reservation.text());
}

void apply(state& hotel, const charge_posted& happened, version at) {
  if (stay* open = hotel.find_stay(happened.reservation.text())) {
    add_to(open->charged, happened.amount.integer());
    open->own_version = at;
  }
}

void apply(state& hotel, const payment_posted& happened, version at) {
  if (stay* open = hotel.find_stay(happened.reservation.text())) {
    add_to(open->paid, happened.amount.integer());
    open->own_version = at;
  }
}

}  // namespace jumak::hotel
