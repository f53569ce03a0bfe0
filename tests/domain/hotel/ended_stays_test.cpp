#include "domain/hotel/ended_stays.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace jumak::hotel::testing {
namespace {

using std::chrono::days;
using std::chrono::microseconds;

ended_stay at(timestamp since) {
  ended_stay ended;
  ended.since = since;
  return ended;
}

std::string names(const ended_stays& all) {
  std::string text;
  all.for_each([&](const std::string& reservation, const ended_stay&) { text += reservation; });
  return text;
}

TEST(EndedStays, AreFoundForAMonth) {
  ended_stays all;
  const timestamp then = timestamp(days(20000));
  all.put("a", at(then));
  EXPECT_NE(all.find("a", then), nullptr);
  EXPECT_NE(all.find("a", then + days(30)), nullptr);
  EXPECT_EQ(all.find("a", then + days(30) + microseconds(1)), nullptr);
  EXPECT_EQ(all.find("b", then), nullptr);
}

TEST(EndedStays, OldOnesAreForgottenWhenOthersEnd) {
  ended_stays all;
  const timestamp then = timestamp(days(20000));
  all.put("a", at(then));
  all.put("b", at(then + days(1)));
  all.put("c", at(then + days(30)));
  EXPECT_EQ(names(all), "abc");
  all.put("d", at(then + days(31)));
  EXPECT_EQ(names(all), "bcd");
}

TEST(EndedStays, OneThatComesBackCanEndAgain) {
  ended_stays all;
  const timestamp then = timestamp(days(20000));
  all.put("a", at(then));
  all.put("b", at(then));
  all.erase("a");
  EXPECT_EQ(names(all), "b");
  all.put("a", at(then + days(1)));
  EXPECT_EQ(names(all), "ba");
  all.put("b", at(then + days(2)));
  EXPECT_EQ(names(all), "ab");
}

}  // namespace
}  // namespace jumak::hotel::testing
