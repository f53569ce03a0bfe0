#include <gtest/gtest.h>

#include "tests/domain/views/played_views.hpp"

namespace jumak::hotel::testing {
namespace {

block_created created() {
  block_created block;
  block.block = id("choir");
  block.title = words("Choir");
  block.room_type = id("double");
  block.from = day("2026-12-24");
  block.to = day("2026-12-26");
  block.rooms = block_rooms::from_integer(1).value();
  block.cut_off = day("2026-12-20");
  return block;
}

std::string calendar(const played_views& played) {
  return played.ask(
      views::get_calendar{id("grand"), id("double"), day("2026-12-24"), day("2026-12-25"), {}, {}});
}

TEST(Blocks, CountAsBlockedUntilPickedUp) {
  played_views played;
  played.play(small_hotel()).play(created());
  EXPECT_EQ(calendar(played),
            R"([{night:2026-12-24,rooms:1,out_of_order:0,overbooking:0,confirmed:0,held:0,)"
            R"(in_house:0,free:0,blocked:1}])");
  played.play(block_picked_up{id("choir"), id("r-1"), day("2026-12-24"), day("2026-12-25")});
  played.play(booked("r-1", "double", "2026-12-24", "2026-12-25"));
  EXPECT_EQ(calendar(played),
            R"([{night:2026-12-24,rooms:1,out_of_order:0,overbooking:0,confirmed:1,held:0,)"
            R"(in_house:0,free:0}])");
  EXPECT_EQ(played.views().ask(views::get_reservation{id("grand"), id("r-1")})->block, "choir");
  EXPECT_EQ(played.ask(views::list_blocks{id("grand"), {}, {}}),
            R"([{block:"choir",title:"Choir",status:open,room_type:"double",from:2026-12-24,)"
            R"(to:2026-12-26,rooms:1,cut_off:2026-12-20,picked_up:1,)"
            R"(left:[{night:2026-12-24,rooms:0},{night:2026-12-25,rooms:1}]}])");
  played.play(reservation_cancelled{id("r-1"), words("ill")});
  played.play(block_returned{id("choir"), id("r-1"), day("2026-12-24"), day("2026-12-25")});
  EXPECT_NE(calendar(played).find("free:0,blocked:1"), std::string::npos);
}

TEST(Blocks, GiveBackWhatIsLeftWhenTheyClose) {
  const std::vector<event> ends{block_released{id("choir")}, block_cut_off{id("choir")}};
  for (const event& end : ends) {
    played_views played;
    played.play(small_hotel()).play(created()).play(end);
    EXPECT_NE(calendar(played).find("free:1}"), std::string::npos);
    const auto listed = played.views().ask(views::list_blocks{id("grand"), {}, {}});
    EXPECT_TRUE(listed->items.at(0).left.empty());
    EXPECT_NE(listed->items.at(0).status, views::block_status::open);
  }
}

}  // namespace
}  // namespace jumak::hotel::testing
