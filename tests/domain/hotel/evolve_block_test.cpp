#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

/// Events about things that are not there, or of another shape than any that was written.
std::vector<event> misfits() {
  return {block_created(),
          block_picked_up{id("choir"), id("r-1"), day("2026-12-24"), day("2026-12-25")},
          block_returned{id("choir"), id("r-1"), day("2026-12-24"), day("2026-12-25")},
          block_released{id("choir")},
          block_cut_off{id("choir")}};
}

TEST(EvolveBlock, ChangesNothingButVersionsWhereAnEventDoesNotFit) {
  state hotel;
  for (const event& happened :
       small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-24", "2026-12-26")}) {
    decider::evolve(hotel, happened, {{}, version(1)});
  }
  hotel.own_version = version(9);
  const std::string before = decider::save(hotel);
  for (const event& misfit : misfits()) {
    decider::evolve(hotel, misfit, {{}, version(9)});
  }
  EXPECT_EQ(decider::save(hotel), before);
}

}  // namespace
}  // namespace jumak::hotel::testing
