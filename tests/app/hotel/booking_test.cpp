#include "app/hotel/booking.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "app/hotel/booking_file.hpp"
#include "tests/app/hotel/small_bookings.hpp"
#include "tests/app/client/temporary_file.hpp"

namespace jumak::app::client {
namespace {

using row = small_bookings::row;

std::string refusal(const std::string& text, const std::string& hotel = "Inn") {
  const temporary_file file(text);
  const auto bookings = read_bookings(file.path(), hotel);
  return bookings ? "" : bookings.error().message.substr(file.path().size());
}

TEST(Booking, CentsAreRoundedHalfAwayFromZero) {
  EXPECT_EQ(cents_from("75"), 7'500);
  EXPECT_EQ(cents_from("75.5"), 7'550);
  EXPECT_EQ(cents_from("103.335"), 10'334);
  EXPECT_EQ(cents_from("103.3349"), 10'333);
  EXPECT_EQ(cents_from("-0.005"), -1);
  EXPECT_EQ(cents_from("-6.38"), -638);
  EXPECT_EQ(cents_from("0.1"), 10);
  for (const char* no_amount :
       {"", "-", "abc", "1e3", "1.2.3", "1,5", ".5", "99999999999999999999"}) {
    EXPECT_EQ(cents_from(no_amount), std::nullopt) << no_amount;
  }
}

TEST(Booking, ReadsARowByTheNamesOfItsColumns) {
  const temporary_file file(small_bookings().add({.children = "NA", .babies = "1"}).text());
  const auto bookings = read_bookings(file.path(), "Inn");
  ASSERT_TRUE(bookings) << bookings.error().message;
  ASSERT_EQ(bookings->size(), 1U);
  const booking& read = bookings->front();
  using namespace std::chrono_literals;
  EXPECT_EQ(read.number, 1U);
  EXPECT_EQ(read.arrival, std::chrono::sys_days(2020y / 5 / 10));
  EXPECT_EQ(read.booked, std::chrono::sys_days(2020y / 5 / 7));
  EXPECT_EQ(read.departure(), std::chrono::sys_days(2020y / 5 / 12));
  EXPECT_EQ(read.adults, 2);
  EXPECT_EQ(read.children, 0);
  EXPECT_EQ(read.infants, 1);
  EXPECT_EQ(read.rate_cents, 5'050);
  EXPECT_EQ(read.segment, "Direct, by phone");
  EXPECT_EQ(read.end, booking_end::checked_out);
  EXPECT_EQ(read.ended, read.departure());
}

TEST(Booking, OnlyTheHotelsRowsCountAndAreNumbered) {
  const small_bookings rows =
      small_bookings().add({.hotel = "Other", .adr = "no number"}).add({}).add({.adults = "1"});
  for (const bool zipped : {false, true}) {
    const temporary_file file(rows.text(), zipped);
    const auto bookings = read_bookings(file.path(), "Inn");
    ASSERT_TRUE(bookings) << bookings.error().message;
    ASSERT_EQ(bookings->size(), 2U);
    EXPECT_EQ((*bookings)[0].number, 1U);
    EXPECT_EQ((*bookings)[1].number, 2U);
    EXPECT_EQ((*bookings)[1].adults, 1);
  }
}

TEST(Booking, AMissingColumnIsNamed) {
  std::string text = small_bookings().add({}).text();
  text.replace(text.find("lead_time"), 9, "lead_days");
  EXPECT_NE(refusal(text).find("no column 'lead_time'"), std::string::npos) << refusal(text);
}

TEST(Booking, AWrongValueIsNamedWithItsLine) {
  EXPECT_EQ(refusal(small_bookings().add({}).add({.adr = "cheap"}).text()),
            ": line 3: column 'adr' should be an amount like 75.5, but is 'cheap'");
  EXPECT_NE(refusal(small_bookings().add({.month = "Mai"}).text()).find("arrival_date_month"),
            std::string::npos);
  EXPECT_NE(refusal(small_bookings().add({.month = "February", .day = "30"}).text())
                .find("arrival_date_day_of_month"),
            std::string::npos);
  EXPECT_NE(refusal(small_bookings().add({.lead_time = "-1"}).text()).find("lead_time"),
            std::string::npos);
  EXPECT_NE(refusal(small_bookings().add({.status = "Gone"}).text()).find("'Gone'"),
            std::string::npos);
  EXPECT_NE(refusal(small_bookings().add({.assigned = "A/B"}).text()).find("assigned_room_type"),
            std::string::npos);
  EXPECT_NE(refusal(small_bookings().add({.status_date = "2020-13-01"}).text())
                .find("reservation_status_date"),
            std::string::npos);
  EXPECT_NE(
      refusal(small_bookings().add({}).text() + "1,Inn\n").find("line 3: the row has 2 fields"),
      std::string::npos);
}

TEST(Booking, AnUnknownHotelIsAnsweredWithThoseThatAreThere) {
  EXPECT_EQ(refusal(small_bookings().add({}).text(), "Castle"),
            ": no row is of hotel 'Castle'; give --hotel one of 'Inn'.");
}

TEST(Booking, AFileThatCannotBeReadSaysWhy) {
  EXPECT_NE(read_bookings("/nonexistent/x.csv", "Inn").error().message.find("cannot be opened"),
            std::string::npos);
  std::string text = small_bookings().text();
  for (int i = 0; i < 1'000; ++i) {
    text += small_bookings().add({.adr = std::to_string(i * 7919 % 1000)}).text();
  }
  const temporary_file whole(text, true);
  std::ifstream stream(whole.path(), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const temporary_file cut(bytes.substr(0, bytes.size() / 2));
  const auto bookings = read_bookings(cut.path(), "Inn");
  ASSERT_FALSE(bookings);
}

}  // namespace
}  // namespace jumak::app::client
