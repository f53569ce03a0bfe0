#include "domain/views/absences.hpp"

#include <gtest/gtest.h>

namespace jumak::hotel::views {
namespace {

using spans = std::vector<day_span>;

TEST(Absences, AddWhatWasInOrder) {
  absences room;
  EXPECT_EQ(room.add({10, 12}, "paint"), (spans{{10, 12}}));
  EXPECT_EQ(room.add({15, 16}, "lamp"), (spans{{15, 16}}));
  EXPECT_EQ(room.add({8, 20}, "leak"), (spans{{8, 10}, {12, 15}, {16, 20}}));
  EXPECT_EQ(room.add({9, 19}, "again"), spans());
}

TEST(Absences, KeepTheFirstReasonOfANight) {
  absences room;
  room.add({10, 12}, "paint");
  room.add({11, 14}, "leak");
  ASSERT_EQ(room.entries().size(), 2U);
  EXPECT_EQ(room.entries()[0].reason, "paint");
  EXPECT_EQ(room.entries()[1].reason, "leak");
  EXPECT_EQ(room.entries()[1].nights, (day_span{12, 14}));
}

TEST(Absences, EndFromADayOn) {
  absences room;
  room.add({10, 14}, "paint");
  room.add({20, 22}, "leak");
  EXPECT_EQ(room.cut_from(12), (spans{{12, 14}, {20, 22}}));
  ASSERT_EQ(room.entries().size(), 1U);
  EXPECT_EQ(room.entries()[0].nights, (day_span{10, 12}));
  EXPECT_EQ(room.cut_from(12), spans());
}

}  // namespace
}  // namespace jumak::hotel::views
