#include "tests/domain/hotel/samples.hpp"

#include <cctype>
#include <chrono>
#include <string>
#include <utility>

#include "domain/hotel/whole_reservation.hpp"

namespace jumak::hotel::testing {

// A sample that is not well-formed is a mistake in the test; value() says so by an exception.
name id(std::string_view text) { return name::from_text(text).value(); }
free_text words(std::string_view text) { return free_text::from_text(text).value(); }
date day(std::string_view text) { return date::from_text(text).value(); }
money cents(std::int64_t amount) { return money::from_integer(amount).value(); }
money_sum sum(std::int64_t amount) { return money_sum::from_integer(amount).value(); }

register_hotel the_registration() {
  return {words("Grand Seoul"), words("Seoul"), words("KOR"),
          time_zone::from_text("Asia/Seoul").value(), currency::from_text("KRW").value()};
}

event the_hotel() {
  return hotel_registered{words("Grand Seoul"), words("Seoul"), words("KOR"), words("Asia/Seoul"),
                          currency::from_text("KRW").value()};
}

event type_defined(std::string_view room_type, std::int64_t max_guests) {
  std::string title(room_type);
  title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
  return room_type_defined{id(room_type), words(title),
                           guest_limit::from_integer(max_guests).value(), cents(10000)};
}

event room_of(std::string_view room_type, std::string_view room) {
  return room_added{id(room), id(room_type)};
}

std::vector<event> small_hotel() {
  return {the_hotel(), type_defined("double"), type_defined("suite"), room_of("double", "101"),
          room_of("suite", "201")};
}

make_reservation booking(std::string_view reservation, std::string_view room_type,
                         std::string_view arrival, std::string_view departure) {
  make_reservation asked;
  asked.reservation = id(reservation);
  asked.room_type = id(room_type);
  asked.arrival = day(arrival);
  asked.departure = day(departure);
  asked.guest = id("g-1");
  asked.guests.adults = guest_count::from_integer(2).value();
  return asked;
}

reservation_made booked(std::string_view reservation, std::string_view room_type,
                        std::string_view arrival, std::string_view departure, std::int64_t rate) {
  reservation_made made;
  made.reservation = id(reservation);
  made.room_type = id(room_type);
  made.arrival = day(arrival);
  made.departure = day(departure);
  made.guest = id("g-1");
  made.guests.adults = guest_count::from_integer(2).value();
  for (date night = made.arrival; night < made.departure; night = night.plus_days(1)) {
    made.nights.push_back({night, cents(rate)});
  }
  made.currency = currency::from_text("KRW").value();
  return made;
}

place_hold holding(std::string_view reservation, std::string_view room_type,
                   std::string_view arrival, std::string_view departure, std::int64_t ttl_seconds) {
  place_hold asked;
  asked.reservation = id(reservation);
  asked.room_type = id(room_type);
  asked.arrival = day(arrival);
  asked.departure = day(departure);
  asked.guest = id("g-1");
  asked.guests.adults = guest_count::from_integer(2).value();
  asked.ttl_seconds = hold_seconds::from_integer(ttl_seconds).value();
  return asked;
}

hold_placed held(std::string_view reservation, std::string_view room_type, std::string_view arrival,
                 std::string_view departure, std::int64_t ttl_seconds, std::int64_t rate) {
  const reservation_made made = booked(reservation, room_type, arrival, departure, rate);
  hold_placed placed;
  placed.reservation = made.reservation;
  placed.room_type = made.room_type;
  placed.arrival = made.arrival;
  placed.departure = made.departure;
  placed.guest = made.guest;
  placed.guests = made.guests;
  placed.ttl_seconds = hold_seconds::from_integer(ttl_seconds).value();
  placed.nights = made.nights;
  placed.currency = made.currency;
  placed.expires_at =
      timestamp_from_text("2026-12-01T12:00:00Z").value() + std::chrono::seconds(ttl_seconds);
  return placed;
}

stay_changed changed(std::string_view reservation, std::string_view room_type,
                     std::string_view arrival, std::string_view departure, std::int64_t rate) {
  return as_changed(booked(reservation, room_type, arrival, departure, rate));
}

reservation_made with_everything(reservation_made made) {
  made.guests.infants = guest_count::from_integer(1).value();
  made.meal = words("BB");
  made.segment = words("Groups");
  made.channel = words("Direct");
  made.country = words("KOR");
  made.deposit = words("No Deposit");
  made.requests = words("quiet");
  return made;
}

event overbooked(std::string_view room_type, std::string_view from, std::string_view to,
                 std::int64_t rooms) {
  return overbooking_set{id(room_type), day(from), day(to),
                         overbooked_rooms::from_integer(rooms).value()};
}

event out_of_order(std::string_view room, std::string_view from, std::string_view to) {
  return room_taken_out_of_order{id(room), day(from), day(to), words("paint")};
}

event assigned(std::string_view reservation, std::string_view room) {
  return room_assigned{id(reservation), id(room)};
}

event checked_in(std::string_view reservation, std::string_view room, std::string_view room_type,
                 std::int64_t charged) {
  return guest_checked_in{id(reservation), id(room), id(room_type), sum(charged)};
}

event checked_out(std::string_view reservation, std::string_view room,
                  std::initializer_list<std::string_view> nights_returned, std::int64_t balance) {
  guest_checked_out out;
  out.reservation = id(reservation);
  out.room = id(room);
  for (const std::string_view night : nights_returned) {
    out.nights_returned.push_back(day(night));
  }
  out.balance = sum(balance);
  return out;
}

event paid(std::string_view reservation, std::int64_t amount) {
  return payment_posted{id(reservation), cents(amount), words("card")};
}

std::vector<event> operator+(std::vector<event> first, const std::vector<event>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

}  // namespace jumak::hotel::testing
