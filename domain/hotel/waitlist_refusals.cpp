#include "domain/hotel/refusals.hpp"

/// What is refused about those a hotel has no room for.
namespace jumak::hotel {

refusal waits(const name& reservation) {
  return reject("wrong_state", "Reservation " + reservation.text() + " is waiting.",
                {{"reservation", reservation.text()}, {"status", "waiting"}});
}

refusal nights_are_free(const name& reservation, const room_type& type) {
  return reject("not_full",
                "Reservation " + reservation.text() + " need not wait: " + type.title.text() +
                    " is free on all its nights.",
                {{"reservation", reservation.text()}, {"room_type", type.id.text()}});
}

}  // namespace jumak::hotel
