#include "tests/domain/hotel/random_commands.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/domain/hotel/random_desk.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

constexpr int names_at_once = 8;
constexpr std::size_t steps_per_new_name = 10;
constexpr std::int64_t seconds_of_a_step = 1800;

/// How often each sort of command comes: the number of times it stands here.
enum class sort {
  make,
  hold,
  confirm,
  release,
  expire,
  change,
  extend,
  cancel,
  no_show,
  assign,
  unassign,
  arrive,
  leave,
  clean,
  charge,
  pay,
  price,
  overbook,
  close,
  open,
  build,
  retire,
  desk
};
constexpr std::array sorts{
    sort::make,    sort::make,   sort::make,     sort::hold,     sort::hold,   sort::confirm,
    sort::confirm, sort::release, sort::expire,  sort::change,   sort::change, sort::extend,
    sort::extend,  sort::cancel, sort::no_show,  sort::assign,   sort::assign, sort::assign,
    sort::assign,  sort::assign, sort::unassign, sort::arrive,   sort::arrive, sort::arrive,
    sort::leave,   sort::leave,  sort::clean,    sort::clean,    sort::charge, sort::pay,
    sort::pay,     sort::price,  sort::overbook, sort::overbook, sort::close,  sort::close,
    sort::open,    sort::build,  sort::retire,   sort::make,     sort::make,   sort::overbook,
    sort::desk,    sort::desk,   sort::desk,     sort::desk,     sort::desk,   sort::desk,
    sort::desk,    sort::desk,   sort::desk,     sort::desk,     sort::desk,   sort::desk,
    sort::desk,    sort::desk};

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

command hold_of(const step& from, const name& reservation, date today) {
  auto asked = booking_of<place_hold>(from, reservation, today);
  asked.ttl_seconds =
      hold_seconds::from_integer((1 + std::abs(from.amount)) * seconds_of_a_step).value();
  if (from.room % 3 == 0) {
    asked.requests = words("quiet");
  }
  return asked;
}

/// Which fields are given, the bits of a number say.
command change_of(const step& from, const name& reservation, date today, const naive_hotel& known) {
  change_stay asked{reservation, {}, {}, {}, {}, {}};
  const auto found = known.reservations().find(reservation.text());
  date arrival = found == known.reservations().end() ? today : found->second.arrival;
  if ((from.room & 1) != 0) {
    asked.room_type = id(pick(types, from.type));
  }
  if ((from.room & 2) != 0) {
    arrival = today.plus_days(from.days_ahead);
    asked.arrival = arrival;
  }
  if ((from.room & 4) != 0) {
    asked.guests = booking_of<make_reservation>(from, reservation, today).guests;
  }
  if ((from.room & 8) != 0) {
    asked.rate = cents(from.amount < -18 ? -1 : std::abs(from.amount));
  }
  if ((from.room & 16) != 0 || from.room == 0) {
    asked.departure = (from.amount % 2 == 0 ? today : arrival).plus_days(from.nights);
  }
  return asked;
}

/// A night or more after the departure of one that has a room, so that the next one's nights and what
/// is out of order are met.
command extension_of(const step& from, const name& any, const naive_hotel& known) {
  change_stay asked{any, {}, {}, {}, {}, {}};
  std::vector<std::string> with_room;
  for (const auto& [reservation, one] : known.reservations()) {
    if (!one.room.empty() && (one.status == "confirmed" || one.status == "in_house")) {
      with_room.push_back(reservation);
    }
  }
  if (with_room.empty()) {
    asked.rate = cents(0);
    return asked;
  }
  asked.reservation = id(pick(with_room, from.reservation));
  const date departure = known.reservations().at(asked.reservation.text()).departure;
  asked.departure = departure.plus_days(1 + from.nights % 3);
  return asked;
}

command payment_of(const step& from, const name& reservation, const naive_hotel& known) {
  const std::int64_t balance = known.balance(reservation.text());
  const bool is_in_advance = balance == 0 || from.amount % 4 == 0;
  const std::int64_t amount = is_in_advance ? from.amount / 4 : balance;
  return post_payment{reservation, cents(amount), words("card")};
}

command departure_of(const step& from, const name& reservation) {
  check_out asked{reservation, std::nullopt};
  if (from.amount % 5 == 0) {
    asked.override_reason = words("invoiced");
  }
  return asked;
}

command status_of(const step& from, const name& room) {
  const bool is_dirty = from.amount % 6 == 0;
  const room_status made_up = from.amount > 0 ? room_status::clean : room_status::inspected;
  return set_room_status{room, is_dirty ? room_status::dirty : made_up};
}

command price_of(const step& from, date today) {
  const date first = today.plus_days(from.days_ahead);
  return set_rate{id(pick(types, from.type % 3)), first, first.plus_days(from.nights + 1),
                  cents(std::abs(from.amount))};
}

command overbooking_of(const step& from, date today) {
  const date first = today.plus_days(from.days_ahead);
  const std::int64_t rooms = from.amount < 0 ? 0 : 1 + from.amount % 2;
  return set_overbooking{id(pick(types, from.type % 3)), first, first.plus_days(2 * from.nights),
                         overbooked_rooms::from_integer(rooms).value()};
}

command closing_of(const step& from, const name& room, date today) {
  const date first = today.plus_days(from.days_ahead);
  return take_room_out_of_order{room, first, first.plus_days(from.nights), words("paint")};
}

command building_of(const step& from, const name& room) {
  const bool is_used = from.room % 4 == 0;
  const name built = is_used ? room : id("40" + std::to_string(std::abs(from.amount) % 5));
  return add_rooms{id(pick(types, from.type)), distinct_names::from_items({built}).value()};
}

/// One of the rooms there ever were, rarely one that never was.
name some_room(const step& from, const naive_hotel& known) {
  std::vector<std::string> all;
  for (const auto& [room, one] : known.rooms()) {
    all.push_back(room);
  }
  return id(from.room == 24 || all.empty() ? "999" : pick(all, from.room));
}

}  // namespace

rc::Gen<std::vector<step>> some_steps() {
  using rc::gen::inRange;
  using rc::gen::resize;
  using rc::gen::set;
  constexpr int full = 100;  // A range as wide in the first cases as in the last ones.
  const auto one = rc::gen::build<step>(
      set(&step::kind, resize(full, inRange(0, static_cast<int>(sorts.size())))),
      set(&step::desk_kind, resize(full, inRange(0, 1000))),
      set(&step::reservation, resize(full, inRange(0, names_at_once))),
      set(&step::room, resize(full, inRange(0, 25))),
      set(&step::type, resize(full, inRange(0, 13))),
      set(&step::days_ahead, resize(full, inRange(-2, 7))),
      set(&step::nights, resize(full, inRange(0, 6))),
      set(&step::guests, resize(full, inRange(0, 10))),
      set(&step::amount, resize(full, inRange(-20, 20))),
      set(&step::hours_passed, resize(full, inRange(-30, 12))),
      set(&step::is_late, rc::gen::map(resize(full, inRange(0, 3)), [](int of) { return of == 0; })),
      set(&step::is_reloaded,
          rc::gen::map(resize(full, inRange(0, 10)), [](int of) { return of == 0; })));
  return rc::gen::scale(12.0, rc::gen::container<std::vector<step>>(one));
}

command command_of(const step& from, std::size_t number, date today, const naive_hotel& known) {
  const std::size_t oldest = number / steps_per_new_name;
  const name any = id("r-" + std::to_string(oldest + static_cast<std::size_t>(from.reservation)));
  const name held = target_of(from, any, "held", known);
  const name confirmed = target_of(from, any, "confirmed", known);
  const name in_house = target_of(from, any, "in_house", known);
  const name room = some_room(from, known);
  const name ended = target_of(from, any, from.room % 3 == 0 ? "no_show" : "cancelled", known);
  const name waiting = target_of(from, any, "waiting", known);
  switch (pick(sorts, from.kind)) {
    case sort::make:
      return booking_of<make_reservation>(from, any, today);
    case sort::hold:
      return hold_of(from, any, today);
    case sort::confirm:
      return confirm_hold{held};
    case sort::release:
      return release_hold{held};
    case sort::expire:
      return expire_hold{held};
    case sort::change:
      return change_of(from, pick(std::array{held, confirmed, in_house}, from.reservation), today,
                       known);
    case sort::extend:
      return extension_of(from, any, known);
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
      return status_of(from, room);
    case sort::charge:
      return post_charge{in_house, cents(from.amount), words("minibar")};
    case sort::pay:
      return payment_of(from, from.room % 4 == 0 ? confirmed : in_house, known);
    case sort::price:
      return price_of(from, today);
    case sort::overbook:
      return overbooking_of(from, today);
    case sort::close:
      return closing_of(from, room, today);
    case sort::open:
      return return_room_to_service{room};
    case sort::build:
      return building_of(from, room);
    case sort::retire:
      return retire_room{room};
    case sort::desk:
      return desk_command_of(from, desk_names{any, confirmed, in_house, ended, room, waiting}, today, known);
  }
  return check_in{confirmed};
}

}  // namespace jumak::hotel::testing
