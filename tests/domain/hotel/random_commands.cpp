#include "tests/domain/hotel/random_commands.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

// The last type and the last room do not exist.
constexpr std::array types{"double", "suite", "family", "barn"};
constexpr std::array rooms{"101", "102", "201", "301", "999"};
constexpr int names_at_once = 8;
constexpr std::size_t steps_per_new_name = 10;

/// How often each sort of command comes: the number of times it stands here.
enum class sort {
  make,
  cancel,
  no_show,
  assign,
  unassign,
  arrive,
  leave,
  clean,
  charge,
  pay,
  price
};
constexpr std::array sorts{sort::make,    sort::make,   sort::make,   sort::make,   sort::cancel,
                           sort::no_show, sort::assign, sort::assign, sort::assign, sort::unassign,
                           sort::arrive,  sort::arrive, sort::arrive, sort::leave,  sort::leave,
                           sort::clean,   sort::clean,  sort::charge, sort::pay,    sort::pay,
                           sort::price};

template <class Array>
auto pick(const Array& from, int number) {
  return from[static_cast<std::size_t>(number) % from.size()];
}

/// One of the reservations in that status, so that commands often meet what they want; sometimes, or when
/// there is none, any name.
name target_of(const step& from, const name& any, std::string_view status,
               const naive_hotel& known) {
  std::vector<std::string> fitting;
  for (const auto& [reservation, one] : known.reservations()) {
    if (one.status == status) {
      fitting.push_back(reservation);
    }
  }
  const bool is_any = fitting.empty() || from.guests % 4 == 0;
  return is_any ? any : id(pick(fitting, from.reservation));
}

command booking_of(const step& from, const name& reservation, date today) {
  make_reservation asked;
  asked.reservation = reservation;
  asked.room_type = id(pick(types, from.type));
  asked.arrival = today.plus_days(from.days_ahead);
  asked.departure = asked.arrival.plus_days(from.nights);
  asked.guest = id("g-1");
  asked.guests.adults = guest_count::from_integer(std::min(from.guests, 3)).value();
  asked.guests.infants = guest_count::from_integer(from.guests > 8 ? 3 : 0);
  if (from.amount != 0) {
    asked.rate = cents(from.amount < -18 ? -1 : std::abs(from.amount));
  }
  return asked;
}

command payment_of(const step& from, const name& reservation, const naive_hotel& known) {
  const std::int64_t balance = known.balance(reservation.text());
  const std::int64_t amount = from.amount % 4 == 0 ? from.amount / 4 : balance;
  return post_payment{reservation, cents(amount), words("card")};
}

command departure_of(const step& from, const name& reservation) {
  check_out asked{reservation, std::nullopt};
  if (from.amount % 5 == 0) {
    asked.override_reason = words("invoiced");
  }
  return asked;
}

command status_of(const step& from) {
  const bool is_dirty = from.amount % 6 == 0;
  const room_status made_up = from.amount > 0 ? room_status::clean : room_status::inspected;
  return set_room_status{id(pick(rooms, from.room)), is_dirty ? room_status::dirty : made_up};
}

command price_of(const step& from, date today) {
  const date first = today.plus_days(from.days_ahead);
  return set_rate{id(pick(types, from.type % 3)), first, first.plus_days(from.nights + 1),
                  cents(std::abs(from.amount))};
}

}  // namespace

rc::Gen<std::vector<step>> some_steps() {
  using rc::gen::inRange;
  using rc::gen::resize;
  using rc::gen::set;
  constexpr int full = 100;  // A range as wide in the first cases as in the last ones.
  const auto one = rc::gen::build<step>(
      set(&step::kind, resize(full, inRange(0, static_cast<int>(sorts.size())))),
      set(&step::reservation, resize(full, inRange(0, names_at_once))),
      set(&step::room, resize(full, inRange(0, 25))),
      set(&step::type, resize(full, inRange(0, 13))),
      set(&step::days_ahead, resize(full, inRange(-2, 4))),
      set(&step::nights, resize(full, inRange(0, 6))),
      set(&step::guests, resize(full, inRange(0, 10))),
      set(&step::amount, resize(full, inRange(-20, 20))),
      set(&step::hours_passed, resize(full, inRange(-30, 12))));
  return rc::gen::scale(8.0, rc::gen::container<std::vector<step>>(one));
}

command command_of(const step& from, std::size_t number, date today, const naive_hotel& known) {
  const std::size_t oldest = number / steps_per_new_name;
  const name any = id("r-" + std::to_string(oldest + static_cast<std::size_t>(from.reservation)));
  const name confirmed = target_of(from, any, "confirmed", known);
  const name in_house = target_of(from, any, "in_house", known);
  // 999 is rare among the rooms, as barn is among the types.
  const name room = id(rooms[from.room == 24 ? 4 : static_cast<std::size_t>(from.room) % 4]);
  switch (pick(sorts, from.kind)) {
    case sort::make:
      return booking_of(from, any, today);
    case sort::cancel:
      return cancel_reservation{confirmed, words("plans")};
    case sort::no_show:
      return mark_no_show{confirmed};
    case sort::assign:
      return assign_room{confirmed, room};
    case sort::unassign:
      return unassign_room{confirmed};
    case sort::arrive:
      return check_in{confirmed};
    case sort::leave:
      return departure_of(from, in_house);
    case sort::clean:
      return status_of(from);
    case sort::charge:
      return post_charge{in_house, cents(from.amount), words("minibar")};
    case sort::pay:
      return payment_of(from, in_house, known);
    case sort::price:
      return price_of(from, today);
  }
  return check_in{confirmed};
}

}  // namespace jumak::hotel::testing
