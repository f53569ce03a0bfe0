// What the commands of a plan look like on the wire.

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cstdio>

#include "app/hotel/replay_plan.hpp"

namespace jumak::app::client {
namespace {

namespace json = boost::json;

constexpr int standard_rate = 10'000;

std::string text_of(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

std::string text_of(std::chrono::sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "T%02d:00:00Z", static_cast<int>(clock.hours().count()));
  return text_of(day) + text.data();
}

/// Like A-0001.
std::string room_name(const std::string& type, std::uint32_t number) {
  std::array<char, 16> digits{};
  std::snprintf(digits.data(), digits.size(), "-%04u", number);
  return type + digits.data();
}

json::object hotel_data(const replay_plan& plan) {
  return {{"title", plan.options.title},
          {"city", "Algarve"},
          {"country", "PRT"},
          {"time_zone", "Europe/Lisbon"},
          {"currency", "EUR"}};
}

json::object room_type_data(const std::string& type) {
  return {{"room_type", type},
          {"title", "Type " + type},
          {"max_guests", guests_a_room},
          {"rate", standard_rate}};
}

json::object rooms_data(const replay_plan& plan, const planned_command& command) {
  const std::string& type = plan.room_types[command.room_type];
  const std::uint32_t end = std::min(command.room + rooms_a_command, plan.options.rooms_a_type + 1);
  json::array names;
  for (std::uint32_t number = command.room; number < end; ++number) {
    names.emplace_back(room_name(type, number));
  }
  return {{"room_type", type}, {"rooms", std::move(names)}};
}

void add_unless_empty(json::object& data, std::string_view field, const std::string& value) {
  if (!value.empty()) {
    data[field] = value;
  }
}

json::object guest_data(const booking& row) {
  const std::string number = std::to_string(row.number);
  json::object data{{"full_name", "Guest " + number},
                    {"email", "guest-" + number + "@example.com"},
                    {"phone", "+351000000"}};
  add_unless_empty(data, "country", row.country);
  return data;
}

json::object reservation_data(const replay_plan& plan, const booking& row,
                              const std::string& reservation) {
  json::object data{
      {"reservation", reservation},
      {"room_type", row.reserved_type},
      {"arrival", text_of(row.arrival)},
      {"departure", text_of(row.departure())},
      {"guest", plan.options.name + "-" + std::to_string(row.number)},
      {"guests", {{"adults", row.adults}, {"children", row.children}, {"infants", row.infants}}},
      {"rate", row.rate_cents}};
  add_unless_empty(data, "meal", row.meal);
  add_unless_empty(data, "segment", row.segment);
  add_unless_empty(data, "channel", row.channel);
  add_unless_empty(data, "country", row.country);
  add_unless_empty(data, "deposit", row.deposit);
  return data;
}

json::object data_of(const replay_plan& plan, const planned_command& command) {
  switch (command.type) {
    case planned_type::register_hotel:
      return hotel_data(plan);
    case planned_type::define_room_type:
      return room_type_data(plan.room_types[command.room_type]);
    case planned_type::add_rooms:
      return rooms_data(plan, command);
    default:
      break;
  }
  const booking& row = plan.bookings[command.booking];
  const std::string reservation = "b-" + std::to_string(row.number);
  switch (command.type) {
    case planned_type::register_guest:
      return guest_data(row);
    case planned_type::make_reservation:
      return reservation_data(plan, row, reservation);
    case planned_type::cancel_reservation:
      return {{"reservation", reservation}, {"reason", "guest"}};
    case planned_type::assign_room:
      return {{"reservation", reservation}, {"room", room_name(row.assigned_type, command.room)}};
    case planned_type::post_payment:
      return {{"reservation", reservation},
              {"amount", row.rate_cents * row.nights},
              {"method", "card"}};
    case planned_type::set_room_status:
      return {{"room", room_name(row.assigned_type, command.room)}, {"status", "clean"}};
    default:
      return {{"reservation", reservation}};
  }
}

}  // namespace

std::string_view name_of(planned_type type) noexcept {
  constexpr std::array<std::string_view, 12> names = {
      "RegisterHotel",   "DefineRoomType",    "AddRooms",   "RegisterGuest",
      "MakeReservation", "CancelReservation", "MarkNoShow", "AssignRoom",
      "CheckIn",         "PostPayment",       "CheckOut",   "SetRoomStatus"};
  return names.at(static_cast<std::size_t>(type));
}

std::string replay_plan::id_of(const planned_command& command) const {
  switch (command.type) {
    case planned_type::register_hotel:
      return options.name + "-hotel";
    case planned_type::define_room_type:
      return options.name + "-type-" + room_types[command.room_type];
    case planned_type::add_rooms:
      return options.name + "-rooms-" + room_types[command.room_type] + "-" +
             std::to_string(command.room);
    default:
      return options.name + "-" + std::to_string(bookings[command.booking].number) + "-" +
             std::string(name_of(command.type));
  }
}

std::string replay_plan::frame_of(const planned_command& command) const {
  const std::string aggregate =
      is_for_hotel(command)
          ? "hotel/" + options.name
          : "guest/" + options.name + "-" + std::to_string(bookings[command.booking].number);
  return json::serialize(json::object{{"id", id_of(command)},
                                      {"type", name_of(command.type)},
                                      {"aggregate", aggregate},
                                      {"time", text_of(command.time)},
                                      {"data", data_of(*this, command)}});
}

}  // namespace jumak::app::client
