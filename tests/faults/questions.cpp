#include "tests/faults/questions.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace jumak::faults {
namespace {

namespace json = boost::json;

constexpr int page_small = 3;
/// Offers are asked for around every so manieth day only: each takes a look at every room type.
constexpr std::size_t offer_every = 5;
/// What no client of ours ever made.
constexpr const char* nobody = "nobody-made-this";

/// The date so many days after `day`, both YYYY-MM-DD.
std::string later(const std::string& day, int days) {
  const auto part = [&day](std::size_t at, std::size_t length) {
    int number = 0;
    std::from_chars(day.data() + at, day.data() + at + length, number);
    return number;
  };
  const std::chrono::year_month_day from(std::chrono::year(part(0, 4)),
                                         std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                         std::chrono::day(static_cast<unsigned>(part(8, 2))));
  const std::chrono::year_month_day to(std::chrono::sys_days(from) + std::chrono::days(days));
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(to.year()),
                static_cast<unsigned>(to.month()), static_cast<unsigned>(to.day()));
  return text;
}

class collector {
 public:
  explicit collector(const recount& counts) : counts_(counts) {
    for (const auto& guest : counts.guests()) add("GetGuest", {{"guest", guest.substr(6)}});
    absent("GetGuest", {{"guest", nobody}});
    for (const char* part : {"guest 1", "a"}) add("FindGuests", {{"name", part}, {"limit", 1'000}});
    absent("GetRoomBoard", {{"hotel", nobody}});
    std::set<std::string> cities;
    for (const auto& hotel : counts.hotels()) {
      about(hotel);
      cities.insert(counts.city(hotel));
    }
    for (const auto& city : cities) offers("city", city, "2016-05-01");
  }

  std::vector<question> all() { return std::move(all_); }

 private:
  void about(const std::string& hotel) {
    const std::string name = hotel.substr(6);
    for (const auto& reservation : counts_.reservations(hotel))
      add("GetReservation", {{"hotel", name}, {"reservation", reservation}});
    absent("GetReservation", {{"hotel", name}, {"reservation", nobody}});
    add("GetRoomBoard", {{"hotel", name}, {"limit", 1'000}});
    add("ListInHouse", {{"hotel", name}, {"limit", page_small}});
    for (const char* list : {"ListHolds", "ListRatePlans", "ListNightAudits", "ListBlocks", "ListWaitlist"})
      add(list, {{"hotel", name}, {"limit", page_small}});
    searches(name);
    figures(name);
    const auto& days = counts_.days(hotel);
    if (days.empty()) return;
    calendars(hotel, name, *days.begin(), later(*days.rbegin(), 30));
    std::size_t number = 0;
    for (const auto& day : days) {
      add("ListArrivals", {{"hotel", name}, {"date", day}, {"limit", page_small}});
      add("ListDepartures", {{"hotel", name}, {"date", day}});
      if (++number % offer_every == 0) offers("hotel", name, day);
    }
  }

  void searches(const std::string& name) {
    for (const char* status : {"held", "confirmed", "in_house", "checked_out", "cancelled", "no_show"})
      add("FindReservations", {{"hotel", name}, {"status", status}, {"limit", 1'000}});
    add("FindReservations", {{"hotel", name}, {"name", "guest 1"}, {"limit", 1'000}});
  }

  void calendars(const std::string& hotel, const std::string& name, const std::string& from,
                 const std::string& to) {
    for (const auto& type : counts_.room_types(hotel))
      add("GetCalendar", {{"hotel", name}, {"room_type", type}, {"from", from}, {"to", to}});
    absent("GetCalendar", {{"hotel", name}, {"room_type", nobody}, {"from", from}, {"to", to}});
  }

  void figures(const std::string& name) {
    for (const char* from : {"2010-01-01", "2020-01-01"}) {
      const json::object years{{"hotel", name}, {"from", from}, {"to", later(from, 3'653)}};
      add("GetStatistics", years);
      for (const char* by : {"day", "month", "room_type", "country", "segment", "channel"}) {
        auto split = years;
        split["by"] = by;
        add("GetStatistics", std::move(split));
      }
    }
  }

  void offers(const char* where, const std::string& name, const std::string& day) {
    for (const int nights : {1, 7, 60})
      add("SearchAvailability", {{where, name},
                                 {"arrival", day},
                                 {"departure", later(day, nights)},
                                 {"guests", 2},
                                 {"limit", page_small}});
  }

  void add(const char* type, json::object data) { all_.push_back({type, std::move(data), false}); }
  void absent(const char* type, json::object data) {
    all_.push_back({type, std::move(data), true});
  }

  const recount& counts_;
  std::vector<question> all_;
};

}  // namespace

std::vector<question> questions_about(const recount& counts) { return collector(counts).all(); }

}  // namespace jumak::faults
