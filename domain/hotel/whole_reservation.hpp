#pragma once

#include "core/names.hpp"
#include "domain/hotel/events.hpp"
#include "domain/hotel/state.hpp"

namespace jumak::hotel {

/// An open reservation as the events tell it, put together from what the state keeps. The
/// reservation must be there.
[[nodiscard]] reservation_made whole_reservation(const state& hotel, const name& reservation);

/// The same, told as one that was changed.
[[nodiscard]] stay_changed as_changed(reservation_made whole);

/// What the credit for nights given back is called on the folio.
[[nodiscard]] free_text nights_given_back();

/// The reservation that ended so, come back. What is charged to it by now is returned: it was the
/// fee.
[[nodiscard]] reservation_reinstated as_reinstated(const state& hotel, const name& reservation,
                                                   const ended_stay& ended);

}  // namespace jumak::hotel
