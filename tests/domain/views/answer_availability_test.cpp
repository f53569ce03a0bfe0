#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/domain/views/played_views.hpp"
#include "tests/domain/views/random_history.hpp"

namespace jumak::hotel::testing {
namespace {

views::search_availability search_in(std::string_view hotel,
                                     std::string_view arrival = "2026-12-01",
                                     std::string_view departure = "2026-12-03") {
  views::search_availability query;
  query.arrival = day(arrival);
  query.departure = day(departure);
  query.guests = views::guests_sought::from_integer(2).value();
  query.hotel = id(hotel);
  return query;
}

views::search_availability search_city(std::string_view city) {
  views::search_availability query = search_in("grand");
  query.hotel.reset();
  query.city = words(city);
  return query;
}

views::get_calendar calendar(std::string_view from, std::string_view to) {
  return {id("grand"), id("double"), day(from), day(to), {}, {}};
}

rate_set rate(std::string_view from, std::string_view to, std::int64_t amount) {
  return {id("double"), day(from), day(to), cents(amount)};
}

TEST(SearchAvailability, OffersWhatIsFreeOnEveryNight) {
  played_views played;
  played.play(small_hotel()).play(room_of("double", "102"));
  played.play(rate("2026-12-02", "2026-12-09", 15000));
  played.play(booked("r-1", "suite", "2026-12-02", "2026-12-05"));
  played.play(booked("r-2", "double", "2026-12-01", "2026-12-02"));
  EXPECT_EQ(played.ask(search_in("grand")),
            R"([{hotel:"grand",title:"Grand Seoul",room_type:"double",room_type_title:"Double",)"
            R"(free:1,price:25000,currency:"KRW"}])");
  EXPECT_EQ(played.views().ask(search_in("grand", "2026-12-01", "2026-12-02"))->items.size(), 2U)
      << "the suite is taken from the night after";
  EXPECT_EQ(played.views().ask(search_in("grand", "2026-12-05", "2026-12-06"))->items.size(), 2U)
      << "the day of departure is free";
  played.play(reservation_cancelled{id("r-1"), words("ill")});
  EXPECT_EQ(played.views().ask(search_in("grand"))->items.size(), 2U);
}

TEST(SearchAvailability, OffersNoTypeThatIsTooSmall) {
  played_views played;
  played.play(small_hotel()).play(type_defined("single", 1)).play(room_of("single", "301"));
  EXPECT_EQ(played.ask(search_in("grand")).find("single"), std::string::npos);
  views::search_availability query = search_in("grand");
  query.guests = views::guests_sought::from_integer(1).value();
  EXPECT_NE(played.ask(query).find("single"), std::string::npos);
}

TEST(SearchAvailability, CountsTheTypeOccupied) {
  played_views played;
  played.play(small_hotel()).play(booked("r-1", "double", "2026-12-01", "2026-12-03"));
  played.play(assigned("r-1", "201")).play(checked_in("r-1", "201", "suite", 20000));
  const auto answer = played.views().ask(search_in("grand"));
  ASSERT_EQ(answer->items.size(), 1U);
  EXPECT_EQ(answer->items[0].room_type, "double");
}

TEST(SearchAvailability, SearchesACityInOrder) {
  played_views played;
  played.play(small_hotel(), "b").play(small_hotel(), "a");
  played.play(rate("2026-12-01", "2026-12-02", 1000), "b");
  hotel_registered abroad = std::get<hotel_registered>(the_hotel());
  abroad.currency = currency::from_text("EUR").value();
  played.play(abroad, "c").play(type_defined("double"), "c").play(room_of("double", "1"), "c");
  abroad.city = words("Busan");
  played.play(abroad, "d").play(type_defined("double"), "d").play(room_of("double", "1"), "d");
  std::string order;
  const auto answer = played.views().ask(search_city("Seoul"));
  for (const auto& item : answer->items) {
    order += item.hotel + ":" + item.room_type + " ";
  }
  EXPECT_EQ(order, "c:double b:double a:double a:suite b:suite ");
  EXPECT_EQ(played.ask(search_city("seoul")), "[]");
  views::search_availability only = search_city("Seoul");
  only.room_type = id("suite");
  EXPECT_EQ(played.views().ask(only)->items.size(), 2U);
}

TEST(SearchAvailability, RefusesWhatIsNotThere) {
  played_views played;
  played.play(small_hotel());
  EXPECT_EQ(played.ask(search_in("x")), "not_found: hotel x is not there");
  views::search_availability query = search_in("grand");
  query.room_type = id("x");
  EXPECT_EQ(played.ask(query), "not_found: room type x is not there");
}

TEST(SearchAvailability, RefusesFieldsThatDoNotFit) {
  played_views played;
  played.play(small_hotel());
  views::search_availability both = search_in("grand");
  both.city = words("Seoul");
  EXPECT_EQ(played.ask(both), R"(malformed: data: expected exactly one of "hotel" and "city")");
  both.city.reset();
  both.hotel.reset();
  EXPECT_EQ(played.views().ask(both).error().code, errc::malformed);
  EXPECT_EQ(played.ask(search_in("grand", "2026-12-03", "2026-12-03")),
            R"(malformed: data: expected "departure" to be after "arrival")");
  EXPECT_EQ(played.ask(search_in("grand", "2026-12-03", "2027-12-05")),
            R"(malformed: data: expected at most 366 nights from "arrival" to "departure")");
}

TEST(SearchAvailability, HandlesMoreTypesThanASlice) {
  played_views played;
  played.play(the_hotel());
  for (int number = 10; number < 90; ++number) {
    const std::string type = "t" + std::to_string(number);
    played.play(type_defined(type)).play(room_of(type, type));
  }
  played.play(booked("r-1", "t83", "2026-12-01", "2026-12-02"));
  EXPECT_EQ(played.views().ask(search_in("grand"))->items.size(), 79U);
  EXPECT_EQ(played.ask(search_in("grand")).find("t83"), std::string::npos);
}

RC_GTEST_PROP(SearchAvailabilityProperty, PagesAreTheWholeInPieces, (std::uint8_t hotels)) {
  played_views played;
  for (int number = 0; number <= hotels % 20; ++number) {
    const std::string hotel = "h" + std::to_string(number);
    played.play(small_hotel(), hotel);
    played.play(rate("2026-12-01", "2026-12-03", 1000 * (number * 7 % 5)), hotel);
  }
  const auto whole = played.views().ask(search_city("Seoul"));
  views::search_availability query = search_city("Seoul");
  query.limit = page_limit::from_integer(1 + hotels % 4);
  std::string pieces;
  for (bool more = true; more;) {
    const auto piece = played.views().ask(query);
    RC_ASSERT(piece.has_value());
    for (const auto& item : piece->items) {
      answer_to(pieces, item);
    }
    query.cursor = piece->next;
    more = piece->next.has_value();
  }
  std::string expected;
  for (const auto& item : whole->items) {
    answer_to(expected, item);
  }
  RC_ASSERT(pieces == expected);
}

TEST(GetCalendar, CountsEachNight) {
  played_views played;
  played.play(small_hotel()).play(room_of("double", "102"));
  played.play(booked("a", "double", "2026-12-01", "2026-12-04"));
  played.play(booked("b", "double", "2026-12-02", "2026-12-03"));
  played.play(assigned("a", "101")).play(checked_in("a", "101", "double", 30000));
  played.play(checked_out("a", "101", {"2026-12-03"}, 30000));
  EXPECT_EQ(played.ask(calendar("2026-12-01", "2026-12-04")),
            "[{night:2026-12-01,rooms:2,out_of_order:0,overbooking:0,confirmed:0,held:0,"
            "in_house:1,free:1},"
            "{night:2026-12-02,rooms:2,out_of_order:0,overbooking:0,confirmed:1,held:0,"
            "in_house:1,free:0},"
            "{night:2026-12-03,rooms:2,out_of_order:0,overbooking:0,confirmed:0,held:0,"
            "in_house:0,free:2}]");
}

TEST(GetCalendar, IsPagedByNight) {
  played_views played;
  played.play(small_hotel());
  views::get_calendar query = calendar("2026-12-01", "2027-12-01");
  std::size_t nights = 0;
  for (bool more = true; more;) {
    const auto piece = played.views().ask(query);
    EXPECT_EQ(piece->items.front().night, day("2026-12-01").plus_days(static_cast<int>(nights)));
    nights += piece->items.size();
    query.cursor = piece->next;
    more = piece->next.has_value();
  }
  EXPECT_EQ(nights, 365U);
}

TEST(GetCalendar, RefusesWhatIsNotThere) {
  played_views played;
  played.play(small_hotel());
  views::get_calendar query = calendar("2026-12-01", "2026-12-02");
  query.room_type = id("x");
  EXPECT_EQ(played.ask(query), "not_found: room type x is not there");
  EXPECT_EQ(played.ask(calendar("2026-12-01", "2026-12-01")),
            R"(malformed: data: expected "to" to be after "from")");
}

/// The inventory of one type counted anew from all events, one night at a time.
std::map<date, std::pair<int, int>> recount(const std::vector<played_views::played_event>& log,
                                            const std::string& type) {
  struct stay {
    std::string type;
    std::vector<date> nights;
    int status = 0;  // 0 confirmed, 1 in house or left, 2 given back.
  };
  std::map<std::string, stay> stays;
  for (const auto& entry : log) {
    if (const auto* made = std::get_if<reservation_made>(&entry.happened)) {
      stay& booked_stay = stays[made->reservation.text()];
      booked_stay.type = made->room_type.text();
      for (const night_rate& night : made->nights) {
        booked_stay.nights.push_back(night.night);
      }
    } else if (const auto* cancelled = std::get_if<reservation_cancelled>(&entry.happened)) {
      stays[cancelled->reservation.text()].status = 2;
    } else if (const auto* no_show = std::get_if<reservation_marked_no_show>(&entry.happened)) {
      stays[no_show->reservation.text()].status = 2;
    } else if (const auto* in = std::get_if<guest_checked_in>(&entry.happened)) {
      stays[in->reservation.text()].status = 1;
      stays[in->reservation.text()].type = in->room_type.text();
    } else if (const auto* out = std::get_if<guest_checked_out>(&entry.happened)) {
      for (const date night : out->nights_returned) {
        std::erase(stays[out->reservation.text()].nights, night);
      }
    }
  }
  std::map<date, std::pair<int, int>> nights;
  for (const auto& [reservation, counted] : stays) {
    for (const date night : counted.nights) {
      if (counted.type == type && counted.status != 2) {
        ++(counted.status == 1 ? nights[night].second : nights[night].first);
      }
    }
  }
  return nights;
}

RC_GTEST_PROP(GetCalendarProperty, AgreesWithARecount, (unsigned seed)) {
  const played_views played = random_history(seed, 200);
  for (const std::string type : {"single", "suite"}) {
    auto expected = recount(played.log(), type);
    views::get_calendar query = calendar("2026-11-20", "2027-02-20");
    query.room_type = id(type);
    const auto answer = played.views().ask(query);
    RC_ASSERT(answer.has_value());
    for (const auto& night : answer->items) {
      RC_ASSERT(night.confirmed == expected[night.night].first);
      RC_ASSERT(night.in_house == expected[night.night].second);
      RC_ASSERT(night.free == 3 - night.confirmed - night.in_house);
      RC_ASSERT(night.free >= 0);
    }
  }
}

}  // namespace
}  // namespace jumak::hotel::testing
