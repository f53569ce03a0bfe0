#pragma once

#include "domain/hotel/decide.hpp"

/// What having a waitlist does to every other decision.
namespace jumak::hotel {

/// The decision of a hotel where somebody waits. A command about a reservation that waits is
/// refused: it is not made yet, and its name is in use. Where the decision frees nights, whoever
/// waits for them is given them in the same commit, in turn.
[[nodiscard]] decision<event> decide_with_waitlist(const situation& now, const command& asked);

/// The reservation that somebody waits for, made now: at the rate asked for, else the rates set.
[[nodiscard]] reservation_made promoted(const situation& now, const name& reservation,
                                        const waiting_stay& waiting);

}  // namespace jumak::hotel
