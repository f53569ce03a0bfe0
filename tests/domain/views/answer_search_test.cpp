#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "domain/views/paging.hpp"
#include "tests/domain/views/played_views.hpp"

namespace jumak::hotel::testing {
namespace {

using views::reservation_status;

reservation_made booked_by(std::string_view guest, reservation_made made) {
  made.guest = id(guest);
  return made;
}

/// Kim has a and c, lee, who is not registered, b; a came through the web and was cancelled.
played_views with_bookings() {
  played_views played;
  played.play(small_hotel()).play_guest("g-1", registered("Kim Minsu"));
  reservation_made first = booked("a", "double", "2026-12-01", "2026-12-03");
  first.channel = words("web");
  played.play(first);
  played.play(booked_by("lee-2", booked("b", "suite", "2026-12-02", "2026-12-03")));
  played.play(booked("c", "double", "2026-12-05", "2026-12-06"));
  played.play(reservation_cancelled{id("a"), words("ill")});
  return played;
}

views::find_reservations in_grand() {
  views::find_reservations query;
  query.hotel = id("grand");
  return query;
}

/// The reservations found, such as "a c".
std::string found(const played_views& played, const views::find_reservations& query) {
  const auto answer = played.views().ask(query);
  std::string names;
  for (const auto& item : answer.value().items) {
    names += (names.empty() ? "" : " ") + item.reservation;
  }
  return names;
}

TEST(FindReservations, ShowsThemAsTheListsDo) {
  views::find_reservations query = in_grand();
  query.status = reservation_status::cancelled;
  EXPECT_EQ(with_bookings().ask(query),
            R"([{reservation:"a",status:cancelled,guest:{name:"g-1",full_name:"Kim Minsu"},)"
            R"(room_type:"double",room_ready:false,arrival:2026-12-01,departure:2026-12-03,)"
            R"(balance:0}])");
}

TEST(FindReservations, ListsAllOfTheHotelWithoutAFilter) {
  played_views played = with_bookings();
  played.play(small_hotel(), "other").play(booked("d", "double", "2026-12-01", "2026-12-02"),
                                           "other");
  EXPECT_EQ(found(played, in_grand()), "a b c");
}

TEST(FindReservations, ByGuestOfTheHotelOnly) {
  played_views played = with_bookings();
  played.play(small_hotel(), "other").play(booked("d", "double", "2026-12-01", "2026-12-02"),
                                           "other");
  views::find_reservations query = in_grand();
  query.guest = id("g-1");
  EXPECT_EQ(found(played, query), "a c");
  query.guest = id("lee-2");
  EXPECT_EQ(found(played, query), "b") << "need not be registered";
  query.guest = id("nobody");
  EXPECT_EQ(found(played, query), "");
}

TEST(FindReservations, ByPartOfTheNameThatIsShown) {
  played_views played = with_bookings();
  views::find_reservations query = in_grand();
  query.name = words("MINSU");
  EXPECT_EQ(found(played, query), "a c");
  query.name = words("Lee");
  EXPECT_EQ(found(played, query), "b");
  played.play_guest("lee-2", registered("Park Jiwoo"));
  EXPECT_EQ(found(played, query), "");
  query.name = words("k ji");
  EXPECT_EQ(found(played, query), "b");
  played.play_guest("g-1", renamed("Park Jisoo"));
  EXPECT_EQ(found(played, query), "a b c");
}

TEST(FindReservations, ByStatusAndChannel) {
  const played_views played = with_bookings();
  views::find_reservations query = in_grand();
  query.status = reservation_status::confirmed;
  EXPECT_EQ(found(played, query), "b c");
  query.channel = words("web");
  EXPECT_EQ(found(played, query), "");
  query.status.reset();
  EXPECT_EQ(found(played, query), "a");
}

TEST(FindReservations, ByTheNightsTouched) {
  const played_views played = with_bookings();
  const auto touching = [&](std::optional<date> from, std::optional<date> to) {
    views::find_reservations query = in_grand();
    query.from = from;
    query.to = to;
    return found(played, query);
  };
  EXPECT_EQ(touching(day("2026-12-02"), day("2026-12-03")), "a b");
  EXPECT_EQ(touching(day("2026-12-03"), day("2026-12-05")), "") << "departures are no nights";
  EXPECT_EQ(touching(day("2026-12-05"), {}), "c");
  EXPECT_EQ(touching({}, day("2026-12-02")), "a");
}

TEST(FindReservations, IsRefusedForWhatDoesNotFit) {
  const played_views played = with_bookings();
  views::find_reservations query = in_grand();
  query.from = query.to = day("2026-12-02");
  EXPECT_EQ(played.views().ask(query).error().code, errc::malformed);
  query.to.reset();
  query.cursor = "00";
  EXPECT_EQ(played.views().ask(query).error().code, errc::malformed);
  query.hotel = id("x");
  EXPECT_EQ(played.ask(query), "not_found: hotel x is not there");
}

TEST(FindReservations, HasNoNextBehindTheLastThatFits) {
  const played_views played = with_bookings();
  views::find_reservations query = in_grand();
  query.status = reservation_status::confirmed;
  query.limit = page_limit::from_integer(2);
  EXPECT_FALSE(played.views().ask(query)->next.has_value());
  query.limit = page_limit::from_integer(1);
  EXPECT_TRUE(played.views().ask(query)->next.has_value());
}

TEST(FindReservations, GoesOnWhereAPageHadLookedEnough) {
  played_views played;
  played.play(small_hotel());
  for (std::size_t number = 0; number <= views::rows_searched_max; ++number) {
    const std::string guest = number == views::rows_searched_max ? "last" : "other";
    played.play(booked_by(guest, booked("r-" + std::to_string(number), "double", "2026-12-01",
                                        "2026-12-02")));
  }
  views::find_reservations query = in_grand();
  query.name = words("last");
  const auto first = played.views().ask(query);
  EXPECT_TRUE(first->items.empty());
  ASSERT_TRUE(first->next.has_value());
  query.cursor = first->next;
  EXPECT_EQ(found(played, query), "r-" + std::to_string(views::rows_searched_max));
  EXPECT_FALSE(played.views().ask(query)->next.has_value());
}

views::find_guests guests_named(std::string_view part) {
  views::find_guests query;
  query.name = words(part);
  return query;
}

TEST(FindGuests, ShowsThemAsGetGuestDoes) {
  const played_views played = with_bookings();
  EXPECT_EQ(played.ask(guests_named("kim")),
            "[" + played.ask(views::get_guest{id("g-1")}) + "]");
}

TEST(FindGuests, FindsRegisteredOnesByPartOfTheName) {
  played_views played = with_bookings();
  EXPECT_EQ(played.ask(guests_named("lee")), "[]") << "only named in a reservation";
  played.play_guest("lee-2", registered("Lee Ji"));
  EXPECT_EQ(played.views().ask(guests_named("E J"))->items.at(0).guest, "lee-2");
}

TEST(FindGuests, FindsByTheExactTextsOfToday) {
  played_views played;
  played.play_guest("a", registered("Kim")).play_guest("b", registered("Lee"));
  views::find_guests query;
  query.email = words("Kim@example.com");
  EXPECT_EQ(played.views().ask(query)->items.at(0).guest, "a");
  query.email = words("kim@example.com");
  EXPECT_EQ(played.ask(query), "[]");
  query.email = words("new@example.com");
  played.play_guest("a", jumak::guest::guest_updated{{}, query.email, words("+1"), {}});
  EXPECT_EQ(played.views().ask(query)->items.size(), 1U);
  query.email = words("Kim@example.com");
  EXPECT_EQ(played.ask(query), "[]") << "the address before";
  query.email.reset();
  query.phone = words("+82");
  EXPECT_EQ(played.views().ask(query)->items.size(), 1U);
  query.name = words("kim");
  EXPECT_EQ(played.ask(query), "[]") << "all that is asked must hold";
}

TEST(FindGuests, IsRefusedForWhatDoesNotFit) {
  const played_views played = with_bookings();
  EXPECT_EQ(played.views().ask(views::find_guests()).error().code, errc::malformed);
  views::find_guests query = guests_named("kim");
  query.cursor = "00";
  EXPECT_EQ(played.views().ask(query).error().code, errc::malformed);
}

/// Pages through a query while `write(turn)` changes things; the keys shown, as often as they were.
template <class Query, class KeyOf, class Write>
std::multiset<std::string> paged(const played_views& played, Query query, KeyOf key_of,
                                 Write write) {
  std::multiset<std::string> shown;
  query.limit = page_limit::from_integer(2);
  for (std::size_t turn = 0;; ++turn) {
    const auto page = played.views().ask(query);
    RC_ASSERT(page.has_value());
    for (const auto& item : page->items) {
      shown.insert(key_of(item));
    }
    if (!page->next) {
      return shown;
    }
    query.cursor = page->next;
    write(turn);
  }
}

RC_GTEST_PROP(FindReservationsProperty, PagesShowEachOnceWhateverIsWritten,
              (const std::vector<bool>& stays, const std::vector<std::uint8_t>& writes)) {
  played_views played;
  played.play(small_hotel());
  const auto name_of = [](std::size_t number) { return "r-" + std::to_string(number); };
  for (std::size_t number = 0; number < stays.size(); ++number) {
    played.play(booked(name_of(number), "double", "2026-12-01", "2026-12-02"));
  }
  std::set<std::string> gone;
  views::find_reservations query = in_grand();
  query.status = reservation_status::confirmed;
  const auto shown = paged(
      played, query, [](const views::stay_item& item) { return item.reservation; },
      [&](std::size_t turn) {
        if (turn < writes.size()) {
          played.play(booked("a-" + std::to_string(turn), "double", "2026-12-01", "2026-12-02"));
          const std::size_t victim = writes[turn] % stays.size();
          if (!stays[victim] && gone.insert(name_of(victim)).second) {
            played.play(reservation_cancelled{id(name_of(victim)), words("ill")});
          }
        }
      });
  for (std::size_t number = 0; number < stays.size(); ++number) {
    RC_ASSERT(gone.contains(name_of(number)) || shown.contains(name_of(number)));
  }
  RC_ASSERT(std::set<std::string>(shown.begin(), shown.end()).size() == shown.size());
}

RC_GTEST_PROP(FindGuestsProperty, PagesShowEachOnceWhateverIsWritten,
              (const std::vector<bool>& stays, const std::vector<std::uint8_t>& writes)) {
  played_views played;
  const jumak::guest::event arrives =
      jumak::guest::guest_registered{words("Kim"), words("k@example.com"), {}, {}};
  const jumak::guest::event leaves = jumak::guest::guest_updated{{}, words("other"), {}, {}};
  for (std::size_t number = 0; number < stays.size(); ++number) {
    played.play_guest("g-" + std::to_string(number), arrives);
  }
  std::set<std::string> gone;
  views::find_guests query;
  query.email = words("k@example.com");
  const auto shown = paged(
      played, query, [](const views::guest_answer& item) { return item.guest; },
      [&](std::size_t turn) {
        if (turn < writes.size()) {
          played.play_guest("a-" + std::to_string(turn), arrives);
          const std::size_t victim = writes[turn] % stays.size();
          if (!stays[victim] && gone.insert("g-" + std::to_string(victim)).second) {
            played.play_guest("g-" + std::to_string(victim), leaves);
          }
        }
      });
  for (std::size_t number = 0; number < stays.size(); ++number) {
    const std::string guest = "g-" + std::to_string(number);
    RC_ASSERT(gone.contains(guest) || shown.contains(guest));
  }
  RC_ASSERT(std::set<std::string>(shown.begin(), shown.end()).size() == shown.size());
}

}  // namespace
}  // namespace jumak::hotel::testing
