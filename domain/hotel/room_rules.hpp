#pragma once

#include <optional>
#include <string_view>

#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"

/// Whether a room is free.
namespace jumak::hotel {

/// room_in_use: an open reservation other than `asking` has the room on one of the nights (the day
/// of departure is free), or its guest is still in the room although the last night is over.
/// `asking` is empty when it is not a reservation that wants the room.
[[nodiscard]] std::optional<refusal> refuse_use(const situation& now, const room& wanted,
                                                std::string_view asking, night_span nights);
/// room_out_of_order: on one of the nights.
[[nodiscard]] std::optional<refusal> refuse_out_of_order(const room& wanted, night_span nights);

/// Both, in this order.
[[nodiscard]] std::optional<refusal> refuse_room_for(const situation& now, const room& wanted,
                                                     const name& asking, night_span nights);

/// room_in_use, room_not_ready: nobody can be let into the room now, for somebody is in it, or it
/// is not fit to sleep in.
[[nodiscard]] std::optional<refusal> refuse_entry(const situation& now, const room& into);
/// As refuse_room_for, then as refuse_entry: it is to be had for those nights, and from now on.
[[nodiscard]] std::optional<refusal> refuse_moving_in(const situation& now, const room& into,
                                                      const name& asking, night_span nights);

}  // namespace jumak::hotel
