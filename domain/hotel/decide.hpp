#pragma once

#include <concepts>

#include "core/decider.hpp"
#include "domain/hotel/commands.hpp"
#include "domain/hotel/events.hpp"
#include "domain/hotel/state.hpp"

/// The rules, one overload a command. They run after the precheck, in the order of the table in the
/// domain's contract, and the first that fails wins.
namespace jumak::hotel {

/// What a rule may look at.
struct situation {
  const state& hotel;
  timestamp moment;
  date today;  ///< The hotel's at that moment.
};

/// The command makes a reservation with a name that was never used.
template <class Command>
inline constexpr bool takes_a_name =
    std::same_as<Command, make_reservation> || std::same_as<Command, place_hold> ||
    std::same_as<Command, book_rate_plan> || std::same_as<Command, walk_in> ||
    std::same_as<Command, pick_up_from_block> || std::same_as<Command, join_waitlist>;

// decide_inventory.cpp: what the hotel has to offer
[[nodiscard]] decision<event> decide_on(const situation& now, const register_hotel& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const define_room_type& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const add_rooms& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const set_rate& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const set_overbooking& asked);

// decide_sale.cpp: on what terms it is sold
[[nodiscard]] decision<event> decide_on(const situation& now, const set_restrictions& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const define_rate_plan& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const book_rate_plan& asked);

// decide_service.cpp: rooms that nobody can have for a time, or ever
[[nodiscard]] decision<event> decide_on(const situation& now, const retire_room& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const take_room_out_of_order& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const return_room_to_service& asked);

// decide_hold.cpp: nights kept for somebody who has not made up their mind
[[nodiscard]] decision<event> decide_on(const situation& now, const place_hold& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const confirm_hold& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const release_hold& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const expire_hold& asked);

// decide_reservation.cpp: booking, and what ends a booking before the stay
[[nodiscard]] decision<event> decide_on(const situation& now, const make_reservation& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const cancel_reservation& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const mark_no_show& asked);

// decide_change.cpp: other nights, guests, prices for a reservation there is
[[nodiscard]] decision<event> decide_on(const situation& now, const change_stay& asked);

// decide_room.cpp: which room, and in what condition
[[nodiscard]] decision<event> decide_on(const situation& now, const assign_room& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const unassign_room& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const set_room_status& asked);

// decide_stay.cpp: from the key handed out to the key handed back
[[nodiscard]] decision<event> decide_on(const situation& now, const check_in& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const check_out& asked);

// decide_walk_in.cpp: a stay that nobody booked
[[nodiscard]] decision<event> decide_on(const situation& now, const walk_in& asked);

// decide_undo.cpp: what was done by mistake, or too early
[[nodiscard]] decision<event> decide_on(const situation& now, const undo_check_in& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const reinstate_reservation& asked);

// decide_block.cpp: rooms kept for a group
[[nodiscard]] decision<event> decide_on(const situation& now, const create_block& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const pick_up_from_block& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const release_block& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const cut_off_block& asked);

// decide_waitlist.cpp: who waits for nights
[[nodiscard]] decision<event> decide_on(const situation& now, const join_waitlist& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const leave_waitlist& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const promote_from_waitlist& asked);

// decide_in_house.cpp: what changes while the guest is here
[[nodiscard]] decision<event> decide_on(const situation& now, const move_guest& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const extend_stay& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const shorten_stay& asked);

// decide_audit.cpp: the end of a day
[[nodiscard]] decision<event> decide_on(const situation& now, const run_night_audit& asked);

// decide_deposit.cpp: money before the stay, and money back
[[nodiscard]] decision<event> decide_on(const situation& now, const request_deposit& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const refund_payment& asked);

// decide_folio.cpp: money
[[nodiscard]] decision<event> decide_on(const situation& now, const post_charge& asked);
[[nodiscard]] decision<event> decide_on(const situation& now, const post_payment& asked);

}  // namespace jumak::hotel
