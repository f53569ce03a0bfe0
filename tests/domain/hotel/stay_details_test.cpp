#include "domain/hotel/stay_details.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "core/pack.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

reservation_made three_nights() {
  reservation_made made =
      with_everything(booked("r-1", "double", "2026-12-24", "2026-12-27", 12900));
  made.rate = cents(12900);
  made.nights.back().rate = cents(100);
  return made;
}

TEST(StayDetails, ComeBackAsTheyWere) {
  const reservation_made made = three_nights();
  const stay_details details = packed_details(made).unpacked();
  EXPECT_EQ(details.guest, made.guest);
  EXPECT_EQ(details.guests, made.guests);
  EXPECT_EQ(details.rate, made.rate);
  EXPECT_EQ(details.meal, made.meal);
  EXPECT_EQ(details.segment, made.segment);
  EXPECT_EQ(details.channel, made.channel);
  EXPECT_EQ(details.country, made.country);
  EXPECT_EQ(details.deposit, made.deposit);
  EXPECT_EQ(details.requests, made.requests);
  EXPECT_EQ(details.rates, (std::vector<rate_run>{{2, cents(12900)}, {1, cents(100)}}));
}

TEST(StayDetails, AreTheirStructPacked) {
  const packed_details details(three_nights());
  EXPECT_EQ(packed(details.unpacked()), details.bytes());
}

TEST(StayDetails, SumTheNightlyRates) {
  EXPECT_EQ(packed_details(three_nights()).nights_total(), 25900);
  EXPECT_EQ(packed_details().nights_total(), 0);
}

TEST(StayDetails, AreCopiedWhole) {
  const packed_details one(three_nights());
  packed_details other = one;
  EXPECT_EQ(other.bytes(), one.bytes());
  EXPECT_NE(other.bytes().data(), one.bytes().data());
  other = packed_details();
  EXPECT_TRUE(other.bytes().empty());
  other = one;
  EXPECT_EQ(other.bytes(), one.bytes());
}

TEST(StayDetails, LoadOnlyFromTheirOwnBytes) {
  const packed_details details(three_nights());
  const auto loaded = packed_details::from_bytes(details.bytes(), 3);
  ASSERT_TRUE(loaded.has_value());
  EXPECT_EQ(loaded->bytes(), details.bytes());
  EXPECT_FALSE(packed_details::from_bytes(details.bytes(), 4).has_value());
  EXPECT_FALSE(packed_details::from_bytes({}, 0).has_value());
  EXPECT_FALSE(packed_details::from_bytes(std::string(details.bytes()) + '\0', 3).has_value());
}

TEST(StayDetails, OfABookingTakeFewBytes) {
  EXPECT_LE(sizeof(packed_details), sizeof(void*));
  EXPECT_LE(packed_details(three_nights()).bytes().size(), 80U);
}

}  // namespace
}  // namespace jumak::hotel::testing
