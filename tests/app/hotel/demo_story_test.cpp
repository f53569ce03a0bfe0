#include "app/hotel/demo_story.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace jumak::app {
namespace {

using kind = story_step::kind;

TEST(DemoStory, HasOneRoomAndTwoWhoWantIt) {
  const auto story = tell_story("7");
  std::set<std::string> wanted;
  for (const story_step& step : story) {
    if (step.type != "MakeReservation") continue;
    EXPECT_EQ(step.aggregate, "hotel/grand-seoul-7");
    wanted.emplace(step.data.at("reservation").as_string());
    EXPECT_EQ(step.data.at("arrival"), story.at(4).data.at("arrival")) << "the nights must clash";
  }
  EXPECT_EQ(wanted, (std::set<std::string>{"r-1", "r-2"}));
  const auto rooms = std::ranges::find(story, "AddRooms", &story_step::type);
  ASSERT_NE(rooms, story.end());
  EXPECT_EQ(rooms->data.at("rooms").as_array().size(), 1U);
  EXPECT_EQ(story.back().type, "GetReservation");
}

TEST(DemoStory, AnotherStampIsAnotherHotel) {
  EXPECT_NE(tell_story("1").front().aggregate, tell_story("2").front().aggregate);
}

TEST(DemoStory, LinesToPasteAreQuotedForAShell) {
  const story_step step{"", "", kind::command, "CancelReservation", "hotel/h",
                        {{"reservation", "r-1"}, {"reason", "plans changed"}, {"n", 2}}};
  EXPECT_EQ(as_command_line(step, " --commands 'tcp://127.0.0.1:1'"),
            "./run send CancelReservation hotel/h reservation=r-1 reason='plans changed' n:='2'"
            " --commands 'tcp://127.0.0.1:1'");
  const story_step query{"", "", kind::query, "GetGuest", "", {{"guest", "ada"}}};
  EXPECT_EQ(as_command_line(query, ""), "./run ask GetGuest guest=ada");
}

}  // namespace
}  // namespace jumak::app
