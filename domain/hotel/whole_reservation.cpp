#include "domain/hotel/whole_reservation.hpp"

#include <utility>

#include "core/assert.hpp"

namespace jumak::hotel {
namespace {

std::vector<night_rate> nights_from(date arrival, const std::vector<rate_run>& runs) {
  std::vector<night_rate> nights;
  for (const rate_run& run : runs) {
    for (std::uint32_t count = 0; count < run.nights; ++count) {
      nights.push_back({arrival.plus_days(static_cast<std::int64_t>(nights.size())), run.rate});
    }
  }
  return nights;
}

}  // namespace

reservation_made whole_reservation(const state& hotel, const name& reservation) {
  const stay* open = hotel.find_stay(reservation.text());
  JUMAK_ASSERT(open != nullptr);
  stay_details details = open->details.unpacked();
  return {reservation,
          hotel.at(open->type).id,
          open->arrival,
          open->departure,
          std::move(details.guest),
          details.guests,
          details.rate,
          std::move(details.meal),
          std::move(details.segment),
          std::move(details.channel),
          std::move(details.country),
          std::move(details.deposit),
          std::move(details.requests),
          nights_from(open->arrival, details.rates),
          hotel.currency};
}

free_text nights_given_back() {
  return free_text::from_text("nights given back").value_or(free_text());
}

reservation_reinstated as_reinstated(const state& hotel, const name& reservation,
                                     const ended_stay& ended) {
  stay_details details = ended.details.unpacked();
  return {reservation,
          hotel.at(room_type_index(ended.type)).id,
          ended.arrival,
          ended.departure,
          std::move(details.guest),
          details.guests,
          details.rate,
          std::move(details.meal),
          std::move(details.segment),
          std::move(details.channel),
          std::move(details.country),
          std::move(details.deposit),
          std::move(details.requests),
          nights_from(ended.arrival, details.rates),
          hotel.currency,
          ended.charged == 0 ? std::nullopt : money_sum::from_integer(ended.charged)};
}

stay_changed as_changed(reservation_made whole) {
  return {std::move(whole.reservation), std::move(whole.room_type),
          whole.arrival,                whole.departure,
          std::move(whole.guest),       whole.guests,
          whole.rate,                   std::move(whole.meal),
          std::move(whole.segment),     std::move(whole.channel),
          std::move(whole.country),     std::move(whole.deposit),
          std::move(whole.requests),    std::move(whole.nights),
          whole.currency};
}

}  // namespace jumak::hotel
