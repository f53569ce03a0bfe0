#include "tests/faults/answers.hpp"

#include <chrono>
#include <fstream>
#include <vector>

#include "tests/faults/client.hpp"
#include "tests/faults/recount.hpp"
#include "tests/faults/violation.hpp"

namespace jumak::faults {
namespace {

namespace json = boost::json;

constexpr std::size_t at_once = 200;

/// All that is asked about one log.
class questions {
 public:
  explicit questions(const recount& counts) {
    for (const auto& guest : counts.guests()) add("GetGuest", {{"guest", guest.substr(6)}});
    for (const auto& hotel : counts.hotels()) about(counts, hotel, hotel.substr(6));
  }

  [[nodiscard]] const std::vector<json::object>& all() const noexcept { return all_; }

 private:
  void about(const recount& counts, const std::string& hotel, const std::string& name) {
    for (const auto& reservation : counts.reservations(hotel))
      add("GetReservation", {{"hotel", name}, {"reservation", reservation}});
    for (const auto& type : counts.room_types(hotel))
      for (int year = 2014; year <= 2018; ++year)
        add("GetCalendar", {{"hotel", name},
                            {"room_type", type},
                            {"from", std::to_string(year) + "-01-01"},
                            {"to", std::to_string(year + 1) + "-01-01"}});
    add("GetRoomBoard", {{"hotel", name}, {"limit", 1'000}});
    add("ListInHouse", {{"hotel", name}, {"limit", 1'000}});
    for (const char* date : {"2015-08-01", "2016-02-29", "2017-05-15"}) {
      add("ListArrivals", {{"hotel", name}, {"date", date}});
      add("ListDepartures", {{"hotel", name}, {"date", date}});
      add("SearchAvailability",
          {{"hotel", name}, {"arrival", date}, {"departure", "2017-06-01"}, {"guests", 2}});
    }
    const json::object years{{"hotel", name}, {"from", "2010-01-01"}, {"to", "2020-01-01"}};
    add("GetStatistics", years);
    for (const char* by : {"day", "month", "room_type", "country", "segment", "channel"}) {
      auto grouped = years;
      grouped["by"] = by;
      add("GetStatistics", std::move(grouped));
    }
  }

  void add(const char* type, json::object data) {
    all_.push_back(
        {{"id", std::to_string(all_.size())}, {"type", type}, {"data", std::move(data)}});
  }

  std::vector<json::object> all_;
};

/// The frame as it came, but for the one position that differs between servers.
std::string without_position(std::string frame) {
  const auto begin = frame.find(",\"position\":");
  if (begin == std::string::npos) throw violation("no position in " + frame);
  const auto end = frame.find_first_not_of("0123456789", begin + 12);
  return frame.erase(begin, end - begin);
}

std::vector<std::string> ask_all(client& queries, const std::vector<json::object>& questions,
                                 std::uint64_t head) {
  std::vector<std::string> answers(questions.size());
  std::size_t asked = 0;
  std::size_t answered = 0;
  while (answered < questions.size()) {
    while (asked < questions.size() && asked - answered < at_once) {
      auto question = questions[asked];
      question["after"] = head;
      question["timeout_ms"] = 30'000;
      if (!queries.send(json::serialize(question))) break;
      ++asked;
    }
    wait_readable({&queries.socket()}, std::chrono::milliseconds(100));
    while (auto reply = queries.receive()) {
      const auto answer = json::parse(*reply).as_object();
      const auto number = std::stoull(text(answer, "id"));
      if (text(answer, "status") != "ok")
        throw violation("the views answer " + *reply + " to " + json::serialize(questions[number]));
      answers[number] = without_position(std::move(*reply));
      ++answered;
    }
  }
  return answers;
}

}  // namespace

json::object write_answers(const std::string& queries, const std::string& history,
                           const std::filesystem::path& out) {
  zmq::context_t context;
  recount counts;
  client log(context, history);
  const auto head = read_history(
      log, 1, [&counts](const json::object& event) { counts.apply(read_event(event)); });
  const questions about(counts);
  client views(context, queries);
  const auto answers = ask_all(views, about.all(), head);
  std::ofstream file(out);
  std::size_t bytes = 0;
  for (const auto& answer : answers) {
    file << answer << '\n';
    bytes += answer.size();
  }
  if (!file.flush()) throw violation("the answers could not be written");
  return {{"head", head}, {"answers", answers.size()}, {"bytes", bytes}};
}

}  // namespace jumak::faults
