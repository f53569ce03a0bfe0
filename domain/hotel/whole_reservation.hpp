#pragma once

#include <cstdint>
#include <vector>

#include "core/names.hpp"
#include "domain/hotel/events.hpp"
#include "domain/hotel/state.hpp"

namespace jumak::hotel {

/// An open reservation as the events tell it, put together from what the state keeps. The
/// reservation must be there.
[[nodiscard]] reservation_made whole_reservation(const state& hotel, const name& reservation);

/// A reservation of those details, for those nights from `arrival` on.
[[nodiscard]] reservation_made reservation_of(const state& hotel, const name& reservation,
                                              const room_type& type, date arrival, date departure,
                                              stay_details details,
                                              std::vector<night_rate> nights);

/// What the nights from `first` on cost.
[[nodiscard]] std::int64_t cost_from(date first, const std::vector<night_rate>& nights);

/// The whole reservation told as one that was changed.
[[nodiscard]] stay_changed as_changed(reservation_made whole);

/// What the credit for nights given back is called on the folio.
[[nodiscard]] free_text nights_given_back();

/// The reservation that ended so, come back. What is charged to it by now is returned: it was the
/// fee.
[[nodiscard]] reservation_reinstated as_reinstated(const state& hotel, const name& reservation,
                                                   const ended_stay& ended);

}  // namespace jumak::hotel
