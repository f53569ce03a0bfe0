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

/// An open stay or one that ended, at the rates that were agreed.
template <class Stay>
reservation_made as_agreed(const state& hotel, const name& reservation, room_type_index type,
                           const Stay& kept) {
  stay_details details = kept.details.unpacked();
  std::vector<night_rate> nights = nights_from(kept.arrival, details.rates);
  return reservation_of(hotel, reservation, hotel.at(type), kept.arrival, kept.departure,
                        std::move(details), std::move(nights));
}

}  // namespace

reservation_made reservation_of(const state& hotel, const name& reservation, const room_type& type,
                                date arrival, date departure, stay_details details,
                                std::vector<night_rate> nights) {
  return {reservation,
          type.id,
          arrival,
          departure,
          std::move(details.guest),
          details.guests,
          details.rate,
          std::move(details.meal),
          std::move(details.segment),
          std::move(details.channel),
          std::move(details.country),
          std::move(details.deposit),
          std::move(details.requests),
          std::move(nights),
          hotel.currency};
}

reservation_made whole_reservation(const state& hotel, const name& reservation) {
  const stay* open = hotel.find_stay(reservation.text());
  JUMAK_ASSERT(open != nullptr);
  return as_agreed(hotel, reservation, open->type, *open);
}

std::int64_t cost_from(date first, const std::vector<night_rate>& nights) {
  std::int64_t total = 0;
  for (const night_rate& night : nights) {
    total += night.night >= first ? night.rate.integer() : 0;
  }
  return total;
}

free_text nights_given_back() {
  return free_text::from_text("nights given back").value_or(free_text());
}

reservation_reinstated as_reinstated(const state& hotel, const name& reservation,
                                     const ended_stay& ended) {
  reservation_made whole = as_agreed(hotel, reservation, room_type_index(ended.type), ended);
  return {std::move(whole.reservation), std::move(whole.room_type),
          whole.arrival,                whole.departure,
          std::move(whole.guest),       whole.guests,
          whole.rate,                   std::move(whole.meal),
          std::move(whole.segment),     std::move(whole.channel),
          std::move(whole.country),     std::move(whole.deposit),
          std::move(whole.requests),    std::move(whole.nights),
          whole.currency,
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
