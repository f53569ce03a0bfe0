#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/misfits.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

/// Events about things that are not there, or of another shape than any that was written.
std::vector<event> misfits() {
  return {check_in_undone{id("r-8"), id("101"), id("double"), sum(1)},
          check_in_undone{id("r-1"), id("101"), id("double"), sum(1)},
          reservation_reinstated(),
          guest_moved{id("r-8"), id("101"), id("201"), id("suite"), day("2026-12-24"), {}},
          guest_moved{id("r-1"), id("101"), id("201"), id("suite"), day("2026-12-24"), {}},
          deposit_requested{id("r-8"), cents(1), day("2026-12-24")},
          payment_refunded{id("r-8"), cents(1), words("card")},
          cancellation_refunded{id("r-8"), cents(1), words("card")},
          no_show_refunded{id("r-8"), cents(1), words("card")},
          overnight_charged{id("r-8"), day("2026-12-24"), cents(1)}};
}

TEST(EvolveDesk, ChangesNothingButVersionsWhereAnEventDoesNotFit) {
  expect_nothing_but_versions_changes(misfits());
}

}  // namespace
}  // namespace jumak::hotel::testing
