#include "tests/faults/view_check.hpp"

#include <set>

#include "tests/faults/command_maker.hpp"
#include "tests/faults/violation.hpp"

namespace jumak::faults {
namespace {

namespace json = boost::json;

/// The hotel's name without `hotel/`.
std::string bare(const std::string& hotel) { return hotel.substr(6); }

json::object ask(client& queries, const char* type, json::object data, std::uint64_t after) {
  const json::object query{
      {"id", "v"}, {"type", type}, {"data", data}, {"after", after}, {"timeout_ms", 30'000}};
  const auto answer = queries.ask(query);
  if (text(answer, "status") != "ok")
    throw violation("the views answer " + json::serialize(answer) + " to " +
                    json::serialize(query));
  if (number(answer, "position") != after)
    throw violation("the views are at " + std::to_string(number(answer, "position")) +
                    ", the log ends at " + std::to_string(after));
  return answer.at("data").as_object();
}

void check_night(const json::object& item, const recount& counts, const std::string& hotel,
                 const std::string& room_type) {
  const auto count = counts.night(hotel, room_type, text(item, "night"));
  const auto rooms = counts.rooms(hotel, room_type);
  if (number(item, "confirmed") != count.confirmed || number(item, "in_house") != count.in_house ||
      number(item, "rooms") != rooms)
    throw violation("the calendar of " + hotel + " " + room_type + " says " +
                    json::serialize(item) + ", recounted " + std::to_string(count.confirmed) +
                    " confirmed, " + std::to_string(count.in_house) + " in house of " +
                    std::to_string(rooms));
}

}  // namespace

void check_views(client& queries, const checker& history, std::size_t reservations_max) {
  const auto& touched = history.touched();
  const std::size_t step = std::max<std::size_t>(1, touched.size() / reservations_max);
  for (std::size_t index = 0; index < touched.size(); index += step) {
    const auto& [hotel, name] = touched[index];
    const auto data = ask(queries, "GetReservation",
                          {{"hotel", bare(hotel)}, {"reservation", name}}, history.position());
    const auto expected = history.counts().status(hotel, name);
    if (text(data, "status") != expected)
      throw violation("the views say " + name + " is " + text(data, "status") + "; it is " +
                      expected);
  }
  for (const auto& hotel : history.counts().hotels())
    for (const auto& room_type : history.counts().room_types(hotel)) {
      const auto data = ask(queries, "GetCalendar",
                            {{"hotel", bare(hotel)},
                             {"room_type", room_type},
                             {"from", command_maker::day(-1)},
                             {"to", command_maker::day(command_maker::nights + 5)}},
                            history.position());
      for (const auto& item : data.at("items").as_array())
        check_night(item.as_object(), history.counts(), hotel, room_type);
    }
}

}  // namespace jumak::faults
