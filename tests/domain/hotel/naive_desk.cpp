#include <algorithm>

#include "core/pack.hpp"
#include "tests/domain/hotel/naive_hotel.hpp"

namespace jumak::hotel::testing {

std::set<date> naive_hotel::nights_in_room(const reservation& one) {
  return nights_between(std::max(one.arrival, one.moved_on.value_or(one.arrival)), one.departure);
}

std::string naive_hotel::why_no_entry(const std::string& room_name, timestamp now) const {
  const room& into = rooms_.at(room_name);
  if (!occupant(room_name).empty()) {
    return "room_in_use";
  }
  return into.status == "dirty" || is_missing(into, today(now)) ? "room_not_ready" : "";
}

std::string naive_hotel::foretell_walk_in(const walk_in& asked, timestamp now) const {
  const auto found = reservations_.find(asked.reservation.text());
  const bool is_known = found != reservations_.end();
  if (is_known && !is_in_the_way(found->second, now)) {
    return "already_exists";
  }
  const auto into = rooms_.find(asked.room.text());
  if (into == rooms_.end() || into->second.retired_from) {
    return "unknown_room";
  }
  if (is_known) {
    return "already_exists";
  }
  const date arrival = asked.arrival.value_or(today(now));
  const auto nights = nights_between(arrival, asked.departure);
  const bool stays_today = arrival <= today(now) && today(now) < asked.departure;
  if (nights.empty() || arrival < today(now).plus_days(-1) || !stays_today) {
    return "invalid_stay";
  }
  const std::string& type = into->second.type;
  const std::int64_t guests = asked.guests.adults.integer() +
                              asked.guests.infants.value_or(guest_count()).integer();
  if (guests == 0 || guests > max_guests_.at(type)) {
    return guests == 0 ? "no_guests" : "too_many_guests";
  }
  if (asked.rate && asked.rate->integer() < 0) {
    return "invalid_rate";
  }
  if (is_in_use(into->first, asked.reservation.text(), nights, now)) {
    return "room_in_use";
  }
  if (std::ranges::any_of(nights, [&](date night) { return is_missing(into->second, night); })) {
    return "room_out_of_order";
  }
  const std::string no_entry = why_no_entry(into->first, now);
  return !no_entry.empty() ? no_entry : is_full(type, nights) ? "no_availability" : "accepted";
}

std::string naive_hotel::foretell_desk(const command& asked, const reservation& open,
                                       timestamp now) const {
  if (const auto* moving = std::get_if<move_guest>(&asked)) {
    return foretell_move(*moving, open, now);
  }
  if (const auto* longer = std::get_if<extend_stay>(&asked)) {
    return foretell_departure(longer->reservation, longer->departure, true, longer->rate, now);
  }
  if (const auto* shorter = std::get_if<shorten_stay>(&asked)) {
    return foretell_departure(shorter->reservation, shorter->departure, false, {}, now);
  }
  if (const auto* requesting = std::get_if<request_deposit>(&asked)) {
    return foretell_deposit(*requesting, open, now);
  }
  if (const auto* refunding = std::get_if<refund_payment>(&asked)) {
    return open.status == "held" ? "wrong_state" : foretell_refund(*refunding, open.payments);
  }
  if (std::holds_alternative<leave_waitlist>(asked) ||
      std::holds_alternative<promote_from_waitlist>(asked)) {
    return "wrong_state";
  }
  if (std::holds_alternative<undo_check_in>(asked)) {
    return foretell_undo(open, now);
  }
  if (std::holds_alternative<reinstate_reservation>(asked)) {
    return "wrong_state";
  }
  return {};
}

std::string naive_hotel::foretell_undo(const reservation& open, timestamp now) const {
  if (open.status != "in_house") {
    return "wrong_state";
  }
  if (today(open.inside_since) != today(now) || open.moved_on) {
    return "too_late";
  }
  std::int64_t nights = 0;
  for (const night_rate& night : open.whole.nights) {
    nights += night.rate.integer();
  }
  return open.charges == nights ? "accepted" : "has_charges";
}

std::string naive_hotel::foretell_ended(const command& asked, const reservation& ended,
                                        timestamp now) const {
  if (const auto* refunding = std::get_if<refund_payment>(&asked)) {
    return foretell_refund(*refunding, ended.payments - ended.charges);
  }
  if (ended.departure <= today(now)) {
    return "invalid_stay";
  }
  const auto nights = nights_between(ended.arrival, ended.departure);
  return is_full(ended.counted_on, nights) ? "no_availability" : "accepted";
}

std::string naive_hotel::foretell_refund(const refund_payment& asked, std::int64_t refundable) {
  const std::int64_t amount = asked.amount.integer();
  return amount <= 0 ? "invalid_amount" : amount > refundable ? "refund_too_large" : "accepted";
}

std::string naive_hotel::foretell_deposit(const request_deposit& asked, const reservation& open,
                                          timestamp now) const {
  if (open.status != "confirmed") {
    return "wrong_state";
  }
  if (asked.amount.integer() <= 0) {
    return "invalid_amount";
  }
  return asked.due < today(now) || asked.due > open.arrival ? "invalid_due" : "accepted";
}

std::string naive_hotel::foretell_move(const move_guest& asked, const reservation& open,
                                       timestamp now) const {
  if (open.status != "in_house" || open.departure <= today(now)) {
    return "wrong_state";
  }
  const auto into = rooms_.find(asked.room.text());
  if (into == rooms_.end() || into->second.retired_from) {
    return "unknown_room";
  }
  if (into->first == open.room) {
    return "nothing";
  }
  const auto nights = nights_between(today(now), open.departure);
  if (is_in_use(into->first, asked.reservation.text(), nights, now)) {
    return "room_in_use";
  }
  if (std::ranges::any_of(nights, [&](date night) { return is_missing(into->second, night); })) {
    return "room_out_of_order";
  }
  const std::string no_entry = why_no_entry(into->first, now);
  const bool has_place =
      into->second.type == open.counted_on || !is_full(into->second.type, nights);
  return !no_entry.empty() ? no_entry : has_place ? "accepted" : "no_availability";
}

std::string naive_hotel::foretell_departure(const name& which, date departure, bool is_later,
                                            const std::optional<money>& rate,
                                            timestamp now) const {
  const reservation& open = reservations_.at(which.text());
  if (open.status != "in_house") {
    return "wrong_state";
  }
  if (is_later ? departure <= open.departure : departure >= open.departure) {
    return "invalid_stay";
  }
  change_stay change;
  change.reservation = which;
  change.departure = departure;
  change.rate = rate;
  return foretell_change(change, open, now);
}

void naive_hotel::learn_from(const check_in_undone& happened, timestamp) {
  change_status(happened.reservation, "in_house", "confirmed");
  reservation& one = reservations_[happened.reservation.text()];
  one.charges -= happened.charged.integer();
  expect(one.charges == 0, "what was charged at check-in is taken back");
  expect(one.room == happened.room.text() && one.counted_on == happened.room_type.text(),
         "an undone check-in keeps the room");
}

void naive_hotel::learn_from(const reservation_reinstated& happened, timestamp) {
  reservation& one = reservations_[happened.reservation.text()];
  change_status(happened.reservation, one.status == "no_show" ? "no_show" : "cancelled",
                "confirmed");
  const reservation_made whole{happened.reservation, happened.room_type, happened.arrival,
                               happened.departure,   happened.guest,     happened.guests,
                               happened.rate,        happened.meal,      happened.segment,
                               happened.channel,     happened.country,   happened.deposit,
                               happened.requests,    happened.nights,    happened.currency};
  expect(packed(whole) == packed(one.whole), "it comes back as it was");
  one.nights = nights_between(one.arrival, one.departure);
  one.room.clear();
  one.charges -= happened.fee_returned.value_or(money_sum()).integer();
  expect(one.charges == 0, "its fee is returned");
  one.fee.reset();
}

void naive_hotel::learn_from(const guest_moved& happened, timestamp now) {
  reservation& one = reservations_[happened.reservation.text()];
  const std::string into = happened.room.text();
  expect(one.status == "in_house", "only a guest in house is moved");
  expect(one.room == happened.room_left.text(), "a guest leaves the room that was theirs");
  expect(happened.from == today(now), "a guest moves today");
  expect(why_no_entry(into, now).empty(), "4: " + into + " is not fit for a guest");
  for (const date night : one.nights) {
    if (night < happened.from) {
      one.elsewhere.try_emplace(night, one.counted_on);
    }
  }
  rooms_[one.room].status = "dirty";
  one.room = into;
  one.moved_on = happened.from;
  one.counted_on = rooms_[into].type;
  one.whole.room_type = happened.room_type;
}

void naive_hotel::learn_from(const deposit_requested&, timestamp) {}

void naive_hotel::learn_from(const payment_refunded& happened, timestamp) {
  reservations_[happened.reservation.text()].payments -= happened.amount.integer();
}

void naive_hotel::learn_from(const cancellation_refunded& happened, timestamp) {
  reservation& one = reservations_[happened.reservation.text()];
  expect(one.status == "cancelled", "only a cancelled one is refunded so");
  one.payments -= happened.amount.integer();
}

void naive_hotel::learn_from(const no_show_refunded& happened, timestamp) {
  reservation& one = reservations_[happened.reservation.text()];
  expect(one.status == "no_show", "only a no-show is refunded so");
  one.payments -= happened.amount.integer();
}

}  // namespace jumak::hotel::testing
