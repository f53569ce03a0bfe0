#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <chrono>
#include <iterator>
#include <variant>

#include "tests/domain/hotel/naive_hotel.hpp"

namespace jumak::hotel::testing {
namespace {

std::int64_t total(const guests_given& guests) {
  return guests.adults.integer() + guests.children.value_or(guest_count()).integer() +
         guests.infants.value_or(guest_count()).integer();
}

std::string accepted(bool is_nothing_to_do) { return is_nothing_to_do ? "nothing" : "accepted"; }

bool is_negative(const std::optional<money>& rate) { return rate && rate->integer() < 0; }

}  // namespace

std::string naive_hotel::status_at(const reservation& one, timestamp now) {
  return one.status == "held" && one.expires_at <= now ? "expired" : one.status;
}

bool naive_hotel::is_in_use(const std::string& room_name, const std::string& asking,
                            const std::set<date>& nights, timestamp now) const {
  return std::ranges::any_of(reservations_, [&](const auto& entry) {
    const reservation& other = entry.second;
    if (entry.first == asking || !is_open(other) || other.room != room_name) {
      return false;
    }
    const bool overstays = other.status == "in_house" && now != timestamp::min() &&
                           other.departure <= today(now);
    return overstays || std::ranges::any_of(nights_in_room(other), [&](date night) {
             return nights.contains(night);
           });
  });
}

bool naive_hotel::is_full(const std::string& type, const std::set<date>& nights) const {
  return std::ranges::any_of(
      nights, [&](date night) { return taken(type, night) >= capacity(type, night); });
}

bool naive_hotel::is_needed(const room& one, const std::set<date>& nights, timestamp now) const {
  return std::ranges::any_of(nights, [&](date night) {
    return night >= today(now) && !is_missing(one, night) &&
           taken(one.type, night) > capacity(one.type, night) - 1;
  });
}

std::string naive_hotel::foretell(const command& asked, timestamp now) const {
  return std::visit([&](const auto& which) { return foretell_for(which, now); }, asked);
}

template <class Command>
std::string naive_hotel::foretell_for(const Command& asked, timestamp now) const {
  if constexpr (std::is_same_v<Command, make_reservation> || std::is_same_v<Command, place_hold> ||
                std::is_same_v<Command, book_rate_plan>) {
    return foretell_booking(asked, now);
  } else if constexpr (std::is_same_v<Command, join_waitlist>) {
    const std::string booked = foretell_booking(asked, now);
    return booked == "accepted" ? "not_full" : booked == "no_availability" ? "accepted" : booked;
  } else if constexpr (std::is_same_v<Command, pick_up_from_block>) {
    return foretell_pick_up(asked, now);
  } else if constexpr (std::is_same_v<Command, walk_in>) {
    return foretell_walk_in(asked, now);
  } else if constexpr (requires { asked.reservation; }) {
    const auto found = reservations_.find(asked.reservation.text());
    const std::string status =
        found == reservations_.end() ? "" : status_at(found->second, now);
    if (std::is_same_v<Command, expire_hold>) {
      return accepted(status.empty() || found->second.status != "held" || status == "held");
    }
    if (status.empty()) {
      return "unknown_reservation";
    }
    const bool ends_a_hold =
        std::is_same_v<Command, confirm_hold> || std::is_same_v<Command, release_hold>;
    if (ends_a_hold && status == "expired") {
      return "hold_expired";
    }
    if (status == "waiting") {
      return foretell_waiting(asked, found->second, now);
    }
    const bool is_closed = status == "expired" || !is_open(found->second);
    const bool is_kept = (status == "cancelled" || status == "no_show") &&
                         now - found->second.ended_at <= std::chrono::days(30);
    if (is_kept && (std::is_same_v<Command, reinstate_reservation> ||
                    std::is_same_v<Command, refund_payment>)) {
      return foretell_ended(asked, found->second, now);
    }
    return is_closed ? "reservation_closed" : foretell_open(asked, found->second, now);
  } else if constexpr (requires { asked.room; }) {
    return foretell_for_room(asked, asked.room.text(), now);
  } else if constexpr (std::is_same_v<Command, set_rate>) {
    return foretell_for_type(asked);
  } else if constexpr (std::is_same_v<Command, create_block>) {
    return foretell_block(asked, now);
  } else if constexpr (std::is_same_v<Command, release_block>) {
    const std::string status = block_status_at(asked.block.text(), now);
    return status.empty() ? "unknown_block" : status == "open" ? "accepted" : "block_closed";
  } else if constexpr (std::is_same_v<Command, cut_off_block>) {
    const auto found = blocks_.find(asked.block.text());
    return accepted(found == blocks_.end() || found->second.status != "open" ||
                    found->second.cut_off_at > now);
  } else if constexpr (std::is_same_v<Command, run_night_audit>) {
    return foretell_audit(asked, now);
  } else if constexpr (std::is_same_v<Command, define_rate_plan>) {
    return foretell_plan(asked);
  } else if constexpr (std::is_same_v<Command, set_restrictions>) {
    return foretell_for_type(asked);
  } else if constexpr (std::is_same_v<Command, set_overbooking>) {
    return foretell_for_type(asked, now);
  } else if constexpr (std::is_same_v<Command, add_rooms>) {
    const bool is_used = std::ranges::any_of(
        asked.rooms.items(), [&](const name& room) { return rooms_.contains(room.text()); });
    return !max_guests_.contains(asked.room_type.text()) ? "unknown_room_type"
           : is_used                                     ? "already_exists"
                                                         : "accepted";
  } else {
    return "already_exists";
  }
}

std::string naive_hotel::foretell_for_room(const command& asked, const std::string& name,
                                           timestamp now) const {
  const auto found = rooms_.find(name);
  if (found == rooms_.end() || found->second.retired_from) {
    return "unknown_room";
  }
  const room& one = found->second;
  if (const auto* setting = std::get_if<set_room_status>(&asked)) {
    return accepted(one.status == boost::describe::enum_to_string(setting->status, ""));
  }
  if (std::holds_alternative<return_room_to_service>(asked)) {
    return accepted(
        std::ranges::none_of(one.out_of_order, [&](date night) { return night >= today(now); }));
  }
  std::set<date> nights;
  if (const auto* taking = std::get_if<take_room_out_of_order>(&asked)) {
    nights = nights_between(taking->from, taking->to);
  } else {
    // For good: all nights from today on that anybody ever had.
    std::ranges::copy_if(nights_seen_, std::inserter(nights, nights.end()),
                         [&](date night) { return night >= today(now); });
    nights.insert(today(now));
  }
  if (nights.empty()) {
    return "invalid_stay";
  }
  if (is_in_use(name, "", nights, now)) {
    return "room_in_use";
  }
  return is_needed(one, nights, now) ? "would_oversell" : "accepted";
}

template <class Booking>
std::string naive_hotel::foretell_booking(const Booking& asked, timestamp now) const {
  const auto nights = nights_between(asked.arrival, asked.departure);
  const auto found = reservations_.find(asked.reservation.text());
  const bool is_known = found != reservations_.end();
  if (is_known && !is_in_the_way(found->second, now)) {
    return "already_exists";
  }
  if constexpr (requires { asked.rate_plan; }) {
    if (!rate_plans_.contains(asked.rate_plan.text())) {
      return "unknown_rate_plan";
    }
  }
  if (!max_guests_.contains(asked.room_type.text())) {
    return "unknown_room_type";
  }
  if (is_known) {
    return "already_exists";
  }
  if (nights.empty() || nights.size() > 366 || asked.arrival < today(now).plus_days(-1)) {
    return "invalid_stay";
  }
  if (total(asked.guests) == 0) {
    return "no_guests";
  }
  if (total(asked.guests) > max_guests_.at(asked.room_type.text())) {
    return "too_many_guests";
  }
  if constexpr (requires { asked.rate; }) {
    if (is_negative(asked.rate)) {
      return "invalid_rate";
    }
  }
  if (is_full(asked.room_type.text(), nights)) {
    return "no_availability";
  }
  const bool is_shut =
      is_restricted(asked.room_type.text(), asked.arrival, asked.departure, nullptr);
  return is_shut ? "restricted" : "accepted";
}

std::string naive_hotel::foretell_folio(const command& asked, const reservation& open) const {
  const bool is_in_house = open.status == "in_house";
  if (const auto* leaving = std::get_if<check_out>(&asked)) {
    const bool may_go = open.charges == open.payments || leaving->override_reason;
    return !is_in_house ? "wrong_state" : may_go ? "accepted" : "open_balance";
  }
  if (const auto* charging = std::get_if<post_charge>(&asked)) {
    return !is_in_house                      ? "wrong_state"
           : charging->amount.integer() == 0 ? "invalid_amount"
                                             : "accepted";
  }
  const auto& paying = std::get<post_payment>(asked);
  return open.status == "held"          ? "wrong_state"
         : paying.amount.integer() == 0 ? "invalid_amount"
                                        : "accepted";
}

std::string naive_hotel::foretell_open(const command& asked, const reservation& open,
                                       timestamp now) const {
  if (const auto* changing = std::get_if<change_stay>(&asked)) {
    return foretell_change(*changing, open, now);
  }
  if (const std::string desk = foretell_desk(asked, open, now); !desk.empty()) {
    return desk;
  }
  if (std::holds_alternative<confirm_hold>(asked) || std::holds_alternative<release_hold>(asked)) {
    return open.status == "held" ? "accepted" : "wrong_state";
  }
  if (std::holds_alternative<check_out>(asked) || std::holds_alternative<post_charge>(asked) ||
      std::holds_alternative<post_payment>(asked)) {
    return foretell_folio(asked, open);
  }
  if (open.status != "confirmed") {
    return "wrong_state";
  }
  if (const auto* assigning = std::get_if<assign_room>(&asked)) {
    return foretell_assignment(*assigning, open, now);
  }
  if (std::holds_alternative<check_in>(asked)) {
    return foretell_arrival(open, now);
  }
  if (std::holds_alternative<mark_no_show>(asked) && today(now) < open.arrival) {
    return "too_early";
  }
  return accepted(std::holds_alternative<unassign_room>(asked) && open.room.empty());
}

std::string naive_hotel::foretell_assignment(const assign_room& asked, const reservation& open,
                                             timestamp now) const {
  const auto found = rooms_.find(asked.room.text());
  if (found == rooms_.end() || found->second.retired_from) {
    return "unknown_room";
  }
  if (open.room == asked.room.text()) {
    return "nothing";
  }
  if (is_in_use(found->first, asked.reservation.text(), open.nights, now)) {
    return "room_in_use";
  }
  const bool is_closed = std::ranges::any_of(
      open.nights, [&](date night) { return is_missing(found->second, night); });
  return is_closed ? "room_out_of_order" : "accepted";
}

std::string naive_hotel::foretell_arrival(const reservation& open, timestamp now) const {
  if (today(now) >= open.departure) {
    return "wrong_state";
  }
  if (today(now) < open.arrival) {
    return "too_early";
  }
  if (open.room.empty()) {
    return "no_room_assigned";
  }
  if (!occupant(open.room).empty()) {
    return "room_in_use";
  }
  const room& into = rooms_.at(open.room);
  if (into.status == "dirty" || is_missing(into, today(now))) {
    return "room_not_ready";
  }
  const bool is_moved = into.type != open.counted_on;
  return is_moved && is_full(into.type, open.nights) ? "no_availability" : "accepted";
}

}  // namespace jumak::hotel::testing
