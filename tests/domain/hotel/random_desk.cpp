#include "tests/domain/hotel/random_desk.hpp"

namespace jumak::hotel::testing {
namespace {

/// How often each sort of command comes: the number of times it stands below.
enum class desk_sort {
  restrict,
  plan,
  book_plan,
  walk_in,
  undo,
  reinstate,
  move,
  longer,
  shorter,
  deposit,
  refund,
  audit,
  block,
  pick_up,
  release,
  wait,
  give_up,
  promote
};
constexpr std::array desk_sorts{
    desk_sort::restrict,  desk_sort::plan,      desk_sort::book_plan, desk_sort::book_plan,
    desk_sort::walk_in,   desk_sort::walk_in,   desk_sort::undo,      desk_sort::reinstate,
    desk_sort::reinstate, desk_sort::move,      desk_sort::move,      desk_sort::longer,
    desk_sort::shorter,   desk_sort::deposit,   desk_sort::refund,
    desk_sort::audit,     desk_sort::audit,     desk_sort::block,     desk_sort::block,
    desk_sort::pick_up,   desk_sort::pick_up,   desk_sort::pick_up,   desk_sort::release,
    desk_sort::wait,      desk_sort::wait,      desk_sort::wait,      desk_sort::give_up,
    desk_sort::promote};

/// Mostly lifts what is set: else little could be sold.
command restriction_of(const step& from, date today) {
  set_restrictions asked;
  asked.room_type = id(pick(types, from.type));
  asked.from = today.plus_days(from.days_ahead);
  asked.to = asked.from.plus_days(from.nights);
  asked.stop_sell = from.amount % 7 == 0;
  asked.closed_to_arrival = from.amount % 5 == 0;
  asked.closed_to_departure = from.room % 5 == 0;
  if (from.room % 4 == 0) {
    asked.min_stay = stay_nights::from_integer(1 + from.guests % 3);
    asked.max_stay = stay_nights::from_integer(2 + from.reservation % 4);
  }
  return asked;
}

std::optional<fee> fee_of(int kind, std::int64_t value) {
  if (kind % 4 == 3) {
    return std::nullopt;
  }
  return fee{static_cast<fee_kind>(kind % 4), fee_value::from_integer(value).value()};
}

command plan_of(const step& from) {
  define_rate_plan asked;
  asked.rate_plan = id(from.type % 2 == 0 ? "flex" : "saver");
  asked.title = words("Plan");
  asked.percent = rate_percent::from_integer(80 + from.room);
  asked.notice_days = notice_days::from_integer(from.days_ahead < 0 ? 2000 : from.days_ahead);
  const int more = from.amount == 19 ? 400 : 0;
  asked.cancellation_fee = fee_of(from.reservation, more + std::abs(from.amount) * 3);
  asked.no_show_fee = fee_of(from.guests, 1 + from.nights);
  return asked;
}

command plan_booking_of(const step& from, const name& reservation, date today) {
  const auto asked = booking_of<make_reservation>(from, reservation, today);
  book_rate_plan on_plan;
  on_plan.reservation = asked.reservation;
  on_plan.rate_plan = id(pick(std::array{"flex", "saver", "flex", "saver", "gone"}, from.room));
  on_plan.room_type = asked.room_type;
  on_plan.arrival = asked.arrival;
  on_plan.departure = asked.departure;
  on_plan.guest = asked.guest;
  on_plan.guests = asked.guests;
  return on_plan;
}

command walk_in_of(const step& from, const name& reservation, const name& room, date today) {
  const auto booking = booking_of<make_reservation>(from, reservation, today);
  hotel::walk_in asked;
  asked.reservation = reservation;
  asked.room = room;
  asked.departure = today.plus_days(from.nights);
  asked.guest = booking.guest;
  asked.guests = booking.guests;
  asked.rate = booking.rate;
  if (from.type % 3 == 0) {  // After midnight for the night that is nearly over; too early now and then.
    asked.arrival = today.plus_days(from.days_ahead == 5 ? 1 : from.days_ahead % 2 == 0 ? 0 : -1);
  }
  return asked;
}

command departure_change_of(const step& from, const name& reservation, bool is_later, date today,
                            const naive_hotel& known) {
  const auto found = known.reservations().find(reservation.text());
  const date before = found == known.reservations().end() ? today : found->second.departure;
  if (is_later) {
    extend_stay asked{reservation, before.plus_days(from.nights - 1), std::nullopt};
    if (from.room % 3 == 0) {
      asked.rate = cents(std::max(-1, from.amount));
    }
    return asked;
  }
  shorten_stay asked{reservation, before.plus_days(1 - from.nights), std::nullopt};
  if (from.room % 3 != 0) {
    asked.credit = from.room % 3 == 1;
  }
  return asked;
}

/// One of the open blocks; sometimes, or when there is none, any name.
name some_block(const step& from, const naive_hotel& known) {
  std::vector<std::string> open;
  for (const auto& [block, one] : known.blocks()) {
    if (one.status == "open") {
      open.push_back(block);
    }
  }
  const bool is_any = open.empty() || from.room % 6 == 0;
  return id(is_any ? "b-" + std::to_string(from.desk_kind % 7) : pick(open, from.room));
}

command block_of(const step& from, date today, const naive_hotel& known) {
  create_block asked;
  const bool is_used = from.room % 6 == 0;
  asked.block = id("b-" + std::to_string(is_used ? 0 : known.blocks().size()));
  asked.title = words("Choir");
  asked.room_type = id(pick(types, from.type));
  asked.from = today.plus_days(from.days_ahead);
  asked.to = asked.from.plus_days(from.nights);
  asked.rooms = block_rooms::from_integer(1 + from.guests % 2).value();
  asked.cut_off = asked.from.plus_days(from.reservation % 4);
  if (from.amount % 3 == 0) {
    asked.rate = cents(from.amount < -18 ? -1 : std::abs(from.amount));
  }
  return asked;
}

command pick_up_of(const step& from, const name& reservation, date today,
                   const naive_hotel& known) {
  const auto booking = booking_of<make_reservation>(from, reservation, today);
  pick_up_from_block asked;
  asked.reservation = reservation;
  asked.block = some_block(from, known);
  asked.arrival = booking.arrival;
  asked.departure = booking.departure;
  asked.guest = booking.guest;
  asked.guests = booking.guests;
  const auto found = known.blocks().find(asked.block.text());
  if (found != known.blocks().end() && from.amount % 3 != 0) {
    asked.arrival = std::max(found->second.left.begin()->first, today);
    asked.departure = asked.arrival.plus_days(1 + from.nights % 2);
  }
  return asked;
}

/// Often all that was paid for one that did not come: if that had a fee, it is too much.
command refund_of(const step& from, const desk_names& names, const naive_hotel& known) {
  std::vector<std::string> paid;
  for (const auto& [reservation, one] : known.reservations()) {
    const bool did_not_come = one.status == "cancelled" || one.status == "no_show";
    if (did_not_come && one.payments > 0) {
      paid.push_back(reservation);
    }
  }
  if (!paid.empty() && from.guests % 2 == 0) {
    const std::string& reservation = pick(paid, from.reservation);
    const std::int64_t all = known.reservations().at(reservation).payments;
    return refund_payment{id(reservation), cents(all), words("card")};
  }
  return refund_payment{pick(std::array{names.confirmed, names.in_house, names.ended}, from.room),
                        cents(from.amount), words("card")};
}

}  // namespace

command desk_command_of(const step& from, const desk_names& names, date today,
                        const naive_hotel& known) {
  switch (pick(desk_sorts, from.desk_kind)) {
    case desk_sort::restrict:
      return restriction_of(from, today);
    case desk_sort::plan:
      return plan_of(from);
    case desk_sort::book_plan:
      return plan_booking_of(from, names.any, today);
    case desk_sort::walk_in:
      return walk_in_of(from, names.any, names.room, today);
    case desk_sort::undo:
      return undo_check_in{names.in_house};
    case desk_sort::reinstate:
      return reinstate_reservation{names.ended};
    case desk_sort::move:
      return move_guest{names.in_house, names.room, std::nullopt};
    case desk_sort::longer:
      return departure_change_of(from, names.in_house, true, today, known);
    case desk_sort::shorter:
      return departure_change_of(from, names.in_house, false, today, known);
    case desk_sort::deposit:
      return request_deposit{names.confirmed, cents(from.amount), today.plus_days(from.days_ahead)};
    case desk_sort::refund:
      return refund_of(from, names, known);
    case desk_sort::audit:
      return run_night_audit{known.next_audit(today).plus_days(from.room % 5 == 0 ? 1 : 0)};
    case desk_sort::block:
      return block_of(from, today, known);
    case desk_sort::pick_up:
      return pick_up_of(from, names.any, today, known);
    case desk_sort::wait:
      return booking_of<join_waitlist>(from, names.any, today);
    case desk_sort::give_up:
      return leave_waitlist{names.waiting};
    case desk_sort::promote:
      return promote_from_waitlist{names.waiting};
    case desk_sort::release:
      return release_block{some_block(from, known)};
  }
  return undo_check_in{names.in_house};
}

}  // namespace jumak::hotel::testing
