#include <gtest/gtest.h>

#include "core/keep.hpp"
#include "tests/domain/views/random_history.hpp"

/// What is kept of the views is all of them: whoever goes on from it is where the others are.
namespace jumak::hotel::testing {
namespace {

constexpr unsigned seeds = 12;
constexpr std::size_t commands = 300;

std::string bytes_of(const read_views& views) {
  std::string bytes;
  keeper out([&](std::string_view piece) { bytes += piece; });
  keep(out, views);
  out.flush();
  return bytes;
}

free_text words_of(std::string_view text) { return free_text::from_text(text).value(); }

/// What only a front desk does beyond bookings.
void play_the_desk(played_views& played) {
  const fee one_night{fee_kind::nights, fee_value::from_integer(1).value()};
  const rate_percent percent = rate_percent::from_integer(90).value();
  played.play(rate_plan_defined{id("saver"), words_of("Saver"), percent, {}, one_night, {}});
  played.play(rate_terms_agreed{id("whole"), id("saver"), percent, {}, one_night, {}});
  played.play(deposit_requested{id("whole"), cents(500), day("2027-01-15")});
  played.play(overnight_charged{id("whole"), day("2027-02-03"), cents(900)});
  played.play(night_audited{day("2026-12-01"), 1, sum(900), 1, {id("whole")}});
  restrictions_set closed;
  closed.room_type = id("suite");
  closed.from = day("2027-01-28");
  closed.to = day("2027-01-30");
  closed.stop_sell = true;
  played.play(closed);
  waitlist_joined waiting;
  waiting.reservation = id("waiting");
  waiting.room_type = id("single");
  waiting.arrival = day("2027-02-01");
  waiting.departure = day("2027-02-02");
  waiting.guest = id("g-0");
  played.play(waiting);
  block_created block;
  block.block = id("choir");
  block.title = words_of("Choir");
  block.room_type = id("single");
  block.from = day("2027-01-20");
  block.to = day("2027-01-22");
  block.rooms = block_rooms::from_integer(2).value();
  block.cut_off = day("2027-01-10");
  played.play(block).play(block_picked_up{id("choir"), id("whole"), block.from, block.to});
}

/// What random histories leave out: a registered guest, and a reservation with every text and nights of several rates.
void play_the_whole(played_views& played) {
  played.play_guest("g-0", registered("Ada Lovelace"));
  reservation_made whole;
  whole.reservation = id("whole");
  whole.room_type = id("suite");
  whole.arrival = day("2027-02-01");
  whole.departure = day("2027-02-03");
  whole.guest = id("g-0");
  whole.rate = money();
  whole.meal = words_of("half board");
  whole.segment = words_of("online");
  whole.channel = words_of("web");
  whole.country = words_of("PRT");
  whole.deposit = words_of("none");
  whole.requests = words_of("quiet");
  for (const std::int64_t night : {0, 1}) {
    whole.nights.push_back({whole.arrival.plus_days(night), money::from_integer(900 + night).value()});
  }
  played.by("kim").play(whole);
  play_the_desk(played);
}

/// Every query over all there is, so that a member that was not kept shows.
std::string everything_asked(const played_views& played) {
  const name grand = id("grand");
  const page_limit most = page_limit::from_integer(1000).value();
  std::string all;
  const auto ask = [&](const auto& query) { all += played.ask(query) + "\n"; };
  views::find_reservations found;
  found.hotel = grand;
  found.limit = most;
  ask(found);
  for (int each = 0; each < static_cast<int>(commands); ++each) {
    ask(views::get_reservation{grand, id("r-" + std::to_string(each))});
  }
  ask(views::get_reservation{grand, id("whole")});
  for (int each = 0; each < 3; ++each) ask(views::get_guest{id("g-" + std::to_string(each))});
  for (const char* type : {"single", "suite"}) {
    ask(views::get_calendar{grand, id(type), day("2026-11-01"), day("2027-03-01"), most, {}});
  }
  for (date night = day("2026-11-25"); night < day("2027-01-31"); night = night.plus_days(1)) {
    ask(views::list_arrivals{grand, night, most, {}});
    ask(views::list_departures{grand, night, most, {}});
    views::search_availability sought;
    sought.arrival = night;
    sought.departure = night.plus_days(2);
    sought.guests = views::guests_sought::from_integer(1).value();
    sought.hotel = grand;
    sought.explain = true;
    ask(sought);
  }
  ask(views::list_in_house{grand, most, {}});
  ask(views::list_holds{grand, most, {}});
  ask(views::get_room_board{grand, most, {}});
  ask(views::list_rate_plans{grand, most, {}});
  ask(views::list_night_audits{grand, most, {}});
  ask(views::list_blocks{grand, most, {}});
  ask(views::list_waitlist{grand, most, {}});
  ask(views::get_statistics{grand, day("2026-11-01"), day("2027-03-01"), {}});
  return all;
}

TEST(KeptViews, WithTheTailAreTheFullFold) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    history_player whole(seed);
    history_player restored(seed);
    play_the_whole(whole.played());
    play_the_whole(restored.played());
    for (std::size_t part = 0; part < 3; ++part) {
      whole.play_some(commands / 3);
      restored.play_some(commands / 3);
      ASSERT_EQ(bytes_of(restored.played().views()), bytes_of(whole.played().views()));
      restored.played().keep_and_restore();
      ASSERT_EQ(bytes_of(restored.played().views()), bytes_of(whole.played().views()));
      ASSERT_EQ(everything_asked(restored.played()), everything_asked(whole.played()));
    }
  }
}

TEST(KeptViews, OfNothingAreNothing) {
  const std::string bytes = bytes_of(read_views());
  read_views read;
  unpacker in(bytes);
  restore(in, read);
  EXPECT_TRUE(in.done());
  EXPECT_EQ(bytes_of(read), bytes);
}

TEST(KeptViews, TornBytesAreNoViews) {
  history_player player(1);
  player.play_some(commands);
  const std::string bytes = bytes_of(player.played().views());
  for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 7) {
    read_views read;
    unpacker in(std::string_view(bytes).substr(0, size));
    restore(in, read);
    EXPECT_FALSE(in.done()) << size << " of " << bytes.size() << " bytes";
  }
}

}  // namespace
}  // namespace jumak::hotel::testing
