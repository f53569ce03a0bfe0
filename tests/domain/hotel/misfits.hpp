#pragma once

#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {

/// Folds events about things that are not there, or of another shape than any that was written, into a hotel where
/// r-1 is booked. The hotel's own version is theirs already; nothing else may change.
inline void expect_nothing_but_versions_changes(const std::vector<event>& misfits) {
  state hotel;
  for (const event& happened :
       small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-24", "2026-12-26")}) {
    decider::evolve(hotel, happened, {{}, version(1)});
  }
  hotel.own_version = version(9);
  const std::string before = decider::save(hotel);
  for (const event& misfit : misfits) {
    decider::evolve(hotel, misfit, {{}, version(9)});
  }
  EXPECT_EQ(decider::save(hotel), before);
}

}  // namespace jumak::hotel::testing
