#include "actors/domain_deadlines.hpp"

#include <gtest/gtest.h>

#include "tests/hosting/shelf_domain.hpp"

namespace jumak::actors {
namespace {

TEST(DomainDeadlines, OnlyKindsOfTheDomainHaveThem) {
  const auto domain = shelf::make_domain();
  const domain_deadlines deadlines(*domain, [] { return result<void>(); });
  EXPECT_TRUE(deadlines.any());
  EXPECT_TRUE(deadlines.has_deadlines("shelf/a"));
  const event_view taken{"box/x", "BoxTaken", 1, version(1), version(1), ""};
  EXPECT_EQ(deadlines.deadline_of("shelf/a", taken)->what, deadline_change::kind::settle);
}

TEST(DomainDeadlines, EventsOfANewerVersionDoNothingAndAreNotedFirst) {
  const auto domain = shelf::make_domain();
  result<void> noting;
  int noted = 0;
  const domain_deadlines deadlines(*domain, [&] {
    ++noted;
    return noting;
  });
  const event_view sold{"box/x", "BoxSold", 1, version(1), version(1), ""};
  const event_view lent{"box/x", "BoxLent", 2, version(1), version(1), ""};
  EXPECT_TRUE(deadlines.has_deadlines("shelves/a")) << "a newer version's kind may have some";
  EXPECT_EQ(deadlines.deadline_of("shelves/a", sold)->what, deadline_change::kind::none);
  EXPECT_EQ(deadlines.deadline_of("shelf/a", sold)->what, deadline_change::kind::none);
  EXPECT_EQ(deadlines.deadline_of("shelf/a", lent)->what, deadline_change::kind::none);
  EXPECT_EQ(noted, 3);
  noting = failure(errc::io_failed, "the disk is full");
  EXPECT_EQ(deadlines.deadline_of("shelf/a", sold).error().code, errc::io_failed);
  const event_view damaged{"box/x", "BoxLent", 1, version(1), version(1), ""};
  EXPECT_EQ(deadlines.deadline_of("shelf/a", damaged).error().code, errc::corrupt);
}

}  // namespace
}  // namespace jumak::actors
