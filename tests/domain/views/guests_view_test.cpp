#include "domain/views/guests_view.hpp"

#include <gtest/gtest.h>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::views {
namespace {

using testing::cents;
using testing::words;

TEST(GuestsView, KnowsANameBeforeTheRegistration) {
  guests_view guests;
  EXPECT_FALSE(guests.find("kim").has_value());
  const guest_number kim = guests.number_of("kim");
  EXPECT_FALSE(guests[kim].registered());
  guests.apply("kim", jumak::guest::guest_registered{words("Kim"), {}, {}, words("KOR")});
  EXPECT_EQ(guests.find("kim"), kim);
  EXPECT_EQ(guests[kim].full_name, "Kim");
  EXPECT_EQ(guests[kim].country, "KOR");
}

TEST(GuestsView, ChangesOnlyWhatWasGiven) {
  guests_view guests;
  guests.apply("kim", jumak::guest::guest_registered{words("Kim"), words("k@x"), words("1"), {}});
  guests.apply("kim", jumak::guest::guest_updated{{}, words("l@x"), {}, {}});
  const guest_row& kim = guests[guests.number_of("kim")];
  EXPECT_EQ(kim.full_name, "Kim");
  EXPECT_EQ(kim.email, "l@x");
  EXPECT_EQ(kim.phone, "1");
}

TEST(GuestsView, AddsPaymentsByCurrencyInOrder) {
  guests_view guests;
  reservation_row row;
  row.guest = guests.number_of("kim");
  payment_posted payment;
  payment.amount = cents(100);
  for (const std::string_view currency : {"USD", "EUR", "USD", "KRW"}) {
    guests.apply(row, currency, payment);
  }
  const auto& spent = guests[row.guest].spent;
  ASSERT_EQ(spent.size(), 3U);
  EXPECT_EQ(spent[0].currency, "EUR");
  EXPECT_EQ(spent[2].currency, "USD");
  EXPECT_EQ(spent[2].amount, 200);
}

}  // namespace
}  // namespace jumak::hotel::views
