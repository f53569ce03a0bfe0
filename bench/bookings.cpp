#include "bench/bookings.hpp"

#include "bench/bookings_setup.hpp"
#include "bench/sample_reply.hpp"
#include "core/assert.hpp"
#include "core/timestamp.hpp"

#include <algorithm>

namespace jumak::bench {

namespace {

// A measurement always makes at least this many rooms of a type: a hotel of two rooms is no hotel.
constexpr std::size_t rooms_min = 240;

}  // namespace

bookings::shape bookings::sized_for(std::size_t hotels, std::uint64_t commands) {
  const std::uint64_t types = hotels * room_types;
  const std::uint64_t commands_a_type = (commands + types - 1) / types;
  const std::uint64_t rooms = (commands_a_type + arrival_days - 1) / arrival_days * nights_max;
  return {hotels, std::max<std::uint64_t>(rooms, rooms_min)};
}

bookings::bookings(std::string prefix, shape size, std::uint64_t seed)
    : prefix_(std::move(prefix)),
      size_(size),
      random_(static_cast<std::minstd_rand::result_type>(seed)),
      booked_(size.hotels * room_types, 0) {
  JUMAK_ASSERT(size.hotels >= 1 && size.hotels <= hotels_max && size.rooms % nights_max == 0);
  using namespace std::chrono;
  const auto first = floor<days>(system_clock::now()) + days{2};
  for (std::size_t day = 0; day < arrival_days + nights_max; ++day)
    dates_.push_back(date(first + days{day}).text());

  frame_.literal(R"({"id":")");
  id_ = numbered_id_fields::append(frame_, prefix_);
  frame_.literal(R"(","type":"MakeReservation","aggregate":"hotel/)")
      .literal(prefix_)
      .literal("-h");
  hotel_ = frame_.hole(bookings_setup::hotel_width);
  frame_.literal(R"(","data":{"reservation":"r-)");
  reservation_ = frame_.hole(numbered_id::number_width);
  frame_.literal(R"(","room_type":"t)");
  room_type_ = frame_.hole(1);
  frame_.literal(R"(","arrival":")");
  arrival_ = frame_.hole(10);
  frame_.literal(R"(","departure":")");
  departure_ = frame_.hole(10);
  frame_.literal(R"(","guest":")").literal(prefix_).literal("-g");
  guest_ = frame_.hole(bookings_setup::guest_width);
  frame_.literal(R"(","guests":{"adults":2},"channel":"direct"},"actor":"frontdesk-7"})");
}

std::vector<std::string> bookings::setup() const {
  return bookings_setup(prefix_, size_.hotels, room_types, size_.rooms, guests).commands();
}

std::uint64_t bookings::capacity_of_one_type() const noexcept {
  // A night sees the arrivals of itself and of the two days before, and each day gets an equal
  // share.
  return arrival_days * (size_.rooms / nights_max);
}

std::uint64_t bookings::capacity() const noexcept {
  return booked_.size() * capacity_of_one_type();
}

std::size_t bookings::pick_type_with_room() {
  std::size_t type = random_() % booked_.size();
  for (std::size_t tried = 0; booked_[type] >= capacity_of_one_type(); ++tried) {
    JUMAK_ASSERT(tried < booked_.size());
    type = (type + 1) % booked_.size();
  }
  return type;
}

std::string_view bookings::next(std::uint64_t slot, std::uint64_t number) {
  const std::size_t type = pick_type_with_room();
  const std::size_t booking = booked_[type]++;
  const std::size_t arrival = booking % arrival_days;
  const std::size_t departure = arrival + 1 + (booking + booking / arrival_days) % nights_max;

  frame_.patch(id_.slot, slot);
  frame_.patch(id_.number, number);
  frame_.patch(hotel_, type / room_types);
  frame_.patch(reservation_, number);
  frame_.patch(room_type_, type % room_types);
  frame_.patch(arrival_, dates_[arrival]);
  frame_.patch(departure_, dates_[departure]);
  frame_.patch(guest_, number % guests);
  return frame_.text();
}

std::string bookings::sample_reply() const {
  return accepted_reply(prefix_ + "-00000-0000000000", "ReservationMade",
                        "hotel/" + prefix_ + "-h000/reservation/r-0000000000", 1'000'000);
}

}  // namespace jumak::bench
