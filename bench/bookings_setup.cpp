#include "bench/bookings_setup.hpp"

#include "bench/numbered_id.hpp"

#include <algorithm>

namespace jumak::bench {

namespace {

std::string padded(std::size_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

}  // namespace

bookings_setup::bookings_setup(std::string prefix, std::size_t hotels, std::size_t room_types,
                               std::size_t rooms, std::size_t guests)
    : prefix_(std::move(prefix)),
      hotels_(hotels),
      room_types_(room_types),
      rooms_(rooms),
      guests_(guests) {}

std::vector<std::string> bookings_setup::commands() {
  commands_.clear();
  for (std::size_t hotel = 0; hotel < hotels_; ++hotel) add_hotel(hotel);
  for (std::size_t guest = 0; guest < guests_; ++guest)
    add("RegisterGuest", "guest/" + prefix_ + "-g" + padded(guest, guest_width),
        R"({"full_name":"Guest )" + std::to_string(guest) + R"(","email":"guest@example.com"})");
  return std::move(commands_);
}

void bookings_setup::add(std::string_view type, const std::string& aggregate,
                         const std::string& data) {
  const std::string number = padded(commands_.size(), numbered_id::number_width);
  const std::string slot = number.substr(number.size() - numbered_id::slot_width);
  // Setup ids end in a letter, so that they never meet the ids of the measurement.
  commands_.push_back(R"({"id":")" + prefix_ + "-" + slot + "-" + number + R"(s","type":")" +
                      std::string(type) + R"(","aggregate":")" + aggregate + R"(","data":)" + data +
                      "}");
}

void bookings_setup::add_hotel(std::size_t hotel) {
  const std::string aggregate = "hotel/" + prefix_ + "-h" + padded(hotel, hotel_width);
  add("RegisterHotel", aggregate,
      R"({"title":"Hotel )" + std::to_string(hotel) +
          R"(","city":"Seoul","country":"KOR","time_zone":"Asia/Seoul","currency":"KRW"})");
  for (std::size_t room_type = 0; room_type < room_types_; ++room_type) {
    const std::string name = std::string("t").append(std::to_string(room_type));
    add("DefineRoomType", aggregate,
        R"({"room_type":")" + name + R"(","title":"Type )" + name +
            R"(","max_guests":4,"rate":12900})");
    add_rooms(aggregate, room_type);
  }
}

void bookings_setup::add_rooms(const std::string& aggregate, std::size_t room_type) {
  for (std::size_t first = 0; first < rooms_; first += rooms_a_command) {
    std::string names;
    for (std::size_t room = first; room < std::min(first + rooms_a_command, rooms_); ++room)
      names += (names.empty() ? "\"" : ",\"") + std::to_string(room_type) + "-" +
               std::to_string(room + 1) + "\"";
    add("AddRooms", aggregate,
        R"({"room_type":"t)" + std::to_string(room_type) + R"(","rooms":[)" + names + "]}");
  }
}

}  // namespace jumak::bench
