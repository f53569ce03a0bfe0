#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "domain/hotel/commands.hpp"
#include "domain/hotel/events.hpp"

/// A small hotel in Seoul to test with, and short ways to say its commands and events. Its rules live in
/// `Asia/Seoul`, nine hours ahead of UTC and without summer time.
namespace jumak::hotel::testing {

[[nodiscard]] name id(std::string_view text);
[[nodiscard]] free_text words(std::string_view text);
[[nodiscard]] date day(std::string_view text);
[[nodiscard]] money cents(std::int64_t amount);
[[nodiscard]] money_sum sum(std::int64_t amount);

[[nodiscard]] register_hotel the_registration();
[[nodiscard]] event the_hotel();

/// Title "Double" for `double` and so on; rate 10000.
[[nodiscard]] event type_defined(std::string_view room_type, std::int64_t max_guests = 4);
[[nodiscard]] event room_of(std::string_view room_type, std::string_view room);

/// The hotel with one room 101 of type `double` and one room 201 of type `suite`.
[[nodiscard]] std::vector<event> small_hotel();

/// For two adults of guest `g-1`, with the rates set.
[[nodiscard]] make_reservation booking(std::string_view reservation, std::string_view room_type,
                                       std::string_view arrival, std::string_view departure);
/// What `booking` makes, each night at `rate`.
[[nodiscard]] reservation_made booked(std::string_view reservation, std::string_view room_type,
                                      std::string_view arrival, std::string_view departure,
                                      std::int64_t rate = 10000);

/// For two adults of guest `g-1`, with the rates set.
[[nodiscard]] place_hold holding(std::string_view reservation, std::string_view room_type,
                                 std::string_view arrival, std::string_view departure,
                                 std::int64_t ttl_seconds = 600);
/// What `holding` makes at noon in UTC of 2026-12-01, each night at `rate`.
[[nodiscard]] hold_placed held(std::string_view reservation, std::string_view room_type,
                               std::string_view arrival, std::string_view departure,
                               std::int64_t ttl_seconds = 600, std::int64_t rate = 10000);
/// The stay that `booked` makes, as one that was changed to that.
[[nodiscard]] stay_changed changed(std::string_view reservation, std::string_view room_type,
                                   std::string_view arrival, std::string_view departure,
                                   std::int64_t rate = 10000);
/// Everything optional filled in.
[[nodiscard]] reservation_made with_everything(reservation_made made);

[[nodiscard]] event overbooked(std::string_view room_type, std::string_view from,
                               std::string_view to, std::int64_t rooms);
[[nodiscard]] event out_of_order(std::string_view room, std::string_view from, std::string_view to);

[[nodiscard]] event assigned(std::string_view reservation, std::string_view room);
[[nodiscard]] event checked_in(std::string_view reservation, std::string_view room,
                               std::string_view room_type, std::int64_t charged);
[[nodiscard]] event checked_out(std::string_view reservation, std::string_view room,
                                std::initializer_list<std::string_view> nights_returned = {},
                                std::int64_t balance = 0);
[[nodiscard]] event paid(std::string_view reservation, std::int64_t amount);

/// One history after another.
[[nodiscard]] std::vector<event> operator+(std::vector<event> first,
                                           const std::vector<event>& second);

}  // namespace jumak::hotel::testing
