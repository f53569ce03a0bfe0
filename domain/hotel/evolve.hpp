#pragma once

#include "core/decider.hpp"
#include "domain/hotel/events.hpp"
#include "domain/hotel/state.hpp"

/// What each event changes. Total: an event that does not fit the state changes nothing.
namespace jumak::hotel {

void apply(state& hotel, const hotel_registered& happened, version at);
void apply(state& hotel, const room_type_defined& happened, version at);
void apply(state& hotel, const room_added& happened, version at);
void apply(state& hotel, const rate_set& happened, version at);
void apply(state& hotel, const room_status_set& happened, version at);
void apply(state& hotel, const reservation_made& happened, version at);
void apply(state& hotel, const reservation_cancelled& happened, version at);
void apply(state& hotel, const reservation_marked_no_show& happened, version at);
void apply(state& hotel, const room_assigned& happened, version at);
void apply(state& hotel, const room_unassigned& happened, version at);
void apply(state& hotel, const guest_checked_in& happened, version at);
void apply(state& hotel, const guest_checked_out& happened, version at);
void apply(state& hotel, const charge_posted& happened, version at);
void apply(state& hotel, const payment_posted& happened, version at);

// Not written by any rule yet.
inline void apply(state&, const overbooking_set&, version) {}
inline void apply(state&, const room_retired&, version) {}
inline void apply(state&, const room_taken_out_of_order&, version) {}
inline void apply(state&, const room_returned_to_service&, version) {}
inline void apply(state&, const hold_placed&, version) {}
inline void apply(state&, const hold_released&, version) {}
inline void apply(state&, const hold_expired&, version) {}
inline void apply(state&, const stay_changed&, version) {}

}  // namespace jumak::hotel
