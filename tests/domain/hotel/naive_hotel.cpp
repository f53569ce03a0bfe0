#include "tests/domain/hotel/naive_hotel.hpp"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <variant>

namespace jumak::hotel::testing {
namespace {

std::set<date> nights_between(date from, date to) {
  std::set<date> nights;
  for (date night = from; night < to; night = night.plus_days(1)) {
    nights.insert(night);
  }
  return nights;
}

bool overlap(const naive_hotel::reservation& one, const naive_hotel::reservation& other) {
  const std::set<date> nights = nights_between(one.arrival, one.departure);
  return std::ranges::any_of(nights_between(other.arrival, other.departure),
                             [&](date night) { return nights.contains(night); });
}

}  // namespace

bool naive_hotel::is_open(const reservation& one) const {
  return one.status == "confirmed" || one.status == "in_house";
}

std::size_t naive_hotel::rooms_of(const std::string& type) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(rooms_, [&](const auto& entry) { return entry.second.type == type; }));
}

std::size_t naive_hotel::taken(const std::string& type, date night) const {
  return static_cast<std::size_t>(std::ranges::count_if(reservations_, [&](const auto& entry) {
    return entry.second.counted_on == type && entry.second.nights.contains(night);
  }));
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

bool naive_hotel::is_full(const std::string& type, const std::set<date>& nights) const {
  return std::ranges::any_of(nights,
                             [&](date night) { return taken(type, night) >= rooms_of(type); });
}

std::string naive_hotel::foretell(const command& asked, date today) const {
  return std::visit([&](const auto& which) { return foretell_for(which, today); }, asked);
}

template <class Command>
std::string naive_hotel::foretell_for(const Command& asked, date today) const {
  if constexpr (std::is_same_v<Command, make_reservation>) {
    return foretell_booking(asked, today);
  } else if constexpr (requires { asked.reservation; }) {
    const auto found = reservations_.find(asked.reservation.text());
    if (found == reservations_.end()) {
      return "unknown_reservation";
    }
    return is_open(found->second) ? foretell_open(asked, found->second, today)
                                  : "reservation_closed";
  } else if constexpr (std::is_same_v<Command, set_room_status>) {
    return rooms_.contains(asked.room.text()) ? "accepted" : "unknown_room";
  } else {
    return "accepted";
  }
}

std::string naive_hotel::foretell_booking(const make_reservation& asked, date today) const {
  const auto nights = nights_between(asked.arrival, asked.departure);
  const std::int64_t guests = asked.guests.adults.integer() +
                              asked.guests.children.value_or(guest_count()).integer() +
                              asked.guests.infants.value_or(guest_count()).integer();
  const auto found = reservations_.find(asked.reservation.text());
  if (found != reservations_.end() && !is_open(found->second)) {
    return "already_exists";
  }
  if (!max_guests_.contains(asked.room_type.text())) {
    return "unknown_room_type";
  }
  if (found != reservations_.end()) {
    return "already_exists";
  }
  if (nights.empty() || nights.size() > 366 || asked.arrival < today.plus_days(-1)) {
    return "invalid_stay";
  }
  if (guests == 0) {
    return "no_guests";
  }
  if (guests > max_guests_.at(asked.room_type.text())) {
    return "too_many_guests";
  }
  if (asked.rate && asked.rate->integer() < 0) {
    return "invalid_rate";
  }
  return is_full(asked.room_type.text(), nights) ? "no_availability" : "accepted";
}

std::string naive_hotel::foretell_open(const command& asked, const reservation& open,
                                       date today) const {
  const bool is_confirmed = open.status == "confirmed";
  if (std::holds_alternative<check_out>(asked)) {
    if (is_confirmed) {
      return "wrong_state";
    }
    const bool is_settled = open.charges == open.payments;
    return is_settled || std::get<check_out>(asked).override_reason ? "accepted" : "open_balance";
  }
  if (const auto* charging = std::get_if<post_charge>(&asked)) {
    return is_confirmed                      ? "wrong_state"
           : charging->amount.integer() == 0 ? "invalid_amount"
                                             : "accepted";
  }
  if (const auto* paying = std::get_if<post_payment>(&asked)) {
    return paying->amount.integer() == 0 ? "invalid_amount" : "accepted";
  }
  if (!is_confirmed) {
    return "wrong_state";
  }
  if (const auto* assigning = std::get_if<assign_room>(&asked)) {
    return foretell_assignment(*assigning, open, today);
  }
  if (std::holds_alternative<check_in>(asked)) {
    return foretell_arrival(open, today);
  }
  if (std::holds_alternative<mark_no_show>(asked) && today < open.arrival) {
    return "too_early";
  }
  return "accepted";
}

std::string naive_hotel::foretell_assignment(const assign_room& asked, const reservation& open,
                                             date today) const {
  if (!rooms_.contains(asked.room.text())) {
    return "unknown_room";
  }
  if (open.room == asked.room.text()) {
    return "accepted";
  }
  for (const auto& [name, other] : reservations_) {
    if (name == asked.reservation.text() || !is_open(other) || other.room != asked.room.text()) {
      continue;
    }
    const bool is_still_in_it = other.status == "in_house" && other.departure <= today;
    if (is_still_in_it || overlap(open, other)) {
      return "room_in_use";
    }
  }
  return "accepted";
}

std::string naive_hotel::foretell_arrival(const reservation& open, date today) const {
  if (today >= open.departure) {
    return "wrong_state";
  }
  if (today < open.arrival) {
    return "too_early";
  }
  if (open.room.empty()) {
    return "no_room_assigned";
  }
  if (!occupant(open.room).empty()) {
    return "room_in_use";
  }
  const room& into = rooms_.at(open.room);
  if (into.status == "dirty") {
    return "room_not_ready";
  }
  const bool is_moved = into.type != open.counted_on;
  return is_moved && is_full(into.type, open.nights) ? "no_availability" : "accepted";
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

void naive_hotel::learn(const event& happened, date today) {
  if (const auto* defined = std::get_if<room_type_defined>(&happened)) {
    max_guests_[defined->room_type.text()] = defined->max_guests.integer();
  } else if (const auto* added = std::get_if<room_added>(&happened)) {
    rooms_[added->room.text()] = {added->room_type.text(), "clean"};
  } else if (const auto* set = std::get_if<room_status_set>(&happened)) {
    rooms_[set->room.text()].status = boost::describe::enum_to_string(set->status, "");
  } else if (const auto* made = std::get_if<reservation_made>(&happened)) {
    learn_from(*made);
  } else if (const auto* cancelled = std::get_if<reservation_cancelled>(&happened)) {
    change_status(cancelled->reservation, "confirmed", "cancelled");
    reservations_[cancelled->reservation.text()].nights.clear();
  } else if (const auto* marked = std::get_if<reservation_marked_no_show>(&happened)) {
    change_status(marked->reservation, "confirmed", "no_show");
    reservations_[marked->reservation.text()].nights.clear();
  } else if (const auto* assigned = std::get_if<room_assigned>(&happened)) {
    reservations_[assigned->reservation.text()].room = assigned->room.text();
  } else if (const auto* unassigned = std::get_if<room_unassigned>(&happened)) {
    reservations_[unassigned->reservation.text()].room.clear();
  } else if (const auto* arrived = std::get_if<guest_checked_in>(&happened)) {
    learn_from(*arrived);
  } else if (const auto* left = std::get_if<guest_checked_out>(&happened)) {
    learn_from(*left, today);
  } else if (const auto* charged = std::get_if<charge_posted>(&happened)) {
    reservations_[charged->reservation.text()].charges += charged->amount.integer();
  } else if (const auto* paid = std::get_if<payment_posted>(&happened)) {
    reservations_[paid->reservation.text()].payments += paid->amount.integer();
  }
}

void naive_hotel::learn_from(const reservation_made& happened) {
  change_status(happened.reservation, "", "confirmed");
  reservation& one = reservations_[happened.reservation.text()];
  one.counted_on = happened.room_type.text();
  one.arrival = happened.arrival;
  one.departure = happened.departure;
  one.nights = nights_between(happened.arrival, happened.departure);
  nights_seen_.insert(one.nights.begin(), one.nights.end());
  std::set<date> priced;
  for (const night_rate& night : happened.nights) {
    priced.insert(night.night);
    one.nights_total += night.rate.integer();
  }
  expect(priced == one.nights && happened.nights.size() == one.nights.size(),
         "every night has one rate");
}

void naive_hotel::learn_from(const guest_checked_in& happened) {
  const std::string into = happened.room.text();
  expect(occupant(into).empty(), "4: " + into + " is occupied");
  expect(rooms_[into].status != "dirty", "4: " + into + " is dirty");
  change_status(happened.reservation, "confirmed", "in_house");
  reservation& one = reservations_[happened.reservation.text()];
  expect(one.room == into, "4: " + into + " is not the room assigned");
  expect(happened.charged.integer() == one.nights_total, "6: nights are charged at check-in");
  expect(happened.room_type.text() == rooms_[into].type, "8: the type is that of the room");
  one.counted_on = rooms_[into].type;
  one.charges += happened.charged.integer();
}

void naive_hotel::learn_from(const guest_checked_out& happened, date today) {
  change_status(happened.reservation, "in_house", "checked_out");
  reservation& one = reservations_[happened.reservation.text()];
  const std::set<date> returned(happened.nights_returned.begin(), happened.nights_returned.end());
  expect(returned == nights_between(std::max(today, one.arrival), one.departure),
         "5: an early departure gives back the nights from today on");
  expect(happened.balance.integer() == one.charges - one.payments,
         "6: the balance is that of the folio");
  expect(happened.balance.integer() == 0 || happened.override_reason,
         "6: a balance wants a reason");
  std::erase_if(one.nights, [&](date night) { return returned.contains(night); });
  rooms_[happened.room.text()].status = "dirty";
}

void naive_hotel::check_everything() {
  for (const auto& [type, guests] : max_guests_) {
    for (const date night : nights_seen_) {
      expect(taken(type, night) <= rooms_of(type),
             "1: " + type + " is oversold on " + night.text());
    }
  }
  for (const auto& [name, one] : reservations_) {
    for (const auto& [other_name, other] : reservations_) {
      const bool same_room = !one.room.empty() && one.room == other.room;
      if (name < other_name && same_room && is_open(one) && is_open(other)) {
        expect(!overlap(one, other), "4: " + one.room + " is held twice on a night");
        expect(one.status != "in_house" || other.status != "in_house",
               "4: two guests in " + one.room);
      }
    }
  }
}

}  // namespace jumak::hotel::testing
