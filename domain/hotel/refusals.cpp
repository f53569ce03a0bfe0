#include "domain/hotel/refusals.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <string>

namespace jumak::hotel {
namespace {

std::string text_of(std::int64_t number) {
  return std::to_string(number);
}
std::string text_of(std::string_view status) {
  return std::string(status);
}

/// "in_house" is for programs, "in house" for people.
std::string in_words(std::string_view status) {
  std::string words(status);
  for (char& letter : words) {
    letter = letter == '_' ? ' ' : letter;
  }
  return words;
}

refusal invalid_stay(std::string message, date from, date to) {
  return reject("invalid_stay", std::move(message), {{"from", from.text()}, {"to", to.text()}});
}

}  // namespace

refusal unknown_hotel() {
  return reject("unknown_hotel", "There is no such hotel.");
}

refusal unknown_room_type(const name& room_type) {
  return reject("unknown_room_type", "There is no room type " + room_type.text() + ".",
                {{"room_type", room_type.text()}});
}

refusal unknown_room(const name& room) {
  return reject("unknown_room", "There is no room " + room.text() + ".", {{"room", room.text()}});
}

refusal unknown_reservation(const name& reservation) {
  return reject("unknown_reservation", "There is no reservation " + reservation.text() + ".",
                {{"reservation", reservation.text()}});
}

refusal reservation_closed(const name& reservation, std::string_view status) {
  return reject("reservation_closed",
                "Reservation " + reservation.text() + " is closed: " + in_words(status) + ".",
                {{"reservation", reservation.text()}, {"status", text_of(status)}});
}

refusal expired_hold(const name& reservation) {
  return reject("hold_expired", "The hold " + reservation.text() + " has expired.",
                {{"reservation", reservation.text()}});
}

refusal hotel_exists() {
  return reject("already_exists", "This hotel is already registered.");
}

refusal room_type_exists(const name& room_type) {
  return reject("already_exists", "Room type " + room_type.text() + " is already defined.",
                {{"room_type", room_type.text()}});
}

refusal room_exists(const name& room) {
  return reject("already_exists", "There already is a room " + room.text() + ".",
                {{"room", room.text()}});
}

refusal reservation_exists(const name& reservation, std::string_view status) {
  return reject("already_exists",
                "The name " + reservation.text() + " is that of another reservation, which is " +
                    in_words(status) + ".",
                {{"reservation", reservation.text()}, {"status", text_of(status)}});
}

refusal wrong_state(const name& reservation, const stay& found) {
  const std::string_view status = name_of(found.status);
  return reject("wrong_state",
                "Reservation " + reservation.text() + " is " + in_words(status) + ".",
                {{"reservation", reservation.text()}, {"status", text_of(status)}});
}

refusal stay_is_over(const name& reservation, const stay& found, date today) {
  return reject("wrong_state",
                "Reservation " + reservation.text() + " ended on " + found.departure.text() + ".",
                {{"reservation", reservation.text()},
                 {"status", text_of(name_of(found.status))},
                 {"departure", found.departure.text()},
                 {"today", today.text()}});
}

refusal leaves_in_the_past(const name& reservation, const stay& found, date departure,
                           date today) {
  return reject("wrong_state",
                "Reservation " + reservation.text() + " is " + in_words(name_of(found.status)) +
                    " and cannot end on " + departure.text() + ", before today.",
                {{"reservation", reservation.text()},
                 {"status", text_of(name_of(found.status))},
                 {"departure", departure.text()},
                 {"today", today.text()}});
}

refusal too_early(const name& reservation, const stay& found, date today) {
  return reject("too_early",
                "Reservation " + reservation.text() + " begins on " + found.arrival.text() +
                    "; today is " + today.text() + ".",
                {{"reservation", reservation.text()},
                 {"arrival", found.arrival.text()},
                 {"today", today.text()}});
}

refusal ends_before_it_begins(date from, date to) {
  return invalid_stay("It must end after " + from.text() + ", but ends on " + to.text() + ".", from,
                      to);
}

refusal too_many_nights(date from, date to, std::int64_t nights_max) {
  return reject(
      "invalid_stay",
      text_of(days_between(from, to)) + " nights are more than " + text_of(nights_max) + ".",
      {{"from", from.text()}, {"to", to.text()}, {"nights_max", nights_max}});
}

refusal ends_too_far_ahead(date from, date to, date latest) {
  return reject("invalid_stay",
                "It must end by " + latest.text() + ", but ends on " + to.text() + ".",
                {{"from", from.text()}, {"to", to.text()}, {"latest", latest.text()}});
}

refusal arrives_in_the_past(date arrival, date departure, date earliest) {
  return reject(
      "invalid_stay",
      "It cannot begin before " + earliest.text() + ", but begins on " + arrival.text() + ".",
      {{"from", arrival.text()}, {"to", departure.text()}, {"earliest", earliest.text()}});
}

refusal no_guests(const name& reservation) {
  return reject("no_guests", "Reservation " + reservation.text() + " has no guests.",
                {{"guests", 0}});
}

refusal too_many_guests(const room_type& type, std::int64_t guests) {
  const std::int64_t most = type.max_guests.integer();
  return reject("too_many_guests",
                type.title.text() + " takes at most " + text_of(most) + " guests, not " +
                    text_of(guests) + ".",
                {{"room_type", type.id.text()}, {"guests", guests}, {"max_guests", most}});
}

refusal invalid_rate(money rate) {
  return reject("invalid_rate", "A rate cannot be negative, as " + text_of(rate.integer()) + " is.",
                {{"rate", rate.integer()}});
}

refusal no_availability(const room_type& type, date night) {
  return reject("no_availability", type.title.text() + " is full on " + night.text() + ".",
                {{"night", night.text()}, {"room_type", type.id.text()}});
}

refusal would_oversell(const room_type& type, date night) {
  return reject("would_oversell",
                type.title.text() + " would have more stays than rooms on " + night.text() + ".",
                {{"night", night.text()}, {"room_type", type.id.text()}});
}

refusal no_room_assigned(const name& reservation) {
  return reject("no_room_assigned", "Reservation " + reservation.text() + " has no room yet.",
                {{"reservation", reservation.text()}});
}

refusal room_in_use(const room& room, std::string_view by_reservation) {
  return reject(
      "room_in_use",
      "Room " + room.id.text() + " is in use by reservation " + text_of(by_reservation) + ".",
      {{"room", room.id.text()}, {"reservation", text_of(by_reservation)}});
}

refusal room_out_of_order(const room& room, date night) {
  return reject("room_out_of_order",
                "Room " + room.id.text() + " is out of order on " + night.text() + ".",
                {{"room", room.id.text()}, {"night", night.text()}});
}

refusal room_not_ready(const room& room, date today) {
  const std::string status = room.status == room_status::dirty || !room.out_of_order.contains(today)
                                 ? boost::describe::enum_to_string(room.status, "")
                                 : "out_of_order";
  return reject("room_not_ready", "Room " + room.id.text() + " is " + in_words(status) + ".",
                {{"room", room.id.text()}, {"status", status}});
}

refusal amount_is_zero() {
  return reject("invalid_amount", "The amount cannot be 0.", {{"amount", 0}});
}

refusal folio_is_full(const name& reservation, money amount) {
  return reject("invalid_amount",
                "The folio of reservation " + reservation.text() + " cannot hold " +
                    text_of(amount.integer()) + " more.",
                {{"reservation", reservation.text()},
                 {"amount", amount.integer()},
                 {"sum_max", folio_limit}});
}

refusal open_balance(const name& reservation, const stay& found) {
  const std::int64_t balance = found.charged - found.paid;
  return reject("open_balance",
                "Reservation " + reservation.text() + " has a balance of " + text_of(balance) + ".",
                {{"reservation", reservation.text()},
                 {"balance", balance},
                 {"charged", found.charged},
                 {"paid", found.paid}});
}

}  // namespace jumak::hotel
