#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

#include "domain/hotel/business_day.hpp"
#include "tests/domain/views/played_views.hpp"
#include "tests/domain/views/random_history.hpp"

namespace jumak::hotel::testing {
namespace {

using views::statistics_split;

views::get_statistics asked(std::string_view from, std::string_view to,
                            std::optional<statistics_split> by = std::nullopt) {
  return {id("grand"), day(from), day(to), by};
}

reservation_made from_segment(std::string_view reservation, std::string_view type,
                              std::string_view segment) {
  reservation_made made = booked(reservation, type, "2026-12-10", "2026-12-13", 9000);
  if (!segment.empty()) {
    made.segment = words(segment);
  }
  return made;
}

/// Two rooms since 1 December, three bookings, one of them stays: booked a double, given the suite,
/// and leaves a night early.
played_views a_few_days() {
  played_views played;
  played.at("2026-12-01T00:00:00Z").play(small_hotel());
  played.at("2026-12-04T16:00:00Z").play(from_segment("a", "double", "Web"));
  played.play(from_segment("b", "suite", "")).play(from_segment("c", "double", "Groups"));
  played.at("2026-12-06T00:00:00Z").play(reservation_cancelled{id("b"), words("ill")});
  played.at("2026-12-10T06:00:00Z").play(assigned("a", "201"));
  played.play(checked_in("a", "201", "suite", 27000));
  played.at("2026-12-11T14:00:00Z").play(reservation_marked_no_show{id("c")});
  played.at("2026-12-12T01:00:00Z").play(checked_out("a", "201", {"2026-12-12"}, 27000));
  return played;
}

TEST(GetStatistics, CountsEventsOnTheHotelsDateAndNightsOnTheirOwn) {
  const played_views played = a_few_days();
  EXPECT_EQ(played.ask(asked("2026-12-01", "2026-12-31")),
            "{made:3,cancelled:1,no_shows:1,stays:1,average_lead_days:5.0000,average_stay:2.0000,"
            "room_nights_sold:2,room_revenue:27000,room_nights_available:60,occupancy:0.0333,"
            "adr:13500.0000,revpar:450.0000}");
  EXPECT_EQ(played.views().ask(asked("2026-12-04", "2026-12-05"))->made, 0)
      << "16:00 in UTC is tomorrow in Seoul";
  EXPECT_EQ(played.views().ask(asked("2026-12-05", "2026-12-06"))->made, 3);
  EXPECT_EQ(played.views().ask(asked("2026-12-12", "2026-12-13"))->room_revenue, 9000)
      << "a night given back stays charged";
  EXPECT_EQ(played.views().ask(asked("2026-12-12", "2026-12-13"))->room_nights_sold, 0);
}

TEST(GetStatistics, OffersRoomsFromTheDayTheyWereAdded) {
  played_views played = a_few_days();
  played.at("2026-12-20T00:00:00Z").play(room_of("double", "102"));
  EXPECT_EQ(played.views().ask(asked("2026-11-01", "2026-12-01"))->room_nights_available, 0);
  EXPECT_EQ(played.views().ask(asked("2026-12-19", "2026-12-21"))->room_nights_available, 5);
}

TEST(GetStatistics, SplitsByRoomTypeBookedAndOccupied) {
  EXPECT_EQ(a_few_days().ask(asked("2026-12-10", "2026-12-13", statistics_split::room_type)),
            "{made:0,cancelled:0,no_shows:1,stays:1,average_lead_days:0.0000,average_stay:2.0000,"
            "room_nights_sold:2,room_revenue:27000,room_nights_available:6,occupancy:0.3333,"
            "adr:13500.0000,revpar:4500.0000,items:["
            "{key:\"double\",made:0,cancelled:0,no_shows:1,stays:0,average_lead_days:0.0000,"
            "average_stay:0.0000,room_nights_sold:0,room_revenue:0,room_nights_available:3,"
            "occupancy:0.0000,adr:0.0000,revpar:0.0000},"
            "{key:\"suite\",made:0,cancelled:0,no_shows:0,stays:1,average_lead_days:0.0000,"
            "average_stay:2.0000,room_nights_sold:2,room_revenue:27000,room_nights_available:3,"
            "occupancy:0.6667,adr:13500.0000,revpar:9000.0000}]}");
}

TEST(GetStatistics, SplitsBySegmentWithTheHotelsAvailability) {
  const auto answer =
      a_few_days().views().ask(asked("2026-12-01", "2026-12-31", statistics_split::segment));
  ASSERT_EQ(answer->items->size(), 3U);
  std::string keys;
  for (const auto& item : *answer->items) {
    keys += "[" + item.key + "]";
    EXPECT_EQ(item.made, 1);
    EXPECT_EQ(item.room_nights_available, 60);
  }
  EXPECT_EQ(keys, "[][Groups][Web]");
  EXPECT_EQ((*answer->items)[2].room_nights_sold, 2);
}

TEST(GetStatistics, ListsEveryDayAndMonth) {
  const played_views played = a_few_days();
  const auto days = played.views().ask(asked("2026-12-09", "2026-12-13", statistics_split::day));
  ASSERT_EQ(days->items->size(), 4U);
  EXPECT_EQ((*days->items)[1].key, "2026-12-10");
  EXPECT_EQ((*days->items)[1].room_nights_sold, 1);
  const auto months =
      played.views().ask(asked("2026-11-30", "2027-01-02", statistics_split::month));
  ASSERT_EQ(months->items->size(), 3U);
  EXPECT_EQ((*months->items)[0].key, "2026-11");
  EXPECT_EQ((*months->items)[1].room_nights_available, 62);
  EXPECT_EQ((*months->items)[2].key, "2027-01");
  EXPECT_EQ((*months->items)[2].room_nights_available, 2);
}

TEST(GetStatistics, RefusesAHotelThatIsNotThere) {
  EXPECT_EQ(played_views().ask(asked("2026-12-01", "2026-12-02")),
            "not_found: hotel grand is not there");
}

/// The plain figures over some days, counted anew from all events.
struct recounted {
  std::map<std::string, std::int64_t> figures;

  static recounted of(const played_views& played, date from, date to,
                      const std::string& type = std::string()) {
    recounted counted;
    const auto* const zone = find_zone("Asia/Seoul");
    std::map<std::string, reservation_made> made;
    std::map<std::string, std::string> occupied;
    const auto add = [&](const char* figure, date on, const std::string& of_type,
                         std::int64_t count) {
      if (on >= from && on < to && (type.empty() || type == of_type)) {
        counted.figures[figure] += count;
      }
    };
    for (const auto& entry : played.log()) {
      const date today = business_day(zone, entry.time);
      if (const auto* booking = std::get_if<reservation_made>(&entry.happened)) {
        made[booking->reservation.text()] = *booking;
        add("made", today, booking->room_type.text(), 1);
        add("lead", today, booking->room_type.text(), days_between(today, booking->arrival));
      } else if (const auto* cancelled = std::get_if<reservation_cancelled>(&entry.happened)) {
        add("cancelled", today, made[cancelled->reservation.text()].room_type.text(), 1);
      } else if (const auto* absent = std::get_if<reservation_marked_no_show>(&entry.happened)) {
        add("no_shows", today, made[absent->reservation.text()].room_type.text(), 1);
      } else if (const auto* in = std::get_if<guest_checked_in>(&entry.happened)) {
        occupied[in->reservation.text()] = in->room_type.text();
        for (const night_rate& night : made[in->reservation.text()].nights) {
          add("sold", night.night, in->room_type.text(), 1);
          add("revenue", night.night, in->room_type.text(), night.rate.integer());
        }
      } else if (const auto* out = std::get_if<guest_checked_out>(&entry.happened)) {
        const std::string& room_type = occupied[out->reservation.text()];
        const auto returned = static_cast<std::int64_t>(out->nights_returned.size());
        const auto nights = static_cast<std::int64_t>(made[out->reservation.text()].nights.size());
        add("stays", today, room_type, 1);
        add("kept", today, room_type, nights - returned);
        for (const date night : out->nights_returned) {
          add("sold", night, room_type, -1);
        }
      }
    }
    return counted;
  }

  template <class Answer>
  void expect(const Answer& answer) {
    RC_ASSERT(answer.made == figures["made"]);
    RC_ASSERT(answer.cancelled == figures["cancelled"]);
    RC_ASSERT(answer.no_shows == figures["no_shows"]);
    RC_ASSERT(answer.stays == figures["stays"]);
    RC_ASSERT(answer.average_lead_days == views::decimal4::ratio(figures["lead"], figures["made"]));
    RC_ASSERT(answer.average_stay == views::decimal4::ratio(figures["kept"], figures["stays"]));
    RC_ASSERT(answer.room_nights_sold == figures["sold"]);
    RC_ASSERT(answer.room_revenue == figures["revenue"]);
  }
};

RC_GTEST_PROP(GetStatisticsProperty, AgreesWithARecount, (unsigned seed, std::uint8_t shift)) {
  const played_views played = random_history(seed, 200);
  const date from = day("2026-11-30").plus_days(shift % 20);
  const date to = from.plus_days(1 + shift % 9);
  views::get_statistics query{id("grand"), from, to, statistics_split::room_type};
  const auto by_type = played.views().ask(query);
  RC_ASSERT(by_type.has_value());
  recounted::of(played, from, to).expect(*by_type);
  for (const auto& item : *by_type->items) {
    recounted::of(played, from, to, item.key).expect(item);
  }
  query.by = statistics_split::day;
  const auto by_day = played.views().ask(query);
  for (const auto& item : *by_day->items) {
    recounted::of(played, day(item.key), day(item.key).plus_days(1)).expect(item);
  }
}

RC_GTEST_PROP(GetStatisticsProperty, ItemsAddUpToTheTotals, (unsigned seed)) {
  const played_views played = random_history(seed, 200);
  for (const auto by :
       {statistics_split::day, statistics_split::month, statistics_split::room_type,
        statistics_split::country, statistics_split::segment, statistics_split::channel}) {
    const auto answer = played.views().ask(asked("2026-11-20", "2027-03-03", by));
    RC_ASSERT(answer.has_value());
    const auto total = [&](auto figure) {
      const auto& items = *answer->items;
      return std::accumulate(
          items.begin(), items.end(), std::int64_t{0},
          [&](std::int64_t sum, const auto& item) { return sum + item.*figure; });
    };
    using item = views::statistics_item;
    RC_ASSERT(total(&item::made) == answer->made);
    RC_ASSERT(total(&item::cancelled) == answer->cancelled);
    RC_ASSERT(total(&item::no_shows) == answer->no_shows);
    RC_ASSERT(total(&item::stays) == answer->stays);
    RC_ASSERT(total(&item::room_nights_sold) == answer->room_nights_sold);
    RC_ASSERT(total(&item::room_revenue) == answer->room_revenue);
  }
}

}  // namespace
}  // namespace jumak::hotel::testing
