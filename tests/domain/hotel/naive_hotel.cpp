#include "tests/domain/hotel/naive_hotel.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <chrono>
#include <variant>

#include "core/pack.hpp"

namespace jumak::hotel::testing {

std::set<date> naive_hotel::nights_between(date from, date to) {
  std::set<date> nights;
  for (date night = from; night < to; night = night.plus_days(1)) {
    nights.insert(night);
  }
  return nights;
}

date naive_hotel::today(timestamp now) {
  return date(std::chrono::floor<std::chrono::days>(now + std::chrono::hours(9)));
}

bool naive_hotel::is_open(const reservation& one) {
  return one.status == "held" || one.status == "confirmed" || one.status == "in_house";
}

bool naive_hotel::is_missing(const room& one, date night) {
  return one.out_of_order.contains(night) || (one.retired_from && night >= *one.retired_from);
}

std::int64_t naive_hotel::taken(const std::string& type, date night) const {
  return std::ranges::count_if(reservations_, [&](const auto& entry) {
    return counts(entry.second, type, night);
  }) + blocked(type, night);
}

bool naive_hotel::counts(const reservation& one, const std::string& type, date night) {
  const auto elsewhere = one.elsewhere.find(night);
  const std::string& on = elsewhere == one.elsewhere.end() ? one.counted_on : elsewhere->second;
  return on == type && one.nights.contains(night);
}

std::int64_t naive_hotel::overbooking(const std::string& type, date night) const {
  const auto& set = overbooking_.at(type);
  const auto found = set.find(night);
  return found == set.end() ? 0 : found->second;
}

std::int64_t naive_hotel::capacity(const std::string& type, date night) const {
  const auto rooms = std::ranges::count_if(rooms_, [&](const auto& entry) {
    return entry.second.type == type && !is_missing(entry.second, night);
  });
  return rooms + overbooking(type, night);
}

std::int64_t naive_hotel::balance(const std::string& name) const {
  const auto found = reservations_.find(name);
  return found == reservations_.end() ? 0 : found->second.charges - found->second.payments;
}

std::string naive_hotel::occupant(const std::string& room_name) const {
  for (const auto& [name, one] : reservations_) {
    if (one.status == "in_house" && one.room == room_name) {
      return name;
    }
  }
  return {};
}

void naive_hotel::expect(bool holds, const std::string& what) {
  if (!holds) {
    broken_.push_back(what);
  }
}

void naive_hotel::change_status(const name& which, const std::string& from, const std::string& to) {
  reservation& one = reservations_[which.text()];
  expect(one.status == from, "7: " + which.text() + " from " + one.status + " to " + to);
  one.status = to;
}

void naive_hotel::end(const name& which, const std::string& from, const std::string& to) {
  change_status(which, from, to);
  reservations_[which.text()].nights.clear();
}

void naive_hotel::take_in(const reservation_made& whole, const std::string& status) {
  const bool has_waited = reservations_[whole.reservation.text()].status == "waiting";
  change_status(whole.reservation, has_waited ? "waiting" : "", status);
  reservation& one = reservations_[whole.reservation.text()];
  one.counted_on = whole.room_type.text();
  one.arrival = whole.arrival;
  one.departure = whole.departure;
  one.nights = nights_between(whole.arrival, whole.departure);
  one.whole = whole;
  nights_seen_.insert(one.nights.begin(), one.nights.end());
  one.rates_then = prices(one.counted_on, one.arrival, one.departure, whole.rate);
  one.block = picked_from_;
  picked_from_.clear();
  one.is_priced = whole.nights == one.rates_then;
}

void naive_hotel::learn(const event& happened, timestamp now) {
  std::visit([&](const auto& which) { learn_from(which, now); }, happened);
}

void naive_hotel::learn_from(const room_type_defined& happened, timestamp) {
  max_guests_[happened.room_type.text()] = happened.max_guests.integer();
  rates_[happened.room_type.text()];
  overbooking_[happened.room_type.text()];
}

void naive_hotel::learn_from(const room_added& happened, timestamp) {
  expect(!rooms_.contains(happened.room.text()), "a room's name is never used again");
  rooms_[happened.room.text()] = {happened.room_type.text(), "clean", {}, {}};
}

void naive_hotel::learn_from(const rate_set& happened, timestamp) {
  for (const date night : nights_between(happened.from, happened.to)) {
    rates_[happened.room_type.text()][night] = happened.rate.integer();
  }
}

void naive_hotel::learn_from(const overbooking_set& happened, timestamp) {
  for (const date night : nights_between(happened.from, happened.to)) {
    overbooking_[happened.room_type.text()][night] = happened.rooms.integer();
  }
}

void naive_hotel::learn_from(const room_retired& happened, timestamp now) {
  rooms_[happened.room.text()].retired_from = today(now);
}

void naive_hotel::learn_from(const room_taken_out_of_order& happened, timestamp) {
  rooms_[happened.room.text()].out_of_order.merge(nights_between(happened.from, happened.to));
}

void naive_hotel::learn_from(const room_returned_to_service& happened, timestamp now) {
  std::erase_if(rooms_[happened.room.text()].out_of_order,
                [&](date night) { return night >= today(now); });
}

void naive_hotel::learn_from(const room_status_set& happened, timestamp) {
  rooms_[happened.room.text()].status = boost::describe::enum_to_string(happened.status, "");
}

void naive_hotel::learn_from(const hold_placed& happened, timestamp now) {
  take_in({happened.reservation, happened.room_type, happened.arrival, happened.departure,
           happened.guest, happened.guests, happened.rate, happened.meal, happened.segment,
           happened.channel, happened.country, happened.deposit, happened.requests,
           happened.nights, happened.currency},
          "held");
  expect(happened.expires_at == now + std::chrono::seconds(happened.ttl_seconds.integer()),
         "a hold lasts its seconds");
  reservations_[happened.reservation.text()].expires_at = happened.expires_at;
}

void naive_hotel::learn_from(const hold_released& happened, timestamp) {
  end(happened.reservation, "held", "released");
}

void naive_hotel::learn_from(const hold_expired& happened, timestamp now) {
  end(happened.reservation, "held", "expired");
  expect(reservations_[happened.reservation.text()].expires_at <= now, "2: expired too early");
}

void naive_hotel::learn_from(const reservation_made& happened, timestamp now) {
  reservation& one = reservations_[happened.reservation.text()];
  if (one.status != "held") {
    return take_in(happened, "confirmed");
  }
  change_status(happened.reservation, "held", "confirmed");
  expect(now < one.expires_at, "2: confirmed too late");
  expect(packed(happened) == packed(one.whole), "2: confirmed is what was held");
}

void naive_hotel::learn_from(const stay_changed& happened, timestamp) {
  reservation& one = reservations_[happened.reservation.text()];
  expect(is_open(one), "7: a closed stay was changed");
  for (const night_rate& night : happened.nights) {
    const bool is_charged = one.status == "in_house" && !one.nights.contains(night.night) &&
                            !one.overnights.contains(night.night);
    one.charges += is_charged ? night.rate.integer() : 0;
  }
  if (one.counted_on != happened.room_type.text() || one.arrival != happened.arrival ||
      one.departure != happened.departure) {
    one.block.clear();
  }
  one.counted_on = happened.room_type.text();
  one.arrival = happened.arrival;
  one.departure = happened.departure;
  one.nights = nights_between(happened.arrival, happened.departure);
  nights_seen_.insert(one.nights.begin(), one.nights.end());
  one.whole = {happened.reservation, happened.room_type, happened.arrival, happened.departure,
               happened.guest, happened.guests, happened.rate, happened.meal, happened.segment,
               happened.channel, happened.country, happened.deposit, happened.requests,
               happened.nights, happened.currency};
}

void naive_hotel::learn_from(const reservation_cancelled& happened, timestamp now) {
  expect_fee(happened.reservation, fee_reason::cancellation, now);
  reservations_[happened.reservation.text()].ended_at = now;
  end(happened.reservation, "confirmed", "cancelled");
}

void naive_hotel::learn_from(const reservation_marked_no_show& happened, timestamp now) {
  expect_fee(happened.reservation, fee_reason::no_show, now);
  reservations_[happened.reservation.text()].ended_at = now;
  end(happened.reservation, "confirmed", "no_show");
}

void naive_hotel::learn_from(const room_assigned& happened, timestamp) {
  reservations_[happened.reservation.text()].room = happened.room.text();
}

void naive_hotel::learn_from(const room_unassigned& happened, timestamp) {
  reservations_[happened.reservation.text()].room.clear();
}

void naive_hotel::learn_from(const guest_checked_in& happened, timestamp now) {
  const std::string into = happened.room.text();
  expect(occupant(into).empty(), "4: " + into + " is occupied");
  expect(rooms_[into].status != "dirty", "4: " + into + " is dirty");
  expect(!is_missing(rooms_[into], today(now)), "4: " + into + " is out of order");
  change_status(happened.reservation, "confirmed", "in_house");
  reservation& one = reservations_[happened.reservation.text()];
  std::int64_t total = 0;
  for (const night_rate& night : one.whole.nights) {
    total += night.rate.integer();
  }
  expect(one.room == into, "4: " + into + " is not the room assigned");
  expect(happened.charged.integer() == total, "6: nights are charged at check-in");
  expect(happened.room_type.text() == rooms_[into].type, "8: the type is that of the room");
  if (one.counted_on != rooms_[into].type) {
    one.block.clear();
  }
  one.counted_on = rooms_[into].type;
  one.whole.room_type = happened.room_type;
  one.charges += happened.charged.integer();
  one.inside_since = now;
}

void naive_hotel::learn_from(const guest_checked_out& happened, timestamp now) {
  change_status(happened.reservation, "in_house", "checked_out");
  reservation& one = reservations_[happened.reservation.text()];
  const std::set<date> returned(happened.nights_returned.begin(), happened.nights_returned.end());
  expect(returned == nights_between(std::max(today(now), one.arrival), one.departure),
         "5: an early departure gives back the nights from today on");
  expect(happened.balance.integer() == one.charges - one.payments,
         "6: the balance is that of the folio");
  expect(happened.balance.integer() == 0 || happened.override_reason,
         "6: a balance wants a reason");
  std::erase_if(one.nights, [&](date night) { return returned.contains(night); });
  rooms_[happened.room.text()].status = "dirty";
}

void naive_hotel::learn_from(const charge_posted& happened, timestamp) {
  reservations_[happened.reservation.text()].charges += happened.amount.integer();
}

void naive_hotel::learn_from(const payment_posted& happened, timestamp) {
  reservations_[happened.reservation.text()].payments += happened.amount.integer();
}

void naive_hotel::check_everything(timestamp now) {
  for (const auto& [type, guests] : max_guests_) {
    for (const date night : nights_seen_) {
      expect(night < today(now) || taken(type, night) <= capacity(type, night),
             "1: " + type + " is oversold on " + night.text());
    }
  }
  for (const auto& [name, one] : reservations_) {
    expect(one.is_priced, name + ": every night costs the rate given or set, or its percentage");
    if (one.room.empty() || !is_open(one)) {
      continue;
    }
    expect(!is_in_use(one.room, name, nights_in_room(one), timestamp::min()),
           "4: " + one.room + " is held twice on a night");
    const std::string inside = occupant(one.room);
    expect(one.status != "in_house" || inside == name, "4: two guests in " + one.room);
  }
}

}  // namespace jumak::hotel::testing
