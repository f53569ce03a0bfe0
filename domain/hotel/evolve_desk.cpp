#include "domain/hotel/added_stay.hpp"
#include "domain/hotel/evolve.hpp"

namespace jumak::hotel {
namespace {

/// The fold of money given back to one that ended without a stay.
template <class Event>
void refund_ended(state& hotel, const Event& happened, const event_context& around) {
  if (ended_stay* ended = hotel.ended().find(happened.reservation.text(), around.time)) {
    add_to(ended->paid, -happened.amount.integer());
  }
}

}  // namespace

void apply(state& hotel, const check_in_undone& happened, const event_context& around) {
  stay* open = hotel.find_stay(happened.reservation.text());
  if (open == nullptr || !open->room) {
    return;
  }
  hotel.vacate(*open->room);
  open->status = stay_status::confirmed;
  add_to(open->charged, -happened.charged.integer());
  open->own_version = around.stream_version;
}

void apply(state& hotel, const reservation_reinstated& happened, const event_context& around) {
  const std::string& reservation = happened.reservation.text();
  stay* open = add_stay(hotel, happened, around);
  const ended_stay* ended = hotel.ended().find(reservation, around.time);
  if (open == nullptr || ended == nullptr) {
    return;
  }
  open->charged = ended->charged;
  open->paid = ended->paid;
  if (happened.fee_returned) {
    add_to(open->charged, -happened.fee_returned->integer());
  }
  if (ended->terms) {
    hotel.agree(reservation, *ended->terms);
  }
  hotel.ended().erase(reservation);
}

void apply(state& hotel, const guest_moved& happened, const event_context& around) {
  stay* open = hotel.find_stay(happened.reservation.text());
  const auto into = hotel.find_room(happened.room.text());
  if (open == nullptr || open->status != stay_status::in_house || !open->room || !into) {
    return;
  }
  hotel.at(*open->room).status = room_status::dirty;
  hotel.move_guest(happened.reservation.text(), *open, *into, happened.from);
  open->own_version = around.stream_version;
}

void apply(state& hotel, const overnight_charged& happened, const event_context& around) {
  if (stay* open = hotel.find_stay(happened.reservation.text())) {
    add_to(open->charged, happened.rate.integer());
    hotel.charge_until(happened.reservation.text(), happened.night.plus_days(1));
    open->own_version = around.stream_version;
  }
}

void apply(state& hotel, const night_audited& happened, const event_context& around) {
  hotel.audited = happened.business_date;
  hotel.own_version = around.stream_version;
}

void apply(state& hotel, const deposit_requested& happened, const event_context& around) {
  if (stay* open = hotel.find_stay(happened.reservation.text())) {
    open->own_version = around.stream_version;
  }
}

void apply(state& hotel, const payment_refunded& happened, const event_context& around) {
  if (stay* open = hotel.find_stay(happened.reservation.text())) {
    add_to(open->paid, -happened.amount.integer());
    open->own_version = around.stream_version;
  }
}

void apply(state& hotel, const cancellation_refunded& happened, const event_context& around) {
  refund_ended(hotel, happened, around);
}

void apply(state& hotel, const no_show_refunded& happened, const event_context& around) {
  refund_ended(hotel, happened, around);
}

}  // namespace jumak::hotel
