#include <jumak/testkit/domain_properties.hpp>
#include <jumak/testkit/live_aggregate.hpp>

#include "views.hpp"

namespace ledger {
namespace {

TEST(LedgerProperty, KeepsWhatTheEngineReliesOn) { jumak::testing::check_decider<decider>(); }

TEST(LedgerProperty, AnswersFromTheEventsAlone) { jumak::testing::check_views<views>(); }

/// Of every account: what it gave and set aside is covered. Of all: what is given is taken.
void expect_balanced(const state& now) {
  std::int64_t sum = 0;
  for (const auto& [id, account] : now.accounts) {
    sum += account.balance;
    RC_ASSERT(account.held >= 0);
    RC_ASSERT(account.balance - account.held >= -account.overdraft);
  }
  RC_ASSERT(sum == 0);
}

TEST(LedgerProperty, SumsToZeroAndOverdrawsNothing) {
  EXPECT_TRUE(rc::check("after every command", [] {
    jumak::testing::live_aggregate<decider> book;
    jumak::timestamp now = jumak::testing::random_start;
    for (const auto& step : jumak::testing::any_steps<decider>()) {
      now += std::chrono::seconds(step.seconds_later);
      book.handle(step.asked, now);
      expect_balanced(book.current());
    }
  }));
}

}  // namespace
}  // namespace ledger
