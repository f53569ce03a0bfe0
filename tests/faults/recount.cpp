#include "tests/faults/recount.hpp"

#include <algorithm>

#include "tests/faults/ledger.hpp"
#include "tests/faults/violation.hpp"

namespace jumak::faults {

void recount::apply(const seen_event& event) {
  if (event.aggregate.starts_with("guest/")) guests_.insert(event.aggregate);
  if (!event.aggregate.starts_with("hotel/")) return;
  house& at = hotels_[event.aggregate];
  if (event.type == "HotelRegistered") at.city = text(event.data, "city");
  if (event.type == "RoomTypeDefined") at.rooms[text(event.data, "room_type")] = 0;
  if (event.type == "RoomAdded") ++at.rooms[text(event.data, "room_type")];
  if (event.type == "ReservationMade") made(at, event);
  if (event.type == "GuestCheckedIn") checked_in(at, event);
  if (event.type == "GuestCheckedOut") checked_out(at, event);
  if (event.type == "ReservationCancelled") given_up(at, event, "cancelled");
  if (event.type == "ReservationMarkedNoShow") given_up(at, event, "no_show");
}

void recount::made(house& at, const seen_event& event) {
  auto& booked = at.bookings[text(event.data, "reservation")];
  if (!booked.status.empty())
    throw violation("a reservation made twice at " + std::to_string(event.position));
  booked.status = "confirmed";
  booked.room_type = text(event.data, "room_type");
  at.days.insert({text(event.data, "arrival"), text(event.data, "departure")});
  for (const auto& night : event.data.at("nights").as_array())
    booked.nights.push_back(text(night.as_object(), "night"));
  for (const auto& night : booked.nights) ++at.nights[booked.room_type][night].confirmed;
  hold(at, booked, event);
}

void recount::checked_in(house& at, const seen_event& event) {
  auto& booked = in_state(at, event, "confirmed");
  for (const auto& night : booked.nights) --at.nights[booked.room_type][night].confirmed;
  booked.room_type = text(event.data, "room_type");
  for (const auto& night : booked.nights) ++at.nights[booked.room_type][night].in_house;
  booked.status = "in_house";
  hold(at, booked, event);
}

void recount::checked_out(house& at, const seen_event& event) {
  auto& booked = in_state(at, event, "in_house");
  auto& nights = at.nights[booked.room_type];
  for (const auto& value : event.data.at("nights_returned").as_array()) {
    const std::string night(value.as_string());
    if (std::erase(booked.nights, night) != 1)
      throw violation("a night given back that was not held, at " + std::to_string(event.position));
    --nights[night].in_house;
  }
  for (const auto& night : booked.nights) ++nights[night].stayed;
  booked.nights.clear();
  booked.status = "checked_out";
}

void recount::given_up(house& at, const seen_event& event, const char* status) {
  auto& booked = in_state(at, event, "confirmed");
  for (const auto& night : booked.nights) --at.nights[booked.room_type][night].confirmed;
  booked.nights.clear();
  booked.status = status;
}

recount::booking& recount::in_state(house& at, const seen_event& event, const char* status) {
  const std::string name = text(event.data, "reservation");
  const auto found = at.bookings.find(name);
  if (found == at.bookings.end() || found->second.status != status)
    throw violation(event.type + " of " + name + ", which is not " + status + ", at " +
                    std::to_string(event.position));
  return found->second;
}

void recount::hold(const house& at, const booking& held, const seen_event& event) {
  const auto rooms = at.rooms.find(held.room_type);
  for (const auto& night : held.nights) {
    const auto taken = at.nights.at(held.room_type).at(night).taken();
    most_taken_ = std::max(most_taken_, taken);
    if (rooms == at.rooms.end() || taken > rooms->second)
      throw violation("the night " + night + " of " + event.aggregate + " " + held.room_type +
                      " is oversold at " + std::to_string(event.position));
  }
}

std::string recount::status(std::string_view hotel, std::string_view reservation) const {
  const auto at = hotels_.find(hotel);
  if (at == hotels_.end()) return {};
  const auto found = at->second.bookings.find(reservation);
  return found == at->second.bookings.end() ? std::string() : found->second.status;
}

night_count recount::night(std::string_view hotel, const std::string& room_type,
                           const std::string& night) const {
  const auto at = hotels_.find(hotel);
  if (at == hotels_.end()) return {};
  const auto nights = at->second.nights.find(room_type);
  if (nights == at->second.nights.end()) return {};
  const auto found = nights->second.find(night);
  return found == nights->second.end() ? night_count() : found->second;
}

std::uint64_t recount::rooms(std::string_view hotel, const std::string& room_type) const {
  const auto at = hotels_.find(hotel);
  if (at == hotels_.end()) return 0;
  const auto found = at->second.rooms.find(room_type);
  return found == at->second.rooms.end() ? 0 : found->second;
}

std::vector<std::string> recount::room_types(std::string_view hotel) const {
  std::vector<std::string> names;
  if (const auto at = hotels_.find(hotel); at != hotels_.end())
    for (const auto& [name, rooms] : at->second.rooms) names.push_back(name);
  return names;
}

std::vector<std::string> recount::hotels() const {
  std::vector<std::string> names;
  for (const auto& [name, at] : hotels_) names.push_back(name);
  return names;
}

std::vector<std::string> recount::reservations(std::string_view hotel) const {
  std::vector<std::string> names;
  if (const auto at = hotels_.find(hotel); at != hotels_.end())
    for (const auto& [name, booked] : at->second.bookings) names.push_back(name);
  return names;
}

}  // namespace jumak::faults
