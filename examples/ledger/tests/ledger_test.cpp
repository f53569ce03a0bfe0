#include "ledger.hpp"

#include <jumak/testkit/given_when_then.hpp>

namespace ledger {
namespace {

/// At the end of the run: each refusal that a command declares was seen.
[[maybe_unused]] const auto* const counted = jumak::testing::count_every_rejection<decider>();

using jumak::testing::given;
using history = std::vector<event>;

name id(std::string_view text) { return name::from_text(text).value(); }
money cents(std::int64_t amount) { return money::from_integer(amount).value(); }
lifetime seconds(std::int64_t count) { return lifetime::from_integer(count).value(); }
event opened(std::string_view account, std::int64_t below = 0) {
  return account_opened{id(account), overdraft::from_integer(below).value()};
}
event moved(std::string_view from, std::string_view to, std::int64_t amount) {
  return money_transferred{id(from), id(to), cents(amount)};
}
event held(std::string_view hold, std::int64_t amount) {
  return hold_placed{id(hold), id("ann"), id("bob"), cents(amount),
                     jumak::timestamp_from_text("2026-12-01T12:01:00Z").value()};
}

/// Ann has 100 of the bank, Bob nothing.
history two_people() {
  return {opened("bank", 1'000'000), opened("ann"), opened("bob"), moved("bank", "ann", 100)};
}
history operator+(history first, const history& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

TEST(OpenAccount, OpensOnce) {
  const open_account ann{id("ann"), overdraft::from_integer(5).value()};
  given<decider>({}).when(ann).then({opened("ann", 5)});
  given<decider>({opened("ann", 5)}).when(ann).then_rejected("already_exists");
}

TEST(Transfer, MovesWhatIsThere) {
  given<decider>(two_people()).when(transfer{id("ann"), id("bob"), cents(100)}).then({moved("ann", "bob", 100)});
  given<decider>(two_people())
      .when(transfer{id("ann"), id("bob"), cents(101)})
      .then_rejected("insufficient_funds", {{"free", 100}});
}

TEST(Transfer, GoesBelowZeroAsFarAsAgreed) {
  const history poor{opened("ann", 10), opened("bob"), moved("ann", "bob", 6)};
  given<decider>(poor).when(transfer{id("ann"), id("bob"), cents(4)}).then({moved("ann", "bob", 4)});
  given<decider>(poor).when(transfer{id("ann"), id("bob"), cents(5)}).then_rejected("insufficient_funds", {{"free", 4}});
}

TEST(Transfer, NeedsTwoAccounts) {
  given<decider>(two_people()).when(transfer{id("ann"), id("ann"), cents(1)}).then_rejected("same_account");
  given<decider>(two_people()).when(transfer{id("ann"), id("eve"), cents(1)}).then_rejected("unknown_account");
  given<decider>(two_people()).when(transfer{id("eve"), id("ann"), cents(1)}).then_rejected("unknown_account");
}

TEST(PlaceHold, SetsMoneyAside) {
  const place_hold asked{id("h"), id("ann"), id("bob"), cents(60), seconds(60)};
  given<decider>(two_people()).at("2026-12-01T12:00:00Z").when(asked).then({held("h", 60)});
  given<decider>(two_people() + history{held("g", 60)})
      .when(transfer{id("ann"), id("bob"), cents(41)})
      .then_rejected("insufficient_funds", {{"free", 40}});
  given<decider>(two_people() + history{held("g", 60)}).when(asked).then_rejected("insufficient_funds");
}

TEST(PlaceHold, TakesAnUnusedNameAndTwoAccounts) {
  const history ended = two_people() + history{held("h", 1), hold_ended{id("h"), id("ann"), cents(1)}};
  const auto place = [](std::string_view from, std::string_view to) {
    return place_hold{id("h"), id(from), id(to), cents(1), seconds(60)};
  };
  given<decider>(ended).when(place("ann", "bob")).then_rejected("already_exists");
  given<decider>(two_people() + history{held("h", 1)}).when(place("ann", "bob")).then_rejected("already_exists");
  given<decider>(two_people()).when(place("ann", "ann")).then_rejected("same_account");
  given<decider>(two_people()).when(place("ann", "eve")).then_rejected("unknown_account");
}

TEST(CaptureHold, TransfersUpToWhatIsHeld) {
  const history holding = two_people() + history{held("h", 60)};
  const event ended = hold_ended{id("h"), id("ann"), cents(60)};
  given<decider>(holding).when(capture_hold{id("h"), {}}).then({ended, moved("ann", "bob", 60)});
  given<decider>(holding).when(capture_hold{id("h"), cents(59)}).then({ended, moved("ann", "bob", 59)});
  given<decider>(holding).when(capture_hold{id("h"), cents(61)}).then_rejected("more_than_held", {{"held", 60}});
}

TEST(CaptureHold, NeedsAnOpenHold) {
  given<decider>(two_people()).when(capture_hold{id("h"), {}}).then_rejected("unknown_hold");
  given<decider>(two_people() + history{held("h", 60), hold_ended{id("h"), id("ann"), cents(60)}})
      .when(capture_hold{id("h"), {}})
      .then_rejected("hold_closed");
}

TEST(ExpireHold, GivesTheMoneyBackOnce) {
  const event ended = hold_ended{id("h"), id("ann"), cents(60)};
  given<decider>(two_people() + history{held("h", 60)}).when(expire_hold{id("h")}).then({ended});
  given<decider>(two_people() + history{held("h", 60), ended}).when(expire_hold{id("h")}).then_nothing_to_do();
  given<decider>(two_people() + history{held("h", 60), ended})
      .when(transfer{id("ann"), id("bob"), cents(100)})
      .then({moved("ann", "bob", 100)});
}

TEST(Deadlines, EndWithTheHold) {
  using kind = jumak::deadline_change::kind;
  EXPECT_EQ(decider::deadline_of(held("h", 1)).what, kind::arm);
  EXPECT_EQ(jumak::to_text(decider::deadline_of(held("h", 1)).due), "2026-12-01T12:01:00.000000Z");
  EXPECT_EQ(decider::deadline_of(hold_ended{id("h"), id("ann"), cents(1)}).what, kind::settle);
  EXPECT_EQ(decider::deadline_of(moved("ann", "bob", 1)).what, kind::none);
  EXPECT_EQ(std::get<expire_hold>(decider::on_due("hold/h")).hold, id("h"));
}

}  // namespace
}  // namespace ledger
