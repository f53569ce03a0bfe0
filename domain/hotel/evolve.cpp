#include "domain/hotel/evolve.hpp"

#include <algorithm>

#include "domain/hotel/added_stay.hpp"
#include "domain/hotel/whole_reservation.hpp"

namespace jumak::hotel {
namespace {

/// All nights are given back.
void end_without_stay(state& hotel, const name& reservation) {
  const stay* ending = hotel.find_stay(reservation.text());
  if (ending == nullptr) {
    return;
  }
  hotel.return_nights(*ending);
  hotel.forget(reservation.text());
}

}  // namespace

void apply(state& hotel, const hold_placed& happened, const event_context& around) {
  if (stay* added = add_stay(hotel, happened, around)) {
    hotel.hold(happened.reservation.text(), *added, happened.expires_at);
  }
}

void apply(state& hotel, const hold_released& happened, const event_context&) {
  end_without_stay(hotel, happened.reservation);
}

void apply(state& hotel, const hold_expired& happened, const event_context&) {
  end_without_stay(hotel, happened.reservation);
}

void apply(state& hotel, const reservation_made& happened, const event_context& around) {
  stay* held = hotel.find_stay(happened.reservation.text());
  if (!hotel.waiting().empty()) {
    hotel.waiting().leave(happened.reservation.text());
  }
  if (held == nullptr) {
    add_stay(hotel, happened, around);
  } else if (held->status == stay_status::held) {
    // It keeps its nights.
    hotel.confirm(happened.reservation.text(), *held);
    held->own_version = around.stream_version;
  }
}

void apply(state& hotel, const stay_changed& happened, const event_context& around) {
  const std::string& reservation = happened.reservation.text();
  stay* open = hotel.find_stay(reservation);
  const auto type = hotel.find_room_type(happened.room_type.text());
  if (open == nullptr || !type || !has_its_nights(happened)) {
    return;
  }
  if (open->status == stay_status::in_house) {
    const date first = hotel.charged_until(reservation).value_or(open->departure);
    add_to(open->charged, cost_from(std::max(first, open->departure), happened.nights));
  }
  hotel.move_nights(reservation, *open, *type, happened.arrival, happened.departure);
  open->details = packed_details(happened);
  open->own_version = around.stream_version;
}

void apply(state& hotel, const reservation_cancelled& happened, const event_context& around) {
  hotel.end(happened.reservation.text(), ending::cancelled, around.time);
}

void apply(state& hotel, const reservation_marked_no_show& happened,
           const event_context& around) {
  hotel.end(happened.reservation.text(), ending::no_show, around.time);
}

void apply(state& hotel, const room_assigned& happened, const event_context& around) {
  stay* open = hotel.find_stay(happened.reservation.text());
  const auto wanted = hotel.find_room(happened.room.text());
  if (open == nullptr || !wanted) {
    return;
  }
  hotel.claim_room(happened.reservation.text(), *open, *wanted);
  open->own_version = around.stream_version;
}

void apply(state& hotel, const room_unassigned& happened, const event_context& around) {
  if (stay* open = hotel.find_stay(happened.reservation.text())) {
    hotel.give_up_room(happened.reservation.text(), *open);
    open->own_version = around.stream_version;
  }
}

void apply(state& hotel, const guest_checked_in& happened, const event_context& around) {
  stay* open = hotel.find_stay(happened.reservation.text());
  const auto into = hotel.find_room(happened.room.text());
  const auto type = hotel.find_room_type(happened.room_type.text());
  if (open == nullptr || !into || !type) {
    return;
  }
  if (open->room != into) {
    hotel.claim_room(happened.reservation.text(), *open, *into);
  }
  hotel.occupy(happened.reservation.text(), *into, around.time);
  if (open->type != *type) {
    hotel.move_nights(happened.reservation.text(), *open, *type, open->arrival, open->departure);
  }
  open->status = stay_status::in_house;
  add_to(open->charged, happened.charged.integer());
  open->own_version = around.stream_version;
}

void apply(state& hotel, const guest_checked_out& happened, const event_context&) {
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

void apply(state& hotel, const charge_posted& happened, const event_context& around) {
  if (stay* open = hotel.find_stay(happened.reservation.text())) {
    add_to(open->charged, happened.amount.integer());
    open->own_version = around.stream_version;
  }
}

void apply(state& hotel, const payment_posted& happened, const event_context& around) {
  if (stay* open = hotel.find_stay(happened.reservation.text())) {
    add_to(open->paid, happened.amount.integer());
    open->own_version = around.stream_version;
  }
}

}  // namespace jumak::hotel
