#include <algorithm>

#include "domain/hotel/booking_rules.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/room_rules.hpp"
#include "domain/hotel/whole_reservation.hpp"

namespace jumak::hotel {
namespace {

/// A change of a stay, with what it leaves as it is filled in.
struct change {
  const stay& from;
  room_type_index type;
  night_span nights;

  [[nodiscard]] bool keeps(date night) const {
    return from.arrival <= night && night < from.departure;
  }
  [[nodiscard]] bool adds_nights() const {
    return nights.from < from.arrival || nights.to > from.departure;
  }
};

template <class Value>
bool changes(const std::optional<Value>& asked, const Value& known) {
  return asked && *asked != known;
}

/// Who is in the house has arrived, in a room of that type, and leaves today at the earliest.
std::optional<refusal> refuse_in_house(const situation& now, const change_stay& asked,
                                       const stay& open) {
  if (open.status != stay_status::in_house) {
    return std::nullopt;
  }
  if (changes(asked.arrival, open.arrival) ||
      changes(asked.room_type, now.hotel.at(open.type).id)) {
    return wrong_state(asked.reservation, open);
  }
  if (changes(asked.departure, open.departure) && *asked.departure < now.today) {
    return leaves_in_the_past(asked.reservation, open, *asked.departure, now.today);
  }
  return std::nullopt;
}

std::optional<refusal> refuse_dates(const situation& now, const change& asked) {
  if (auto refused = refuse_nights(now, asked.nights.from, asked.nights.to)) {
    return refused;
  }
  // A guest who should have come days ago may still come later, or leave later.
  if (asked.nights.from == asked.from.arrival) {
    return std::nullopt;
  }
  return refuse_arrival(now, asked.nights.from, asked.nights.to);
}

/// The guests booked may be more than the type takes whose room they were given; that was allowed.
std::optional<refusal> refuse_party(const situation& now, const change_stay& asked,
                                    const change& wanted, const guest_counts& guests) {
  if (!asked.guests && wanted.type == wanted.from.type) {
    return std::nullopt;
  }
  return refuse_guests(asked.reservation, now.hotel.at(wanted.type), guests);
}

/// The room it has must be free for the nights it did not have before.
std::optional<refusal> refuse_room(const situation& now, const name& reservation,
                                   const change& wanted) {
  if (!wanted.from.room || !wanted.adds_nights()) {
    return std::nullopt;
  }
  const room& kept = now.hotel.at(*wanted.from.room);
  const date first = now.hotel.moved_on(reservation.text()).value_or(wanted.nights.from);
  const night_span nights{std::max(first, wanted.nights.from), wanted.nights.to};
  return refuse_room_for(now, kept, reservation, nights);
}

/// Its own old nights count as free.
std::optional<date> first_full_night(const situation& now, const change& wanted) {
  const room_type& type = now.hotel.at(wanted.type);
  const auto [from, to] = wanted.nights;
  if (wanted.type != wanted.from.type) {
    return type.first_full_night(from, to);
  }
  const auto before = type.first_full_night(from, std::min(to, wanted.from.arrival));
  return before ? before : type.first_full_night(std::max(from, wanted.from.departure), to);
}

/// Of nights closed to sale those it had already do not count.
std::optional<date> first_unsold_night(const room_type& type, const change& wanted) {
  const auto [from, to] = wanted.nights;
  if (wanted.type != wanted.from.type) {
    return first_unsold(type.restrictions, from, to);
  }
  const auto before =
      first_unsold(type.restrictions, from, std::min(to, wanted.from.arrival));
  return before ? before
                : first_unsold(type.restrictions, std::max(from, wanted.from.departure), to);
}

/// A day of arrival or departure that the stay had already does not count, either.
bool is_kept(const violation& found, const change& wanted) {
  const bool is_kept_day = found.what == restriction::closed_to_arrival
                               ? wanted.nights.from == wanted.from.arrival
                               : found.what == restriction::closed_to_departure &&
                                     wanted.nights.to == wanted.from.departure;
  return is_kept_day && wanted.type == wanted.from.type;
}

/// What is sold in addition keeps to the restrictions. A guest in the house is not sent away.
std::optional<refusal> refuse_violation(const situation& now, const change& wanted) {
  const room_type& type = now.hotel.at(wanted.type);
  const night_span before{wanted.from.arrival, wanted.from.departure};
  const bool is_same = wanted.type == wanted.from.type && wanted.nights == before;
  if (type.restrictions.steps().empty() || is_same ||
      wanted.from.status == stay_status::in_house) {
    return std::nullopt;
  }
  if (const auto night = first_unsold_night(type, wanted)) {
    return restricted(type, {restriction::stop_sell, *night, 0});
  }
  for (const violation& found :
       violations(type.restrictions, wanted.nights.from, wanted.nights.to)) {
    if (found.what != restriction::stop_sell && !is_kept(found, wanted)) {
      return restricted(type, found);
    }
  }
  return std::nullopt;
}

/// A rate given prices all nights, of a guest in house the added ones; without it kept nights keep
/// theirs and new ones take the rates set, at the percentage of the plan if it was booked on one.
std::vector<night_rate> nights_after(const situation& now, const change& wanted,
                                     const std::optional<money>& given,
                                     const reservation_made& told) {
  const std::vector<night_rate>& before = told.nights;
  const rate_terms* terms = now.hotel.terms_of(told.reservation.text());
  const room_type& type = now.hotel.at(wanted.type);
  const bool is_in_house = wanted.from.status == stay_status::in_house;
  std::vector<night_rate> nights;
  for (date night = wanted.nights.from; night < wanted.nights.to; night = night.plus_days(1)) {
    const bool is_kept = wanted.keeps(night);
    if (given && !(is_kept && is_in_house)) {
      nights.push_back({night, *given});
    } else if (is_kept) {
      const auto place = static_cast<std::size_t>(days_between(wanted.from.arrival, night));
      nights.push_back(before[place]);
    } else {
      nights.push_back({night, terms == nullptr ? type.rate_on(night)
                                                : percent_of(type.rate_on(night), terms->percent)});
    }
  }
  return nights;
}

/// The rate to tell: the one given, else the earlier one as long as it is that of every night.
std::optional<money> rate_after(const std::optional<money>& given,
                                const std::optional<money>& before,
                                const std::vector<night_rate>& nights) {
  if (given || !before) {
    return given;
  }
  const bool still_holds = std::ranges::all_of(
      nights, [&](const night_rate& night) { return night.rate == *before; });
  return still_holds ? before : std::nullopt;
}

/// Accepted: the whole reservation after the change, or no event if that is what it is already.
std::vector<event> changed(const situation& now, const change_stay& asked, const change& wanted,
                           const guest_counts& guests, const reservation_made& before) {
  reservation_made after = before;
  after.room_type = now.hotel.at(wanted.type).id;
  after.arrival = wanted.nights.from;
  after.departure = wanted.nights.to;
  after.guests = guests;
  after.nights = nights_after(now, wanted, asked.rate, before);
  after.rate = rate_after(asked.rate, before.rate, after.nights);
  const bool is_same = after.room_type == before.room_type && after.guests == before.guests &&
                       after.nights == before.nights;
  std::vector<event> events;
  if (!is_same) {
    events.emplace_back(as_changed(std::move(after)));
  }
  return events;
}

}  // namespace

decision<event> decide_on(const situation& now, const change_stay& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (auto refused = refuse_in_house(now, asked, *open)) {
    return *std::move(refused);
  }
  const auto type = asked.room_type ? now.hotel.find_room_type(asked.room_type->text())
                                    : std::optional(open->type);
  if (!type) {
    return unknown_room_type(*asked.room_type);
  }
  const change wanted{
      *open,
      *type,
      {asked.arrival.value_or(open->arrival), asked.departure.value_or(open->departure)}};
  if (auto refused = refuse_dates(now, wanted)) {
    return *std::move(refused);
  }
  const reservation_made before = whole_reservation(now.hotel, asked.reservation);
  const guest_counts guests = asked.guests ? with_defaults(*asked.guests) : before.guests;
  if (auto refused = refuse_party(now, asked, wanted, guests)) {
    return *std::move(refused);
  }
  if (auto refused = refuse_rate(asked.rate)) {
    return *std::move(refused);
  }
  if (auto refused = refuse_room(now, asked.reservation, wanted)) {
    return *std::move(refused);
  }
  if (const auto night = first_full_night(now, wanted)) {
    return no_availability(now.hotel.at(*type), *night);
  }
  if (auto refused = refuse_violation(now, wanted)) {
    return *std::move(refused);
  }
  return changed(now, asked, wanted, guests, before);
}

}  // namespace jumak::hotel
