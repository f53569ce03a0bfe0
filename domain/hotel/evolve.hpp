#pragma once

#include "core/decider.hpp"
#include "domain/hotel/events.hpp"
#include "domain/hotel/state.hpp"

/// What each event changes. Total: an event that does not fit the state changes nothing.
namespace jumak::hotel {

// evolve_inventory.cpp: the hotel, its room types and rooms
void apply(state& hotel, const hotel_registered& happened, const event_context& around);
void apply(state& hotel, const room_type_defined& happened, const event_context& around);
void apply(state& hotel, const room_added& happened, const event_context& around);
void apply(state& hotel, const rate_set& happened, const event_context& around);
void apply(state& hotel, const overbooking_set& happened, const event_context& around);
void apply(state& hotel, const room_status_set& happened, const event_context& around);
void apply(state& hotel, const room_taken_out_of_order& happened, const event_context& around);
void apply(state& hotel, const room_returned_to_service& happened, const event_context& around);
void apply(state& hotel, const room_retired& happened, const event_context& around);

// evolve_sale.cpp: on what terms it is sold
void apply(state& hotel, const restrictions_set& happened, const event_context& around);
void apply(state& hotel, const rate_plan_defined& happened, const event_context& around);
void apply(state& hotel, const rate_terms_agreed& happened, const event_context& around);
void apply(state& hotel, const fee_charged& happened, const event_context& around);

// evolve.cpp: reservations
void apply(state& hotel, const hold_placed& happened, const event_context& around);
void apply(state& hotel, const hold_released& happened, const event_context& around);
void apply(state& hotel, const hold_expired& happened, const event_context& around);
void apply(state& hotel, const reservation_made& happened, const event_context& around);
void apply(state& hotel, const stay_changed& happened, const event_context& around);
void apply(state& hotel, const reservation_cancelled& happened, const event_context& around);
void apply(state& hotel, const reservation_marked_no_show& happened, const event_context& around);
void apply(state& hotel, const room_assigned& happened, const event_context& around);
void apply(state& hotel, const room_unassigned& happened, const event_context& around);
void apply(state& hotel, const guest_checked_in& happened, const event_context& around);
void apply(state& hotel, const guest_checked_out& happened, const event_context& around);
void apply(state& hotel, const charge_posted& happened, const event_context& around);
void apply(state& hotel, const payment_posted& happened, const event_context& around);

// evolve_desk.cpp: what a front desk does beyond
void apply(state& hotel, const check_in_undone& happened, const event_context& around);
void apply(state& hotel, const reservation_reinstated& happened, const event_context& around);
void apply(state& hotel, const guest_moved& happened, const event_context& around);
void apply(state& hotel, const overnight_charged& happened, const event_context& around);
void apply(state& hotel, const night_audited& happened, const event_context& around);
void apply(state& hotel, const deposit_requested& happened, const event_context& around);
void apply(state& hotel, const payment_refunded& happened, const event_context& around);
void apply(state& hotel, const cancellation_refunded& happened, const event_context& around);
void apply(state& hotel, const no_show_refunded& happened, const event_context& around);


// evolve_block.cpp: rooms kept for a group
void apply(state& hotel, const block_created& happened, const event_context& around);
void apply(state& hotel, const block_picked_up& happened, const event_context& around);
void apply(state& hotel, const block_returned& happened, const event_context& around);
void apply(state& hotel, const block_released& happened, const event_context& around);
void apply(state& hotel, const block_cut_off& happened, const event_context& around);


// evolve_waitlist.cpp: who waits for nights
void apply(state& hotel, const waitlist_joined& happened, const event_context& around);
void apply(state& hotel, const waitlist_left& happened, const event_context& around);

}  // namespace jumak::hotel
