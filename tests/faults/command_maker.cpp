#include "tests/faults/command_maker.hpp"

#include <algorithm>
#include <chrono>

namespace jumak::faults {
namespace {

namespace json = boost::json;

constexpr std::size_t open_max =
    1000;  ///< More than the hotels can hold; others are not followed up.
const std::vector<std::string> rooms_of_standard{"s1", "s2", "s3"};
const std::vector<std::string> rooms_of_suite{"t1", "t2"};

std::string hotel_name(std::uint64_t index) { return "hotel/h" + std::to_string(index); }

}  // namespace

std::string command_maker::day(int from_today) {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::chrono::year_month_day date(today + std::chrono::days(from_today));
  const auto digits = [](unsigned number, std::size_t width) {
    const std::string text = std::to_string(number);
    return std::string(width - std::min(width, text.size()), '0') + text;
  };
  return digits(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" +
         digits(static_cast<unsigned>(date.month()), 2) + "-" +
         digits(static_cast<unsigned>(date.day()), 2);
}

std::string command_maker::command(const char* type, const std::string& aggregate,
                                   json::object data) {
  return json::serialize(json::object{{"id", prefix_ + "-" + std::to_string(++made_)},
                                      {"type", type},
                                      {"aggregate", aggregate},
                                      {"data", std::move(data)},
                                      {"actor", "oracle"}});
}

std::vector<std::string> command_maker::setup() {
  std::vector<std::string> frames;
  for (std::uint64_t hotel = 0; hotel < hotels; ++hotel) {
    const std::string name = hotel_name(hotel);
    frames.push_back(command("RegisterHotel", name,
                             {{"title", "Hotel"},
                              {"city", "Seoul"},
                              {"country", "KOR"},
                              {"time_zone", "UTC"},
                              {"currency", "KRW"}}));
    for (const auto& [type, rooms] :
         {std::pair{"standard", rooms_of_standard}, {"suite", rooms_of_suite}}) {
      frames.push_back(
          command("DefineRoomType", name,
                  {{"room_type", type}, {"title", type}, {"max_guests", 4}, {"rate", 100}}));
      frames.push_back(
          command("AddRooms", name, {{"room_type", type}, {"rooms", json::value_from(rooms)}}));
    }
  }
  return frames;
}

std::string command_maker::next() {
  const auto dice = pick(100);
  if (dice < 12) return guest();
  if (dice < 55 || open_.empty()) return book(hotel_name(pick(hotels)));
  if (dice < 62) return room();
  return follow_up();
}

std::string command_maker::book(const std::string& hotel) {
  // Every other booking is for today, so that stays are played as well.
  const int arrival = pick(2) == 0 ? 0 : static_cast<int>(pick(nights));
  const int departure = arrival + 1 + static_cast<int>(pick(4));
  const bool again = !open_.empty() && pick(50) == 0;
  const std::string name = again ? open_[pick(open_.size())].reservation
                                 : "r-" + prefix_ + "-" + std::to_string(made_ + 1);
  return command("MakeReservation", hotel,
                 {{"reservation", name},
                  {"room_type", pick(3) == 0 ? "suite" : "standard"},
                  {"arrival", day(arrival)},
                  {"departure", day(departure)},
                  {"guest", "g" + std::to_string(pick(50))},
                  {"guests", {{"adults", 1 + pick(5)}}}});
}

std::string command_maker::follow_up() {
  const known target = open_[pick(open_.size())];
  json::object data{{"reservation", target.reservation}};
  const auto dice = pick(100);
  if (!target.today || dice < 30) {
    data["reason"] = "guest";
    return command("CancelReservation", target.hotel, std::move(data));
  }
  if (dice < 60) {
    const auto& rooms = pick(4) == 0 ? rooms_of_suite : rooms_of_standard;
    data["room"] = rooms[pick(rooms.size())];
    return command("AssignRoom", target.hotel, std::move(data));
  }
  if (dice < 80) return command("CheckIn", target.hotel, std::move(data));
  if (dice < 85) {
    data["amount"] = 100;
    data["method"] = "cash";
    return command("PostPayment", target.hotel, std::move(data));
  }
  if (pick(2) == 0) data["override_reason"] = "left";
  return command("CheckOut", target.hotel, std::move(data));
}

std::string command_maker::guest() {
  const std::string name = "guest/g" + std::to_string(pick(50));
  const std::string title = "Guest " + std::to_string(made_ + 1);
  return command(pick(4) == 0 ? "RegisterGuest" : "UpdateGuest", name, {{"full_name", title}});
}

std::string command_maker::room() {
  const auto& rooms = pick(4) == 0 ? rooms_of_suite : rooms_of_standard;
  return command(
      "SetRoomStatus", hotel_name(pick(hotels)),
      {{"room", rooms[pick(rooms.size())]}, {"status", pick(8) == 0 ? "dirty" : "clean"}});
}

void command_maker::learn(const ledger_entry& entry) {
  const auto request = json::parse(entry.frame).as_object();
  const auto& data = request.at("data").as_object();
  const auto* name = data.if_contains("reservation");
  if (name == nullptr) return;
  const std::string type = text(request, "type");
  if (type == "MakeReservation") {
    if (entry.told != ledger_entry::outcome::accepted) return;
    if (open_.size() >= open_max)
      open_.erase(open_.begin() + static_cast<long>(pick(open_.size())));
    open_.push_back(
        {entry.aggregate, std::string(name->as_string()), text(data, "arrival") == day(0)});
    return;
  }
  const bool ends = type == "CancelReservation" || type == "CheckOut";
  // Closed ones stay with some chance, so that they are sometimes asked too much of.
  if (ends && entry.told == ledger_entry::outcome::accepted && pick(5) != 0)
    std::erase_if(open_, [&](const known& one) {
      return one.hotel == entry.aggregate && one.reservation == name->as_string();
    });
  if (entry.code == "reservation_closed")
    std::erase_if(open_, [&](const known& one) { return one.reservation == name->as_string(); });
}

std::pair<std::string, std::string> command_maker::any_reservation() {
  if (open_.empty()) return {};
  const auto& one = open_[pick(open_.size())];
  return {one.hotel, one.reservation};
}

}  // namespace jumak::faults
