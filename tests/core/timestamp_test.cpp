#include "core/timestamp.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jumak {
namespace {

TEST(Timestamp, ReadsUtcOnlyAndOnlyMomentsThatExist) {
  const struct {
    std::string_view text;
    std::string_view means;  ///< Empty: refused.
  } cases[] = {
      {"2026-11-22T09:00:00Z", "2026-11-22T09:00:00.000000Z"},
      {"2026-11-22T09:00:00.1Z", "2026-11-22T09:00:00.100000Z"},
      {"2026-11-22T09:00:00.123456Z", "2026-11-22T09:00:00.123456Z"},
      {"2026-11-22T23:59:59.999999Z", "2026-11-22T23:59:59.999999Z"},
      {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z"},
      {"9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000000Z"},
      {"1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500000Z"},
      {"2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000000Z"},
      {"2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000000Z"},
      {"2023-02-29T00:00:00Z", ""},
      {"1900-02-29T00:00:00Z", ""},
      {"2026-02-30T00:00:00Z", ""},
      {"2026-04-31T00:00:00Z", ""},
      {"2026-13-01T00:00:00Z", ""},
      {"2026-00-01T00:00:00Z", ""},
      {"2026-01-00T00:00:00Z", ""},
      {"0000-01-01T00:00:00Z", ""},
      {"2026-11-22T24:00:00Z", ""},
      {"2026-11-22T09:60:00Z", ""},
      {"2016-12-31T23:59:60Z", ""},
      {"2026-11-22T09:00:00", ""},
      {"2026-11-22T09:00:00+00:00", ""},
      {"2026-11-22T09:00:00+09:00", ""},
      {"2026-11-22T09:00:00-00:00", ""},
      {"2026-11-22t09:00:00Z", ""},
      {"2026-11-22T09:00:00z", ""},
      {"2026-11-22 09:00:00Z", ""},
      {"2026-11-22T09:00:00.Z", ""},
      {"2026-11-22T09:00:00.1234567Z", ""},
      {"2026-11-22T09:00:00,5Z", ""},
      {"2026-11-22T09:00:00.-1Z", ""},
      {"2026-11-22T09:00Z", ""},
      {"2026-11-22T9:00:00Z", ""},
      {"+026-11-22T09:00:00Z", ""},
      {"20261122T090000Z", ""},
      {" 2026-11-22T09:00:00Z", ""},
      {"2026-11-22T09:00:00Z ", ""},
      {"2026-11-22T09:00:00ZZ", ""},
      {"", ""},
      {"Z", ""},
  };
  for (const auto& one : cases) {
    const auto read = timestamp_from_text(one.text);
    EXPECT_EQ(read ? to_text(*read) : "", one.means) << one.text;
  }
}

RC_GTEST_PROP(Timestamp, WhatWasWrittenIsRead, ()) {
  const auto micros = *rc::gen::inRange<std::int64_t>(-62'135'596'800'000'000, 253'402'300'800'000'000);
  const timestamp moment{std::chrono::microseconds(micros)};
  RC_ASSERT(timestamp_from_text(to_text(moment)) == moment);
}

RC_GTEST_PROP(Timestamp, NoiseIsRefusedOrRead, (const std::string& noise)) {
  std::string text = "2026-11-22T09:00:00.123456Z";
  text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
  const auto read = timestamp_from_text(text.substr(0, *rc::gen::inRange<std::size_t>(0, text.size() + 1)));
  if (read) RC_ASSERT(timestamp_from_text(to_text(*read)) == read);
  RC_ASSERT(!timestamp_from_text(noise));
}

TEST(Date, ReadsDaysThatExist) {
  for (const std::string_view good : {"2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"}) {
    const auto read = date::from_text(good);
    ASSERT_TRUE(read) << good;
    EXPECT_EQ(read->text(), good);
    EXPECT_EQ(date::from_packed(read->packed()), read);
  }
  for (const std::string_view bad : {"2026-02-30", "2023-02-29", "2100-02-29", "0000-01-01", "2026-1-1", "2026/11/22",
                                     "2026-11-22T", "20261122", "", "2026-11-2x", "-026-11-22", "12026-11-22"}) {
    EXPECT_FALSE(date::from_text(bad)) << bad;
  }
}

TEST(Date, PackedDaysOutsideTheCalendarAreRefused) {
  const std::int64_t first = date::from_text("0001-01-01")->packed();
  const std::int64_t last = date::from_text("9999-12-31")->packed();
  EXPECT_TRUE(date::from_packed(first) && date::from_packed(last));
  for (const std::int64_t bad : {first - 1, last + 1, INT64_MIN, INT64_MAX}) EXPECT_FALSE(date::from_packed(bad)) << bad;
}

TEST(Date, NightsAreCountedOverLeapDays) {
  const auto from = date::from_text("2024-02-28").value();
  EXPECT_EQ(from.plus_days(2).text(), "2024-03-01");
  EXPECT_EQ(days_between(from, from.plus_days(2)), 2);
  EXPECT_EQ(days_between(from.plus_days(2), from), -2);
}

}  // namespace
}  // namespace jumak
