#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

std::vector<event> with_booking() {
  return small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-01", "2026-12-02"),
                                            assigned("r-1", "101")};
}
std::vector<event> with_guest() {
  return with_booking() + std::vector<event>{checked_in("r-1", "101", "double", 10000)};
}

post_charge charge(std::string_view reservation, std::int64_t amount) {
  return {id(reservation), cents(amount), words("minibar")};
}
post_payment pay(std::string_view reservation, std::int64_t amount) {
  return {id(reservation), cents(amount), words("card")};
}

TEST(PostCharge, ChargesWhoIsInHouse) {
  given<decider>(with_guest())
      .when(charge("r-1", -500))
      .then({charge_posted{id("r-1"), cents(-500), words("minibar")}});
  given<decider>(with_guest() +
                 std::vector<event>{charge_posted{id("r-1"), cents(700), words("minibar")}})
      .when(check_out{id("r-1"), std::nullopt})
      .then_rejected("open_balance", {{"charged", 10700}});
}

TEST(PostCharge, RefusesInTheOrderOfTheContract) {
  given<decider>(with_guest()).when(charge("r-9", 0)).then_rejected("unknown_reservation");
  given<decider>(with_booking())
      .when(charge("r-1", 0))
      .then_rejected("wrong_state", {{"status", "confirmed"}});
  given<decider>(with_guest())
      .when(charge("r-1", 0))
      .then_rejected("invalid_amount", {{"amount", 0}});
}

TEST(PostPayment, TakesPaymentsBeforeAndDuringTheStay) {
  given<decider>(with_booking()).when(pay("r-1", 10000)).then({paid("r-1", 10000)});
  given<decider>(with_guest()).when(pay("r-1", -10000)).then({paid("r-1", -10000)});
}

TEST(PostPayment, BeforeTheStayCountsAtCheckOut) {
  given<decider>(with_booking() +
                 std::vector<event>{paid("r-1", 10000), checked_in("r-1", "101", "double", 10000)})
      .at("2026-12-02T01:00:00Z")
      .when(check_out{id("r-1"), std::nullopt})
      .then({checked_out("r-1", "101")});
}

TEST(PostPayment, RefusesInTheOrderOfTheContract) {
  given<decider>(with_guest()).when(pay("r-9", 0)).then_rejected("unknown_reservation");
  given<decider>(with_guest()).when(pay("r-1", 0)).then_rejected("invalid_amount", {{"amount", 0}});
}

TEST(Folio, NeverOverflows) {
  std::vector<event> history = with_guest();
  state hotel;
  for (const event& happened : history) {
    decider::evolve(hotel, happened, {{}, version(1)});
  }
  hotel.find_stay("r-1")->charged = folio_limit - 5;
  hotel.find_stay("r-1")->paid = -folio_limit + 5;
  const auto ask = [&](const command& asked) { return decider::decide(hotel, {}, asked, {}); };
  EXPECT_TRUE(ask(charge("r-1", 5)).has_value());
  EXPECT_EQ(ask(charge("r-1", 6)).error().code, "invalid_amount");
  EXPECT_TRUE(ask(pay("r-1", -5)).has_value());
  EXPECT_EQ(ask(pay("r-1", -6)).error().code, "invalid_amount");
  const auto out = ask(check_out{id("r-1"), words("written off")});
  ASSERT_TRUE(out.has_value());
  EXPECT_EQ(std::get<guest_checked_out>(out->front()).balance.integer(), 2 * (folio_limit - 5));
}

}  // namespace
}  // namespace jumak::hotel::testing
