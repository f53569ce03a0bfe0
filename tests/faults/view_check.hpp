#pragma once

#include "tests/faults/checker.hpp"
#include "tests/faults/client.hpp"

namespace jumak::faults {

/// Asks the views, at the checker's position or later, for at most `reservations_max` of the reservations
/// touched lately and for the calendar of every hotel, and compares with the recount. Nothing may be
/// under way. Throws violation where they differ.
void check_views(client& queries, const checker& history, std::size_t reservations_max);

}  // namespace jumak::faults
