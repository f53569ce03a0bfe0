#include "domain/hotel/booking_rules.hpp"

#include "domain/hotel/business_day.hpp"

namespace jumak::hotel {
namespace {

constexpr std::int64_t stay_nights_max = 366;
/// From five years back to five years ahead, and some.
constexpr std::int64_t range_nights_max = 3700;

std::optional<refusal> refuse_span(const situation& now, date from, date to,
                                   std::int64_t nights_max) {
  const date latest = latest_departure(now.today);
  if (to <= from) {
    return ends_before_it_begins(from, to);
  }
  if (days_between(from, to) > nights_max) {
    return too_many_nights(from, to, nights_max);
  }
  if (to > latest) {
    return ends_too_far_ahead(from, to, latest);
  }
  return std::nullopt;
}

}  // namespace

std::optional<refusal> refuse_range(const situation& now, date from, date to) {
  return refuse_span(now, from, to, range_nights_max);
}

std::optional<refusal> refuse_nights(const situation& now, date arrival, date departure) {
  return refuse_span(now, arrival, departure, stay_nights_max);
}

std::optional<refusal> refuse_arrival(const situation& now, date arrival, date departure) {
  const date yesterday = now.today.plus_days(-1);
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

std::optional<refusal> refuse_new_nights(const situation& now, date from, date to) {
  if (auto refused = refuse_nights(now, from, to)) {
    return refused;
  }
  return refuse_arrival(now, from, to);
}

std::optional<refusal> refuse_name_in_use(const situation& now, const name& reservation) {
  if (const stay* open = now.hotel.find_stay(reservation.text())) {
    return reservation_exists(reservation, name_of(open->status));
  }
  if (now.hotel.waiting().find(reservation.text()) != nullptr) {
    return reservation_exists(reservation, "waiting");
  }
  return std::nullopt;
}

std::optional<refusal> refuse_rate(const std::optional<money>& rate) {
  if (rate && rate->integer() < 0) {
    return invalid_rate(*rate);
  }
  return std::nullopt;
}

std::optional<refusal> refuse_restricted(const room_type& type, date arrival, date departure) {
  if (type.restrictions.steps().empty()) {
    return std::nullopt;
  }
  const auto found = violations(type.restrictions, arrival, departure);
  return found.empty() ? std::nullopt : std::optional(restricted(type, found.front()));
}

std::vector<night_rate> priced_nights(const room_type& type, date arrival, date departure,
                                      const std::optional<money>& rate) {
  std::vector<night_rate> nights;
  nights.reserve(static_cast<std::size_t>(days_between(arrival, departure)));
  for (date night = arrival; night < departure; night = night.plus_days(1)) {
    nights.push_back({night, rate ? *rate : type.rate_on(night)});
  }
  return nights;
}

std::vector<night_rate> priced_nights(const room_type& type, date arrival, date departure,
                                      rate_percent percent) {
  std::vector<night_rate> nights = priced_nights(type, arrival, departure, std::nullopt);
  for (night_rate& night : nights) {
    night.rate = percent_of(night.rate, percent);
  }
  return nights;
}

guest_counts with_defaults(const guests_given& guests) {
  return {guests.adults, guests.children.value_or(guest_count()),
          guests.infants.value_or(guest_count())};
}

}  // namespace jumak::hotel
