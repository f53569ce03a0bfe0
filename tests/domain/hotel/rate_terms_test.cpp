#include "domain/hotel/rate_terms.hpp"

#include <gtest/gtest.h>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

fee fee_of(fee_kind of, std::int64_t value) {
  return {of, fee_value::from_integer(value).value()};
}

/// A night at 100 and two at 205.
stay_details three_nights() {
  stay_details stay;
  stay.rates = {{1, cents(100)}, {2, cents(205)}};
  return stay;
}

TEST(RateTerms, APercentageOfARateIsRoundedHalfUp) {
  EXPECT_EQ(percent_of(cents(10000), rate_percent::from_integer(90).value()), cents(9000));
  EXPECT_EQ(percent_of(cents(5), rate_percent::from_integer(90).value()), cents(5));
  EXPECT_EQ(percent_of(cents(5), rate_percent::from_integer(89).value()), cents(4));
  EXPECT_EQ(percent_of(cents(money::most), rate_percent::from_integer(1000).value()),
            cents(money::most));
}

TEST(RateTerms, AFeeIsPercentOrNightsOrAnAmount) {
  EXPECT_EQ(amount_of(fee_of(fee_kind::percent, 50), three_nights()), 255);
  EXPECT_EQ(amount_of(fee_of(fee_kind::percent, 15), three_nights()), 77) << "of 510";
  EXPECT_EQ(amount_of(fee_of(fee_kind::nights, 1), three_nights()), 100);
  EXPECT_EQ(amount_of(fee_of(fee_kind::nights, 2), three_nights()), 305);
  EXPECT_EQ(amount_of(fee_of(fee_kind::nights, 9), three_nights()), 510);
  EXPECT_EQ(amount_of(fee_of(fee_kind::amount, 7), three_nights()), 7);
}

TEST(RateTerms, CancellingIsFreeUpToTheNotice) {
  rate_terms terms;
  const date arrival = day("2026-12-24");
  EXPECT_EQ(cancellation_cost(terms, three_nights(), arrival, day("2026-12-25")), 0);
  terms.cancellation_fee = fee_of(fee_kind::amount, 7);
  EXPECT_EQ(cancellation_cost(terms, three_nights(), arrival, day("2026-12-24")), 0);
  EXPECT_EQ(cancellation_cost(terms, three_nights(), arrival, day("2026-12-25")), 7);
  terms.notice_days = notice_days::from_integer(2).value();
  EXPECT_EQ(cancellation_cost(terms, three_nights(), arrival, day("2026-12-22")), 0);
  EXPECT_EQ(cancellation_cost(terms, three_nights(), arrival, day("2026-12-23")), 7);
}

}  // namespace
}  // namespace jumak::hotel::testing
