#include "actors/domain_deadlines.hpp"

#include <gtest/gtest.h>

#include "tests/hosting/shelf_domain.hpp"

namespace jumak::actors {
namespace {

TEST(DomainDeadlines, OnlyKindsOfTheDomainHaveThem) {
  const auto domain = shelf::make_domain();
  const domain_deadlines deadlines(*domain);
  EXPECT_TRUE(deadlines.any());
  EXPECT_TRUE(deadlines.has_deadlines("shelf/a"));
  EXPECT_FALSE(deadlines.has_deadlines("shelves/a"));
  const event_view taken{"box/x", "BoxTaken", 1, version(1), version(1), ""};
  EXPECT_EQ(deadlines.deadline_of("shelf/a", taken)->what, deadline_change::kind::settle);
  EXPECT_EQ(deadlines.deadline_of("shelves/a", taken)->what, deadline_change::kind::none);
}

}  // namespace
}  // namespace jumak::actors
