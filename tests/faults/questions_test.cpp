#include "tests/faults/questions.hpp"

#include <gtest/gtest.h>

#include <set>

#include "domain/views/read_views.hpp"
#include "hosting/for_each_type.hpp"

namespace jumak::faults {
namespace {

seen_event event(const char* aggregate, const char* type, boost::json::object data) {
  seen_event made;
  made.aggregate = aggregate;
  made.type = type;
  made.data = std::move(data);
  return made;
}

recount a_little_of_everything() {
  recount counts;
  counts.apply(event("guest/ada", "GuestRegistered", {}));
  counts.apply(event("hotel/h", "HotelRegistered", {{"city", "Seoul"}}));
  counts.apply(event("hotel/h", "RoomTypeDefined", {{"room_type", "twin"}}));
  counts.apply(event("hotel/h", "RoomAdded", {{"room_type", "twin"}}));
  const boost::json::object night{{"night", "2024-02-28"}};
  counts.apply(event("hotel/h", "ReservationMade",
                     {{"reservation", "r"},
                      {"room_type", "twin"},
                      {"arrival", "2024-02-28"},
                      {"departure", "2024-02-29"},
                      {"nights", boost::json::array{night}}}));
  return counts;
}

TEST(Questions, AskEveryQueryThatTheViewsKnow) {
  std::set<std::string> asked;
  for (const auto& one : questions_about(a_little_of_everything())) asked.insert(one.type);
  std::set<std::string> known;
  hosting::for_each_type<hotel::read_views::queries>(
      [&](auto query) { known.insert(std::string(decltype(query)::type::type)); });
  EXPECT_EQ(asked, known);
}

TEST(Questions, NameWhatTheHistoryHas) {
  const auto asked = questions_about(a_little_of_everything());
  const auto has = [&](const char* type, const boost::json::object& data) {
    for (const auto& one : asked)
      if (one.type == type && one.data == data && !one.missing) return true;
    return false;
  };
  EXPECT_TRUE(has("GetGuest", {{"guest", "ada"}}));
  EXPECT_TRUE(has("GetReservation", {{"hotel", "h"}, {"reservation", "r"}}));
  EXPECT_TRUE(has("ListArrivals", {{"hotel", "h"}, {"date", "2024-02-28"}, {"limit", 3}}));
  EXPECT_TRUE(has("ListDepartures", {{"hotel", "h"}, {"date", "2024-02-29"}}));
  EXPECT_TRUE(has("GetCalendar", {{"hotel", "h"},
                                  {"room_type", "twin"},
                                  {"from", "2024-02-28"},
                                  {"to", "2024-03-30"}}));
}

}  // namespace
}  // namespace jumak::faults
