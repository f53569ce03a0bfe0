#include <chrono>

#include "domain/hotel/booking_rules.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/whole_reservation.hpp"

namespace jumak::hotel {
namespace {

hold_placed placed(const situation& now, const room_type& type, const place_hold& asked) {
  return {asked.reservation,
          asked.room_type,
          asked.arrival,
          asked.departure,
          asked.guest,
          with_defaults(asked.guests),
          asked.rate,
          asked.meal,
          asked.segment,
          asked.channel,
          asked.country,
          asked.deposit,
          asked.requests,
          asked.ttl_seconds,
          priced_nights(type, asked.arrival, asked.departure, asked.rate),
          now.hotel.currency,
          now.moment + std::chrono::seconds(asked.ttl_seconds.integer())};
}

/// That the time of a hold is up was said by the precheck.
std::optional<refusal> refuse_unless_held(const situation& now, const name& reservation) {
  const stay* open = now.hotel.find_stay(reservation.text());
  if (open == nullptr) {
    return unknown_reservation(reservation);
  }
  if (open->status != stay_status::held) {
    return wrong_state(reservation, *open);
  }
  return std::nullopt;
}

}  // namespace

decision<event> decide_on(const situation& now, const place_hold& asked) {
  auto type = type_for(now, asked);
  if (!type) {
    return tl::unexpected(std::move(type.error()));
  }
  std::vector<event> events;
  events.emplace_back(placed(now, **type, asked));
  return events;
}

decision<event> decide_on(const situation& now, const confirm_hold& asked) {
  if (auto refused = refuse_unless_held(now, asked.reservation)) {
    return *std::move(refused);
  }
  std::vector<event> events;
  events.emplace_back(whole_reservation(now.hotel, asked.reservation));
  return events;
}

decision<event> decide_on(const situation& now, const release_hold& asked) {
  if (auto refused = refuse_unless_held(now, asked.reservation)) {
    return *std::move(refused);
  }
  return std::vector<event>{hold_released{asked.reservation}};
}

decision<event> decide_on(const situation& now, const expire_hold& asked) {
  const auto expires_at = now.hotel.expiry_of(asked.reservation.text());
  if (!expires_at || now.moment < *expires_at) {
    return std::vector<event>{};
  }
  return std::vector<event>{hold_expired{asked.reservation}};
}

}  // namespace jumak::hotel
