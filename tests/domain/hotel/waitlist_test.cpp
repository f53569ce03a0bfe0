#include "domain/hotel/waitlist.hpp"

#include <gtest/gtest.h>

namespace jumak::hotel::testing {
namespace {

std::string in_turn(const waitlist& list) {
  std::string names;
  for (const waiting_entry& entry : list.in_turn()) {
    names += entry.reservation;
  }
  return names;
}

TEST(Waitlist, KeepsTheirTurn) {
  waitlist list;
  EXPECT_TRUE(list.empty());
  for (const std::string_view name : {"b", "c", "a"}) {
    EXPECT_TRUE(list.join(name, {}));
  }
  EXPECT_FALSE(list.join("c", {}));
  EXPECT_EQ(in_turn(list), "bca");
  list.leave("c");
  list.leave("x");
  EXPECT_TRUE(list.join("c", {}));
  EXPECT_EQ(in_turn(list), "bac");
  EXPECT_EQ(list.find("x"), nullptr);
}

}  // namespace
}  // namespace jumak::hotel::testing
