#include "actors/view_order.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "tests/hosting/shelf_domain.hpp"

namespace jumak::actors {
namespace {

using namespace std::chrono_literals;
using kind = view_order::kind;

TEST(ViewOrder, WaitsForAnAnswerOfAnotherThread) {
  const auto domain = shelf::make_domain();
  const auto views = std::make_shared<view_set>(*domain);
  view_order order(kind::hold);
  std::thread answers([&] { order.answer(views); });
  EXPECT_EQ(order.wait(1h), views);
  answers.join();
}

TEST(ViewOrder, ThatNobodyAnswersIsNull) { EXPECT_EQ(view_order(kind::hold).wait(0ms), nullptr); }

class ViewHold : public ::testing::Test {
 protected:
  ViewHold() {
    door_.send = [this](const view_order_ptr& order) {
      given_.push_back(order->what);
      if (order->what == kind::hold) order->answer(running_);
      if (order->what == kind::swap && swaps_) order->answer(std::exchange(running_, order->views));
    };
  }
  std::unique_ptr<hosting::hosted_domain> domain_ = shelf::make_domain();
  std::shared_ptr<view_set> running_ = std::make_shared<view_set>(*domain_);
  bool swaps_ = true;
  std::vector<kind> given_;
  view_door door_;
};

TEST_F(ViewHold, ReleasesWhatItHolds) {
  { EXPECT_EQ(view_hold(door_, 0ms).views(), running_); }
  EXPECT_EQ(given_, (std::vector{kind::hold, kind::release}));
}

TEST_F(ViewHold, ReleasesAlsoWhatItDidNotGet) {
  running_ = nullptr;
  { EXPECT_EQ(view_hold(door_, 0ms).views(), nullptr); }
  EXPECT_EQ(given_.back(), kind::release);
}

TEST_F(ViewHold, Swaps) {
  const auto next = std::make_shared<view_set>(*domain_);
  view_hold hold(door_, 0ms);
  const auto before = hold.views();
  EXPECT_TRUE(hold.swap(next));
  EXPECT_EQ(hold.views(), next);
  EXPECT_EQ(running_, next);
  swaps_ = false;
  EXPECT_FALSE(hold.swap(before));
  EXPECT_EQ(hold.views(), next);
}

}  // namespace
}  // namespace jumak::actors
