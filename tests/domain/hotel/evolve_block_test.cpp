#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/misfits.hpp"
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
  expect_nothing_but_versions_changes(misfits());
}

}  // namespace
}  // namespace jumak::hotel::testing
