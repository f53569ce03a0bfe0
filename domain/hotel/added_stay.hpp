#pragma once

#include <utility>

#include "domain/hotel/evolve.hpp"

/// What the events have in common that carry a reservation whole.
namespace jumak::hotel {

/// Events of another shape were never written; they must not harm.
template <class Event>
[[nodiscard]] bool has_its_nights(const Event& whole) {
  return whole.arrival < whole.departure &&
         std::cmp_equal(whole.nights.size(), days_between(whole.arrival, whole.departure));
}

/// Adds the reservation and takes its nights; null if the event does not fit.
template <class Event>
stay* add_stay(state& hotel, const Event& whole, const event_context& around) {
  const auto type = hotel.find_room_type(whole.room_type.text());
  if (!type || !has_its_nights(whole)) {
    return nullptr;
  }
  stay added;
  added.type = *type;
  added.arrival = whole.arrival;
  added.departure = whole.departure;
  added.details = packed_details(whole);
  added.own_version = around.stream_version;
  stay* open = hotel.add(whole.reservation.text(), std::move(added));
  if (open != nullptr) {
    hotel.at(*type).taken.add_all(whole.arrival, whole.departure);
  }
  return open;
}

}  // namespace jumak::hotel
