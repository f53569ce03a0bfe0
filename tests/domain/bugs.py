"""The bugs that planted_bugs.py plants: each a mistake that somebody could make, in one place of the rules."""

from typing import NamedTuple


class Bug(NamedTuple):
    """`sound` stands in `file` once; with `wrong` in its place the rules have the bug."""

    name: str
    file: str
    sound: str
    wrong: str


BUGS = [
    # Holds and their expiry.
    Bug(
        "a hold expires a moment late",
        "domain/hotel/decide_hold.cpp",
        "now.moment < *expires_at",
        "now.moment <= *expires_at",
    ),
    Bug(
        "an expired hold keeps its nights",
        "domain/hotel/evolve.cpp",
        "const hold_expired& happened, const event_context&) {\n  end_without_stay(hotel, happened.reservation);",
        "const hold_expired& happened, const event_context&) {\n  hotel.forget(happened.reservation.text());",
    ),
    Bug(
        "a confirmed hold still expires",
        "domain/hotel/deadlines.cpp",
        "std::same_as<Event, reservation_made> ||",
        "",
    ),
    # Changes of a stay.
    Bug(
        "a stay's own nights are in the way of its change",
        "domain/hotel/decide_change.cpp",
        "const auto before = type.first_full_night(from, std::min(to, wanted.from.arrival));",
        "const auto before = type.first_full_night(from, to);",
    ),
    Bug(
        "a change of type keeps the old nights",
        "domain/hotel/state.cpp",
        "    return_nights(moving);\n    at(type).taken.add_all(arrival, departure);",
        "    at(type).taken.add_all(arrival, departure);",
    ),
    # Rooms out of order, retired, and more sold than there are.
    Bug(
        "a night out of order already counts once more",
        "domain/hotel/decide_service.cpp",
        "const bool is_counted = !missing.out_of_order.contains(night);",
        "const bool is_counted = true;",
    ),
    Bug(
        "a room back in service stays out one more night",
        "domain/hotel/state.cpp",
        "changing.out_of_order.cut_from(from);",
        "changing.out_of_order.cut_from(from.plus_days(1));",
    ),
    Bug(
        "a full night may not be left as overbooked as it is",
        "domain/hotel/decide_inventory.cpp",
        "if (type.taken.on(night) > places) {",
        "if (type.taken.on(night) >= places) {",
    ),
    Bug(
        "a guest who should leave today is not in the way",
        "domain/hotel/room_rules.cpp",
        "inside->departure <= now.today;",
        "inside->departure < now.today;",
    ),
    # Restrictions.
    Bug(
        "the least stay is too short",
        "domain/hotel/restrictions.cpp",
        "if (nights < least) {",
        "if (nights <= least) {",
    ),
    Bug(
        "the last night is closed to departure instead of the day after it",
        "domain/hotel/restrictions.cpp",
        "restrictions.on(departure) & no_departure_bit",
        "restrictions.on(departure.plus_days(-1)) & no_departure_bit",
    ),
    # Rate plans and their fees.
    Bug(
        "a cancellation on the last day of notice costs",
        "domain/hotel/rate_terms.cpp",
        "today <= arrival.plus_days(-terms.notice_days.integer())",
        "today < arrival.plus_days(-terms.notice_days.integer())",
    ),
    Bug(
        "percentages are rounded down",
        "domain/hotel/rate_terms.cpp",
        "(whole * percent + hundred / 2) / hundred",
        "whole * percent / hundred",
    ),
    # Walk-in, undone check-in, reinstated reservation.
    Bug(
        "a walk-in after midnight takes last night unasked",
        "domain/hotel/decide_walk_in.cpp",
        "type.first_full_night(arrival, asked.departure)",
        "type.first_full_night(now.today, asked.departure)",
    ),
    Bug(
        "who was never checked in stays in the room",
        "domain/hotel/evolve_desk.cpp",
        "  hotel.vacate(*open->room);\n",
        "",
    ),
    Bug(
        "a check-in can be undone after a discount",
        "domain/hotel/decide_undo.cpp",
        "if (open->charged != nights) {",
        "if (open->charged > nights) {",
    ),
    Bug(
        "a reinstated reservation forgets its rate plan",
        "domain/hotel/evolve_desk.cpp",
        "    hotel.agree(reservation, *ended->terms);\n",
        "",
    ),
    Bug(
        "a reinstated reservation takes its first night unasked",
        "domain/hotel/decide_undo.cpp",
        "type.first_full_night(ended->arrival, ended->departure)",
        "type.first_full_night(ended->arrival.plus_days(1), ended->departure)",
    ),
    # A guest in the house moves, stays longer or leaves earlier.
    Bug(
        "a move gives back nights that were slept",
        "domain/hotel/state.cpp",
        "at(moving.type).taken.remove_all(first, moving.departure);",
        "at(moving.type).taken.remove_all(moving.arrival, moving.departure);",
    ),
    Bug(
        "a move needs the new room for the last night only",
        "domain/hotel/decide_in_house.cpp",
        "const night_span nights{now.today, open.departure};",
        "const night_span nights{open.departure.plus_days(-1), open.departure};",
    ),
    Bug(
        "an extension by no night is accepted",
        "domain/hotel/decide_in_house.cpp",
        "if (asked.departure <= open.departure) {",
        "if (asked.departure < open.departure) {",
    ),
    Bug(
        "who leaves earlier gets back a night too few",
        "domain/hotel/decide_in_house.cpp",
        "cost_from(asked.departure, before.nights)",
        "cost_from(asked.departure.plus_days(1), before.nights)",
    ),
    # Deposits and refunds.
    Bug(
        "a deposit cannot be due on arrival",
        "domain/hotel/decide_deposit.cpp",
        "asked.due > open->arrival",
        "asked.due >= open->arrival",
    ),
    Bug(
        "a refund gives the fee back, too",
        "domain/hotel/decide_deposit.cpp",
        "ended.paid - ended.charged",
        "ended.paid",
    ),
    # Group blocks.
    Bug(
        "a block takes a room too many",
        "domain/hotel/decide_block.cpp",
        "asked.rooms.integer() > type.capacity_on(night)",
        "asked.rooms.integer() > type.capacity_on(night) + 1",
    ),
    Bug(
        "a pick-up looks at its first night only",
        "domain/hotel/decide_block.cpp",
        "if (block.left_on(night) == 0) {",
        "if (night == arrival && block.left_on(night) == 0) {",
    ),
    Bug(
        "a released block gives back its first night's rooms every night",
        "domain/hotel/evolve_block.cpp",
        "closing->left_on(night));",
        "closing->left_on(closing->from));",
    ),
    Bug(
        "a block is cut off a moment late",
        "domain/hotel/decide_block.cpp",
        "now.moment < block->cut_off_at",
        "now.moment <= block->cut_off_at",
    ),
    Bug(
        "a released block is cut off later",
        "domain/hotel/deadlines.cpp",
        "std::same_as<Event, block_released> ||",
        "",
    ),
    Bug(
        "a cancelled pick-up goes back to a block that is past its cut-off",
        "domain/hotel/decide_reservation.cpp",
        "open == nullptr || open->cut_off_at <= now.moment",
        "open == nullptr",
    ),
    # The waitlist.
    Bug(
        "two who wait get the same night",
        "domain/hotel/promotions.cpp",
        "      freed.take(waiting->type, waiting->arrival, waiting->departure);\n",
        "",
    ),
    Bug(
        "who waits for tonight gets no room",
        "domain/hotel/promotions.cpp",
        "waiting.arrival >= now.today",
        "waiting.arrival > now.today",
    ),
    Bug(
        "who waits longest comes last",
        "domain/hotel/waitlist.cpp",
        "return entry.stay->turn;",
        "return ~entry.stay->turn;",
    ),
    Bug(
        "nobody gets what an expired hold had",
        "domain/hotel/freed_nights.cpp",
        "void freed_nights::note(const hold_expired& decided) { free(decided.reservation); }",
        "void freed_nights::note(const hold_expired&) {}",
    ),
    # The night audit.
    Bug(
        "the books of a day leave out who arrived that day",
        "domain/hotel/decide_audit.cpp",
        "if (open.arrival > night) {",
        "if (open.arrival >= night) {",
    ),
    Bug(
        "an overnight is charged again in the next books",
        "domain/hotel/decide_audit.cpp",
        "std::max(charged, open.departure)",
        "open.departure",
    ),
    # Restarts.
    Bug(
        "a restart forgets which books are closed",
        "domain/hotel/snapshot.cpp",
        "  out.audited = current.audited;\n",
        "",
    ),
    Bug(
        "a restart forgets which rate plans were agreed",
        "domain/hotel/snapshot.cpp",
        "  out.terms = saved(current.terms());\n",
        "",
    ),
    Bug(
        "a restart forgets who is moved and when",
        "domain/hotel/snapshot.cpp",
        "current.moved_on(reservation),",
        "std::nullopt,",
    ),
]
