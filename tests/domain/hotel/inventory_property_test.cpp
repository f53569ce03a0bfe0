#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>
#include <map>

#include "domain/hotel/business_day.hpp"
#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/naive_hotel.hpp"
#include "tests/domain/hotel/random_commands.hpp"
#include "tests/domain/hotel/samples.hpp"
#include "tests/domain/live_aggregate.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::described_as_text;

/// How often each outcome was met, as "CheckIn room_in_use", so that we know the walk went everywhere.
using outcomes = std::map<std::string, int>;

/// A hotel and the naive one side by side.
class pair_of_hotels {
 public:
  pair_of_hotels() {
    for (const event& happened :
         {the_hotel(), type_defined("double", 3), type_defined("suite", 3),
          type_defined("family", 3), room_of("double", "101"), room_of("double", "102"),
          room_of("suite", "201"), room_of("family", "301")}) {
      hotel_.append(happened, now_);
      naive_.learn(happened, today());
    }
  }

  void take(const step& next, std::size_t number, outcomes& met) {
    now_ += std::chrono::hours(std::max(0, next.hours_passed));
    const command asked = command_of(next, number, today(), naive_);
    const std::string foretold = naive_.foretell(asked, today());
    const decision<event> decided = hotel_.handle(asked, now_);
    const std::string got = decided ? "accepted" : decided.error().code;
    ++met[std::visit([](const auto& which) { return std::string(which.type); }, asked) + " " + got];
    RC_LOG() << today().text() << " " << described_as_text(asked) << ": " << got << "\n";
    RC_ASSERT(got == foretold);
    if (decided) {
      for (const event& happened : *decided) {
        naive_.learn(happened, today());
      }
    }
    naive_.check_everything();
    RC_ASSERT(naive_.broken() == std::vector<std::string>{});
    RC_ASSERT(counts_agree());
  }

  void check_history() const {
    RC_ASSERT(decider::save(hotel_.refolded()) == decider::save(hotel_.current()));
  }

 private:
  [[nodiscard]] date today() const { return business_day(find_zone("Asia/Seoul"), now_); }

  [[nodiscard]] bool counts_agree() const {
    for (const room_type& type : hotel_.current().room_types()) {
      for (const date night : naive_.nights_seen()) {
        if (type.taken.on(night) != naive_.taken(type.id.text(), night)) {
          return false;
        }
      }
    }
    return true;
  }

  timestamp now_ = timestamp_from_text("2026-12-01T00:00:00Z").value();
  jumak::testing::live_aggregate<decider> hotel_;
  naive_hotel naive_;
};

/// What a walk of a hundred cases meets dozens of times; one that met none of it would prove little.
const std::vector<std::string> worth_meeting{
    "MakeReservation accepted",   "MakeReservation no_availability",
    "CancelReservation accepted", "MarkNoShow accepted",
    "MarkNoShow too_early",       "AssignRoom accepted",
    "AssignRoom room_in_use",     "UnassignRoom accepted",
    "CheckIn accepted",           "CheckIn no_room_assigned",
    "CheckIn room_not_ready",     "CheckIn wrong_state",
    "CheckOut accepted",          "CheckOut open_balance",
    "PostCharge accepted",        "PostPayment accepted"};

TEST(InventoryProperty, AgreesWithTheNaiveHotelAndKeepsTheInvariants) {
  outcomes met;
  const bool holds = rc::check("the hotel does as the naive one", [&] {
    const std::vector<step> steps = *some_steps();
    pair_of_hotels hotels;
    for (std::size_t number = 0; number < steps.size(); ++number) {
      hotels.take(steps[number], number, met);
    }
    hotels.check_history();
  });
  ASSERT_TRUE(holds);
  for (const std::string& outcome : worth_meeting) {
    EXPECT_GT(met[outcome], 0) << outcome;
  }
}

}  // namespace
}  // namespace jumak::hotel::testing
