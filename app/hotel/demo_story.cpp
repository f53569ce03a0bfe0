#include "app/hotel/demo_story.hpp"

#include <boost/json/serialize.hpp>
#include <chrono>

#include "core/timestamp.hpp"

namespace jumak::app {
namespace {

namespace json = boost::json;
using kind = story_step::kind;

std::string days_from_now(int days) {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return date(today + std::chrono::days(days)).text();
}

json::object stay(const std::string& reservation, const std::string& guest) {
  return {{"reservation", reservation},          {"room_type", "deluxe"},
          {"arrival", days_from_now(30)},        {"departure", days_from_now(32)},
          {"guest", guest},                      {"guests", json::object{{"adults", 2}}}};
}

void open_hotel(std::vector<story_step>& story, const std::string& hotel) {
  story.push_back({"A hotel opens in Seoul.", "", kind::command, "RegisterHotel", hotel,
                   {{"title", "Grand Seoul"},
                    {"city", "Seoul"},
                    {"country", "KOR"},
                    {"time_zone", "Asia/Seoul"},
                    {"currency", "KRW"}}});
  story.push_back({"It has one kind of room, 129,000 won a night,", "", kind::command, "DefineRoomType", hotel,
                   {{"room_type", "deluxe"}, {"title", "Deluxe"}, {"max_guests", 3}, {"rate", 129000}}});
  story.push_back({"and exactly one such room.", "", kind::command, "AddRooms", hotel,
                   {{"room_type", "deluxe"}, {"rooms", json::array{"501"}}}});
}

}  // namespace

std::vector<story_step> tell_story(const std::string& stamp) {
  const std::string hotel = "grand-seoul-" + stamp;
  const std::string guest = "mina-" + stamp;
  std::vector<story_step> story;
  open_hotel(story, "hotel/" + hotel);
  story.push_back({"Mina tells us who she is.", "", kind::command, "RegisterGuest", "guest/" + guest,
                   {{"full_name", "Kim Mina"}, {"email", "mina@example.com"}}});
  story.push_back({"She books two nights. The answer leaves after the event is on disk:", "That is the booking.",
                   kind::command, "MakeReservation", "hotel/" + hotel, stay("r-1", guest)});
  story.push_back({"Somebody else wants the same nights. The only room is taken:",
                   "No room is ever sold twice, and the refusal is remembered too.", kind::command,
                   "MakeReservation", "hotel/" + hotel, stay("r-2", "jun")});
  story.push_back({"A query joins hotel, guest, room type, nights and history in one answer:",
                   "It was folded from the events by the query side, at the position it names.", kind::query,
                   "GetReservation", "", {{"hotel", hotel}, {"reservation", "r-1"}}});
  return story;
}

std::string as_command_line(const story_step& step, const std::string& addresses) {
  std::string line = step.what == kind::command ? "./run send " + step.type + " " + step.aggregate
                                                : "./run ask " + step.type;
  for (const auto& [key, value] : step.data) {
    line += ' ' + std::string(key);
    if (const json::string* text = value.if_string()) {
      const std::string plain(*text);
      const bool bare = plain.find_first_of(" *?&;|<>()$'\"") == std::string::npos;
      line += bare ? "=" + plain : "='" + plain + "'";
    } else {
      line += ":='" + json::serialize(value) + "'";
    }
  }
  return line + addresses;
}

}  // namespace jumak::app
