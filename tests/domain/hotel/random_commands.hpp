#pragma once

#include <rapidcheck.h>

#include <cstddef>

#include "domain/hotel/commands.hpp"
#include "tests/domain/hotel/naive_hotel.hpp"

namespace jumak::hotel::testing {

/// Numbers that make up one random command; small, so that commands meet each other.
struct step {
  int kind = 0;
  int desk_kind = 0;  ///< Of one of the front desk's.
  int reservation = 0;
  int room = 0;
  int type = 0;
  int days_ahead = 0;
  int nights = 0;
  int guests = 0;
  int amount = 0;
  int hours_passed = 0;
  bool is_late = false;      ///< The engine has not settled what is due when the command comes.
  bool is_reloaded = false;  ///< The hotel goes on from a snapshot.
};

[[nodiscard]] rc::Gen<std::vector<step>> some_steps();

/// The command for the `number`th step. As names are used up by and by, later steps use later names.
/// Payments are mostly the whole balance, so that guests can leave.
[[nodiscard]] command command_of(const step& from, std::size_t number, date today,
                                 const naive_hotel& known);

}  // namespace jumak::hotel::testing
