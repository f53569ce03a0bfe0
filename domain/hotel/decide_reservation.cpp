#include "domain/hotel/business_day.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"

namespace jumak::hotel {
namespace {

constexpr std::int64_t stay_nights_max = 366;

std::optional<refusal> refuse_dates(const situation& now, date arrival, date departure) {
  const date latest = latest_departure(now.today);
  const date yesterday = now.today.plus_days(-1);
  if (departure <= arrival) {
    return ends_before_it_begins(arrival, departure);
  }
  if (days_between(arrival, departure) > stay_nights_max) {
    return too_many_nights(arrival, departure, stay_nights_max);
  }
  if (departure > latest) {
    return ends_too_far_ahead(arrival, departure, latest);
  }
  // Yesterday serves the walk-in after midnight.
  if (arrival < yesterday) {
    return arrives_in_the_past(arrival, departure, yesterday);
  }
  return std::nullopt;
}

std::optional<refusal> refuse_guests(const name& reservation, const room_type& type,
                                     const guest_counts& guests) {
  if (guests.total() == 0) {
    return no_guests(reservation);
  }
  if (guests.total() > type.max_guests.integer()) {
    return too_many_guests(type, guests.total());
  }
  return std::nullopt;
}

guest_counts with_defaults(const guests_given& guests) {
  return {guests.adults, guests.children.value_or(guest_count()),
          guests.infants.value_or(guest_count())};
}

/// Each night of the stay with the rate given for all of them, else the one set for it.
std::vector<night_rate> priced_nights(const room_type& type, const make_reservation& asked) {
  std::vector<night_rate> nights;
  nights.reserve(static_cast<std::size_t>(days_between(asked.arrival, asked.departure)));
  for (date night = asked.arrival; night < asked.departure; night = night.plus_days(1)) {
    nights.push_back({night, asked.rate ? *asked.rate : type.rate_on(night)});
  }
  return nights;
}

reservation_made made(const situation& now, const room_type& type, const guest_counts& guests,
                      const make_reservation& asked) {
  return {asked.reservation, asked.room_type,
          asked.arrival,     asked.departure,
          asked.guest,       guests,
          asked.rate,        asked.meal,
          asked.segment,     asked.channel,
          asked.country,     asked.deposit,
          asked.requests,    priced_nights(type, asked),
          now.hotel.currency};
}

}  // namespace

decision<event> decide_on(const situation& now, const make_reservation& asked) {
  const auto type_place = now.hotel.find_room_type(asked.room_type.text());
  if (!type_place) {
    return unknown_room_type(asked.room_type);
  }
  if (const stay* open = now.hotel.find_stay(asked.reservation.text())) {
    return reservation_exists(asked.reservation, name_of(open->status));
  }
  if (auto refused = refuse_dates(now, asked.arrival, asked.departure)) {
    return *std::move(refused);
  }
  const room_type& type = now.hotel.at(*type_place);
  const guest_counts guests = with_defaults(asked.guests);
  if (auto refused = refuse_guests(asked.reservation, type, guests)) {
    return *std::move(refused);
  }
  if (asked.rate && asked.rate->integer() < 0) {
    return invalid_rate(*asked.rate);
  }
  if (const auto night = type.first_full_night(asked.arrival, asked.departure)) {
    return no_availability(type, *night);
  }
  std::vector<event> events;
  events.emplace_back(made(now, type, guests, asked));
  return events;
}

decision<event> decide_on(const situation& now, const cancel_reservation& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (open->status != stay_status::confirmed) {
    return wrong_state(asked.reservation, *open);
  }
  return std::vector<event>{reservation_cancelled{asked.reservation, asked.reason}};
}

decision<event> decide_on(const situation& now, const mark_no_show& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (open->status != stay_status::confirmed) {
    return wrong_state(asked.reservation, *open);
  }
  if (now.today < open->arrival) {
    return too_early(asked.reservation, *open, now.today);
  }
  return std::vector<event>{reservation_marked_no_show{asked.reservation}};
}

}  // namespace jumak::hotel
