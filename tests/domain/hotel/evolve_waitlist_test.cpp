#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

TEST(EvolveWaitlist, IgnoresWhatDoesNotFit) {
  state hotel;
  for (const event& happened :
       small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-24", "2026-12-26")}) {
    decider::evolve(hotel, happened, {{}, version(1)});
  }
  const std::string before = decider::save(hotel);
  waitlist_joined in_use;
  in_use.reservation = id("r-1");
  in_use.room_type = id("double");
  const std::vector<event> misfits{waitlist_joined(), in_use,
                                   waitlist_left{id("r-8"), waitlist_end::lapsed}};
  for (const event& misfit : misfits) {
    decider::evolve(hotel, misfit, {{}, version(9)});
  }
  EXPECT_EQ(decider::save(hotel), before);
}

}  // namespace
}  // namespace jumak::hotel::testing
