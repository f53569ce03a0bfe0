#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

run_night_audit audit(std::string_view business_date) { return {day(business_date)}; }

night_audited audited(std::string_view business_date, std::int64_t room_nights,
                      std::int64_t revenue, std::int64_t overnights = 0) {
  return {day(business_date), room_nights, sum(revenue), overnights, {}};
}

/// In 101 until the 3rd; two who should come on the 1st and the 2nd.
std::vector<event> with_guest() {
  return small_hotel() +
         std::vector<event>{overbooked("suite", "2026-12-01", "2026-12-09", 5),
                            booked("r-2", "suite", "2026-12-01", "2026-12-05"),
                            booked("r-0", "suite", "2026-12-01", "2026-12-02"),
                            booked("r-3", "suite", "2026-12-02", "2026-12-05"),
                            booked("r-1", "double", "2026-12-01", "2026-12-03"),
                            assigned("r-1", "101"), checked_in("r-1", "101", "double", 20000)};
}

overnight_charged overnight(std::string_view night) {
  return {id("r-1"), day(night), cents(10000)};
}

TEST(RunNightAudit, TellsTheNightsOfTheDayAndProposesNoShows) {
  night_audited first = audited("2026-12-01", 1, 10000);
  first.no_shows = {id("r-0"), id("r-2")};
  given<decider>(with_guest())
      .at("2026-12-02T01:00:00Z")
      .when(audit("2026-12-01"))
      .then({first});
}

TEST(RunNightAudit, ChargesWhoStaysPastTheDeparture) {
  night_audited third = audited("2026-12-03", 1, 10000, 1);
  third.no_shows = {id("r-0"), id("r-2"), id("r-3")};
  given<decider>(with_guest())
      .at("2026-12-04T01:00:00Z")
      .when(audit("2026-12-03"))
      .then({overnight("2026-12-03"), third});
  given<decider>(with_guest() + std::vector<event>{overnight("2026-12-03"), third})
      .at("2026-12-04T01:00:00Z")
      .when(check_out{id("r-1"), std::nullopt})
      .then_rejected("open_balance", {{"charged", 30000}});
}

TEST(RunNightAudit, ANightIsChargedOnceThoughTheStayIsExtendedOverIt) {
  const auto history =
      with_guest() +
      std::vector<event>{overnight("2026-12-03"), audited("2026-12-03", 1, 10000, 1),
                         changed("r-1", "double", "2026-12-01", "2026-12-05")};
  given<decider>(history)
      .when(check_out{id("r-1"), std::nullopt})
      .then_rejected("open_balance", {{"charged", 40000}});
}

TEST(RunNightAudit, RefusesInTheOrderOfTheContract) {
  const auto history = with_guest() + std::vector<event>{audited("2026-12-01", 1, 10000)};
  given<decider>(history)
      .when(audit("2026-12-01"))
      .then_rejected("too_early", {{"today", "2026-12-01"}});
  const auto later = given<decider>(history).at("2026-12-04T12:00:00Z");
  later.when(audit("2026-12-01")).then_rejected("already_audited", {{"last", "2026-12-01"}});
  later.when(audit("2026-12-03")).then_rejected("out_of_turn", {{"next", "2026-12-02"}});
}

}  // namespace
}  // namespace jumak::hotel::testing
