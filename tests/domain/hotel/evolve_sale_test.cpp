#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/misfits.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

/// Events about things that are not there, or of another shape than any that was written.
std::vector<event> misfits() {
  return {restrictions_set(),
          rate_terms_agreed(),
          fee_charged{id("r-8"), fee_reason::no_show, sum(1)}};
}

TEST(EvolveSale, ChangesNothingButVersionsWhereAnEventDoesNotFit) {
  expect_nothing_but_versions_changes(misfits());
}

}  // namespace
}  // namespace jumak::hotel::testing
