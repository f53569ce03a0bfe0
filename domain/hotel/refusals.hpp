#pragma once

#include <cstdint>
#include <string_view>
#include <tl/expected.hpp>

#include "core/decider.hpp"
#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"
#include "domain/hotel/restrictions.hpp"
#include "domain/hotel/state.hpp"

/// Every no a hotel can say: the code, a sentence for people, facts for programs. One function a
/// case, so that the same no always sounds the same.
namespace jumak::hotel {

using refusal = tl::unexpected<rejection>;

[[nodiscard]] refusal unknown_hotel();
[[nodiscard]] refusal unknown_room_type(const name& room_type);
[[nodiscard]] refusal unknown_room(const name& room);
[[nodiscard]] refusal unknown_reservation(const name& reservation);
[[nodiscard]] refusal reservation_closed(const name& reservation, std::string_view status);
[[nodiscard]] refusal expired_hold(const name& reservation);

[[nodiscard]] refusal hotel_exists();
[[nodiscard]] refusal room_type_exists(const name& room_type);
[[nodiscard]] refusal room_exists(const name& room);
/// `status` is that of the reservation which has the name.
[[nodiscard]] refusal reservation_exists(const name& reservation, std::string_view status);

/// The reservation's status does not allow the command.
[[nodiscard]] refusal wrong_state(const name& reservation, const stay& found);
/// A guest came when the stay was over.
[[nodiscard]] refusal stay_is_over(const name& reservation, const stay& found, date today);
/// A guest in house cannot leave in the past.
[[nodiscard]] refusal leaves_in_the_past(const name& reservation, const stay& found, date departure,
                                         date today);
[[nodiscard]] refusal too_early(const name& reservation, const stay& found, date today);

/// The guest was not checked in today, or was moved since.
[[nodiscard]] refusal too_late(const name& reservation, date since, date today);
/// More, or less, was charged than the nights.
[[nodiscard]] refusal has_charges(const name& reservation, const stay& found, std::int64_t nights);
/// invalid_stay: it does not begin by today, or is over.
[[nodiscard]] refusal does_not_stay_today(date arrival, date departure, date today);

// The books of a day: it is not over, they are closed already, an earlier day's are open.
[[nodiscard]] refusal day_not_over(date business_date, date today);
[[nodiscard]] refusal already_audited(date business_date, date last);
[[nodiscard]] refusal out_of_turn(date business_date, date next);
/// A sum that no single posting can hold.
[[nodiscard]] refusal more_than_one_posting(const name& reservation, std::int64_t amount);
[[nodiscard]] refusal amount_not_positive(money amount);
/// There is less to give back.
[[nodiscard]] refusal refund_too_large(const name& reservation, money amount,
                                       std::int64_t refundable);
/// A deposit is due from today on, and by the arrival.
[[nodiscard]] refusal invalid_due(date due, date today, date arrival);

[[nodiscard]] refusal ends_before_it_begins(date from, date to);
[[nodiscard]] refusal too_many_nights(date from, date to, std::int64_t nights_max);
[[nodiscard]] refusal ends_too_far_ahead(date from, date to, date latest);
[[nodiscard]] refusal arrives_in_the_past(date arrival, date departure, date earliest);

[[nodiscard]] refusal no_guests(const name& reservation);
[[nodiscard]] refusal too_many_guests(const room_type& type, std::int64_t guests);
[[nodiscard]] refusal invalid_rate(money rate);
[[nodiscard]] refusal no_availability(const room_type& type, date night);
/// The stay does not keep to what was set for its nights.
[[nodiscard]] refusal restricted(const room_type& type, const violation& found);
[[nodiscard]] refusal least_above_most(stay_nights least, stay_nights most);
/// wrong_state: somebody waits for the reservation, which is not made yet.
[[nodiscard]] refusal waits(const name& reservation);
/// There is no need to wait.
[[nodiscard]] refusal nights_are_free(const name& reservation, const room_type& type);
inline constexpr std::string_view no_availability_code = "no_availability";
[[nodiscard]] refusal unknown_block(const name& block);
/// `status` is that of the block which has the name.
[[nodiscard]] refusal block_exists(const name& block, std::string_view status);
[[nodiscard]] refusal block_closed(const name& block, std::string_view status);
[[nodiscard]] refusal invalid_cut_off(date cut_off, date today, date to);
/// The stay has a night that is none of the block's.
[[nodiscard]] refusal outside_block(const name& block, const room_block& found);
[[nodiscard]] refusal block_is_full(const name& block, date night);
[[nodiscard]] refusal unknown_rate_plan(const name& rate_plan);
/// More percent than there are, or more nights than any stay has.
[[nodiscard]] refusal invalid_fee(const fee& asked);
/// There would be fewer rooms on the night than stays.
[[nodiscard]] refusal would_oversell(const room_type& type, date night);

[[nodiscard]] refusal no_room_assigned(const name& reservation);
[[nodiscard]] refusal room_in_use(const room& room, std::string_view by_reservation);
[[nodiscard]] refusal room_out_of_order(const room& room, date night);
/// It is dirty, or out of order on the day.
[[nodiscard]] refusal room_not_ready(const room& room, date today);

[[nodiscard]] refusal amount_is_zero();
/// The posting would take the sum of charges, or of payments, past what a folio can hold.
[[nodiscard]] refusal folio_is_full(const name& reservation, money amount);
[[nodiscard]] refusal open_balance(const name& reservation, const stay& found);

}  // namespace jumak::hotel
