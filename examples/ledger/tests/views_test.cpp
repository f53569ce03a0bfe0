#include "views.hpp"

#include <gtest/gtest.h>

namespace ledger {
namespace {

name id(std::string_view text) { return name::from_text(text).value(); }
money cents(std::int64_t amount) { return money::from_integer(amount).value(); }

/// Folds events of the ledger `main` at positions 1, 2, 3, …
class reader {
 public:
  void read(const event& happened) {
    const jumak::aggregate_id aggregate("ledger", id("main"));
    at_ = at_.next();
    views_.apply(happened, {aggregate, at_, {}, {}, ""});
  }
  [[nodiscard]] const views& now() const { return views_; }

 private:
  views views_;
  jumak::position at_;
};

reader after_three_transfers() {
  reader reads;
  reads.read(account_opened{id("ann"), overdraft::from_integer(100).value()});
  reads.read(account_opened{id("bob"), {}});
  for (const int amount : {10, 20, 30}) reads.read(money_transferred{id("ann"), id("bob"), cents(amount)});
  return reads;
}

TEST(GetBalance, IsTheFoldOfTheEvents) {
  reader reads = after_three_transfers();
  reads.read(hold_placed{id("h"), id("ann"), id("bob"), cents(7), {}});
  const auto ann = reads.now().ask(get_balance{id("main"), id("ann")});
  ASSERT_TRUE(ann);
  EXPECT_EQ(ann->balance, -60);
  EXPECT_EQ(ann->held, 7);
  EXPECT_EQ(ann->overdraft, 100);
  reads.read(hold_ended{id("h"), id("ann"), cents(7)});
  EXPECT_EQ(reads.now().ask(get_balance{id("main"), id("ann")})->held, 0);
  EXPECT_EQ(reads.now().ask(get_balance{id("main"), id("bob")})->balance, 60);
}

TEST(GetBalance, KnowsOpenAccountsOnly) {
  EXPECT_EQ(views().ask(get_balance{id("main"), id("ann")}).error().code, jumak::errc::not_found);
  const reader reads = after_three_transfers();
  EXPECT_EQ(reads.now().ask(get_balance{id("main"), id("eve")}).error().code, jumak::errc::not_found);
  EXPECT_EQ(reads.now().ask(get_balance{id("other"), id("ann")}).error().code, jumak::errc::not_found);
}

TEST(GetStatement, ListsBothSidesInOrder) {
  const reader reads = after_three_transfers();
  const auto bob = reads.now().ask(get_statement{id("main"), id("bob"), {}, {}});
  ASSERT_TRUE(bob);
  ASSERT_EQ(bob->items.size(), 3U);
  EXPECT_EQ(bob->items[1].position, 4U);
  EXPECT_EQ(bob->items[1].other, id("ann"));
  EXPECT_EQ(bob->items[1].amount, 20);
  EXPECT_EQ(bob->items[1].balance, 30);
  EXPECT_FALSE(bob->next);
  const auto ann = reads.now().ask(get_statement{id("main"), id("ann"), {}, {}});
  EXPECT_EQ(ann->items[2].amount, -30);
  EXPECT_EQ(ann->items[2].balance, -60);
  EXPECT_FALSE(reads.now().ask(get_statement{id("main"), id("eve"), {}, {}}));
}

TEST(GetStatement, GoesOnWhereThePageEnded) {
  const reader reads = after_three_transfers();
  const auto two = jumak::page_limit::from_integer(2);
  const auto first = reads.now().ask(get_statement{id("main"), id("bob"), two, {}});
  ASSERT_EQ(first->items.size(), 2U);
  ASSERT_EQ(first->next, "2");
  const auto second = reads.now().ask(get_statement{id("main"), id("bob"), two, entry_number::from_integer(2)});
  ASSERT_EQ(second->items.size(), 1U);
  EXPECT_EQ(second->items[0].amount, 30);
  EXPECT_FALSE(second->next);
}

}  // namespace
}  // namespace ledger
