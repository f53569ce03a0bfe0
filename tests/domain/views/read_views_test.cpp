#include "domain/views/read_views.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "tests/domain/views/played_views.hpp"
#include "tests/domain/views/random_history.hpp"

namespace jumak::hotel::testing {
namespace {

TEST(ReadViews, JoinTheGuestsNameEverywhere) {
  played_views played;
  played.play(small_hotel()).play(booked("r-1", "double", "2026-12-01", "2026-12-02"));
  played.play_guest("g-1", registered("Kim")).play_guest("g-1", renamed("Lee"));
  const auto listed = [&](const auto& page) { return page->items.at(0).guest.full_name; };
  const read_views& views = played.views();
  EXPECT_EQ(listed(views.ask(views::list_arrivals{id("grand"), day("2026-12-01"), {}, {}})), "Lee");
  EXPECT_EQ(views.ask(views::get_reservation{id("grand"), id("r-1")})->guest.full_name, "Lee");
  EXPECT_EQ(views.ask(views::get_guest{id("g-1")})->full_name, "Lee");
  played.play(assigned("r-1", "101")).play(checked_in("r-1", "101", "double", 10000));
  EXPECT_EQ(listed(views.ask(views::list_in_house{id("grand"), {}, {}})), "Lee");
  EXPECT_EQ(listed(views.ask(views::list_departures{id("grand"), day("2026-12-02"), {}, {}})),
            "Lee");
}

TEST(ReadViews, KeepHotelsApart) {
  played_views played;
  played.play(small_hotel()).play(small_hotel(), "other");
  played.play(booked("r-1", "double", "2026-12-01", "2026-12-02"), "other");
  EXPECT_EQ(played.ask(views::list_arrivals{id("grand"), day("2026-12-01"), {}, {}}), "[]");
  const auto calendar = played.views().ask(
      views::get_calendar{id("grand"), id("double"), day("2026-12-01"), day("2026-12-02"), {}, {}});
  EXPECT_EQ(calendar->items.at(0).free, 1);
}

/// Everything that can be asked about a hotel, as one text.
std::string all_answers(const played_views& played) {
  const date from = day("2026-11-20");
  const date to = day("2027-02-20");
  std::string text;
  for (const std::string type : {"single", "suite"}) {
    text += played.ask(views::get_calendar{id("grand"), id(type), from, to, {}, {}});
  }
  text += played.ask(views::list_in_house{id("grand"), {}, {}});
  text += played.ask(views::get_room_board{id("grand"), {}, {}});
  for (const auto by : {views::statistics_split::day, views::statistics_split::segment}) {
    text += played.ask(views::get_statistics{id("grand"), from, to, by});
  }
  for (const auto& entry : played.log()) {
    if (const auto* made = std::get_if<reservation_made>(&entry.happened)) {
      text += played.ask(views::get_reservation{id("grand"), made->reservation});
      text += played.ask(views::list_arrivals{id("grand"), made->arrival, {}, {}});
      text += played.ask(views::list_departures{id("grand"), made->departure, {}, {}});
    }
  }
  return text;
}

RC_GTEST_PROP(ReadViewsProperty, AnswerAlikeAfterARebuild, (unsigned seed)) {
  const played_views played = random_history(seed, 150);
  played_views rebuilt;
  for (const auto& entry : played.log()) {
    rebuilt.at(to_text(entry.time)).play(entry.happened, entry.hotel);
  }
  RC_ASSERT(all_answers(played) == all_answers(rebuilt));
}

RC_GTEST_PROP(ReadViewsProperty, ListsAndBoardAgreeWithEachReservation, (unsigned seed)) {
  const played_views played = random_history(seed, 200);
  std::set<std::string> in_house;
  std::set<std::string> occupied;
  const auto everybody = played.views().ask(views::list_in_house{id("grand"), {}, {}});
  for (const auto& item : everybody->items) {
    in_house.insert(item.reservation);
  }
  const auto board = played.views().ask(views::get_room_board{id("grand"), {}, {}});
  for (const auto& room : board->items) {
    if (room.occupied_by) {
      occupied.insert(*room.occupied_by);
    }
  }
  RC_ASSERT(in_house == occupied);
  for (const auto& entry : played.log()) {
    const auto* made = std::get_if<reservation_made>(&entry.happened);
    if (made == nullptr) {
      continue;
    }
    const auto picture = played.views().ask(views::get_reservation{id("grand"), made->reservation});
    const bool is_in = picture->status == views::reservation_status::in_house;
    const bool confirmed = picture->status == views::reservation_status::confirmed;
    RC_ASSERT(in_house.contains(picture->reservation) == is_in);
    const auto arrivals =
        played.views().ask(views::list_arrivals{id("grand"), made->arrival, {}, {}});
    const auto listed =
        std::ranges::count(arrivals->items, picture->reservation, &views::stay_item::reservation);
    RC_ASSERT(listed == (confirmed ? 1 : 0));
    RC_ASSERT(picture->version.value() == picture->history.size());
  }
}

RC_GTEST_PROP(ReadViewsProperty, NoNightIsOverAtAnyPosition, (unsigned seed)) {
  history_player player(seed);
  for (int turn = 0; turn < 40; ++turn) {
    player.play_some(3);
    for (const std::string type : {"single", "suite"}) {
      const auto answer = player.played().views().ask(
          views::get_calendar{id("grand"), id(type), day("2026-11-20"), day("2027-02-20"), {}, {}});
      for (const auto& night : answer->items) {
        RC_ASSERT(night.free >= 0);
      }
    }
  }
}

}  // namespace
}  // namespace jumak::hotel::testing
