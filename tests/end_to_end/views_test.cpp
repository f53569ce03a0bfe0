#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <thread>

#include "tests/end_to_end/house.hpp"

/// Views that are kept between runs, shown and rebuilt.
namespace jumak::end_to_end {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
namespace fs = std::filesystem;

/// Guests, and reservations of some of them, from `first` on; all accepted.
void book(server& jumak, int first, int count) {
  client commands{jumak.address("commands")};
  for (int each = first; each < first + count; ++each) {
    const std::string number = std::to_string(each);
    const auto guest = commands.ask(register_guest("g-" + number, "guest-" + number));
    ASSERT_EQ(at(guest, "status"), "accepted") << guest;
    const auto made = commands.ask(
        text(command("r-" + number, "MakeReservation", "hotel/grand", booking("r-" + number, 30 + 2 * each, 1))));
    ASSERT_EQ(at(made, "status"), "accepted") << made;
  }
}

void furnish(server& jumak) {
  client commands{jumak.address("commands")};
  const auto send = [&](std::string_view id, std::string_view type, std::string_view aggregate, object data) {
    EXPECT_EQ(at(commands.ask(text(command(id, type, aggregate, std::move(data)))), "status"), "accepted") << type;
  };
  send("seed-1", "RegisterGuest", "guest/ada", {{"full_name", "Ada Lovelace"}});
  send("seed-2", "RegisterHotel", "hotel/grand",
       {{"title", "Grand"}, {"city", "Lisbon"}, {"country", "PRT"}, {"time_zone", "Europe/Lisbon"}, {"currency", "EUR"}});
  send("seed-3", "DefineRoomType", "hotel/grand",
       {{"room_type", "deluxe"}, {"title", "Deluxe"}, {"max_guests", 2}, {"rate", 12900}});
  send("seed-4", "AddRooms", "hotel/grand", {{"room_type", "deluxe"}, {"rooms", boost::json::array{"101"}}});
}

/// What the views answer about all of it, byte by byte.
std::vector<std::string> answers(server& jumak, int reservations) {
  client queries{jumak.address("queries")};
  message questions{
      R"({"id":"1","type":"FindReservations","data":{"hotel":"grand","limit":1000}})",
      R"({"id":"2","type":"GetCalendar","data":{"hotel":"grand","room_type":"deluxe","from":")" + day_from_today(0) +
          R"(","to":")" + day_from_today(60) + R"("}})",
      R"({"id":"3","type":"GetRoomBoard","data":{"hotel":"grand"}})",
      R"({"id":"4","type":"GetStatistics","data":{"hotel":"grand","from":")" + day_from_today(0) + R"(","to":")" +
          day_from_today(60) + R"("}})"};
  for (int each = 0; each < reservations; ++each) {
    const std::string number = std::to_string(each);
    questions.push_back(R"({"id":"r","type":"GetReservation","data":{"hotel":"grand","reservation":"r-)" + number + R"("}})");
    questions.push_back(R"({"id":"g","type":"GetGuest","data":{"guest":"guest-)" + number + R"("}})");
  }
  std::vector<std::string> all;
  for (const std::string& question : questions) {
    const auto answer = queries.ask(question);
    EXPECT_EQ(at(answer, "status"), "ok") << answer;
    all.push_back(text(answer));
  }
  return all;
}

/// Until the views are at the position: a stop does not wait for them.
void wait_for(server& jumak, std::uint64_t position) {
  client queries{jumak.address("queries")};
  const auto answer = queries.ask(R"({"id":"w","type":"GetSystemStatus","timeout_ms":30000,"after":)" + std::to_string(position) + "}");
  EXPECT_EQ(at(answer, "status"), "ok") << answer;
}

std::vector<fs::path> snapshots(const fs::path& views) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(views)) {
    if (entry.path().extension() == ".snapshot") found.push_back(entry.path());
  }
  return found;
}

const std::vector<std::string> from_the_log{"--view-snapshot-every", "0"};

class kept_views : public ::testing::Test {
 protected:
  static constexpr int booked = 12;
  static constexpr const char* begins = "the views begin at position 28, from a snapshot";

  kept_views() {
    server jumak(data_);
    furnish(jumak);
    book(jumak, 0, booked);
    wait_for(jumak, 28);
    EXPECT_EQ(jumak.stop(), 0);
    EXPECT_FALSE(fs::exists(data_ / "views" / "views.sock"));
  }
  /// As a server that folded the whole log answers.
  std::vector<std::string> expected() {
    server whole(data_, from_the_log);
    EXPECT_THAT(whole.running().errors(), Not(HasSubstr("snapshot")));
    auto all = answers(whole, booked);
    EXPECT_EQ(whole.stop(), 0);
    return all;
  }

  temporary_folder folder_;
  fs::path data_ = folder_.path() / "data";
};

TEST_F(kept_views, AreWhereTheNextStartBegins) {
  const auto whole = expected();
  server jumak(data_);
  EXPECT_THAT(jumak.running().errors(), HasSubstr(begins));
  EXPECT_EQ(answers(jumak, booked), whole);
  book(jumak, booked, 3);
  const auto more = answers(jumak, booked + 3);
  jumak.running().signal(SIGKILL);
  jumak.running().wait();
  server again(data_);
  EXPECT_THAT(again.running().errors(), HasSubstr(begins)) << "what came since is read from the log";
  EXPECT_EQ(answers(again, booked + 3), more);
}

TEST_F(kept_views, AreIgnoredWhenTheyAreDamaged) {
  const auto whole = expected();
  for (const fs::path& file : snapshots(data_ / "views")) {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(static_cast<std::streamoff>(fs::file_size(file) / 2));
    bytes.put('!');
  }
  server jumak(data_);
  EXPECT_THAT(jumak.running().errors(), HasSubstr("is ignored: it is torn or damaged"));
  EXPECT_THAT(jumak.running().errors(), Not(HasSubstr("from a snapshot")));
  EXPECT_EQ(answers(jumak, booked), whole);
}

TEST_F(kept_views, OfAnotherLogAreIgnored) {
  const auto whole = expected();
  const fs::path other = folder_.path() / "other";
  {
    server jumak(other);
    furnish(jumak);
    book(jumak, 0, booked + 2);
    wait_for(jumak, 32);
    EXPECT_EQ(jumak.stop(), 0);
  }
  for (const fs::path& own : snapshots(data_ / "views")) fs::remove(own);
  for (const fs::path& file : snapshots(other / "views")) fs::copy(file, data_ / "views");
  {
    server jumak(data_);
    EXPECT_THAT(jumak.running().errors(), HasSubstr("is ignored: it is not of this log"));
    EXPECT_EQ(answers(jumak, booked), whole);
    EXPECT_EQ(jumak.stop(), 0);
  }
  server again(data_);
  EXPECT_THAT(again.running().errors(), HasSubstr(begins)) << "what was of no use made room";
  EXPECT_EQ(answers(again, booked), whole);
}

TEST_F(kept_views, AreKeptInTheBackgroundToo) {
  server jumak(data_, {"--view-snapshot-every", "20"});
  book(jumak, booked, 20);
  EXPECT_TRUE(eventually([&] { return jumak.running().errors().find("the views are kept at position") != std::string::npos; }));
  const auto live = answers(jumak, booked + 20);
  jumak.running().signal(SIGKILL);
  jumak.running().wait();
  server again(data_);
  EXPECT_THAT(again.running().errors(), HasSubstr(", from a snapshot"));
  EXPECT_THAT(again.running().errors(), Not(HasSubstr(begins)));
  EXPECT_EQ(answers(again, booked + 20), live);
}

TEST_F(kept_views, BelongToAQuerySideOfItsOwn) {
  server commands(data_, {"--role", "command"});
  const fs::path views = folder_.path() / "query";
  const std::vector<std::string> role{"--role",    "query", "--views", views, "--events", commands.address("events"), "--history",
                                      commands.address("history")};
  std::vector<std::string> whole;
  {
    server queries(data_, role);
    whole = answers(queries, booked);
    EXPECT_EQ(queries.stop(), 0);
  }
  server queries(data_, role);
  EXPECT_THAT(queries.running().errors(), HasSubstr(begins));
  EXPECT_EQ(answers(queries, booked), whole);
  const auto shown = run({"views", "--views", views.string()});
  EXPECT_EQ(shown.exit_code, 0) << shown.errors;
  EXPECT_THAT(shown.output, HasSubstr("They are kept at position 28."));
}

/// Asks until it is told to stop, with the newest position that a command was answered with.
class asker {
 public:
  explicit asker(server& jumak) : queries_(jumak.address("queries")), thread_([this] { run(); }) {}
  ~asker() {
    if (thread_.joinable()) thread_.join();
  }
  void note(std::uint64_t position) { newest_ = position; }
  void end() {
    ending_ = true;
    thread_.join();
  }
  std::string wrong;  ///< The first answer that was late, went back or failed; after end().
  std::uint64_t asked = 0;

 private:
  void run() {
    std::uint64_t last = 0;
    while (!ending_) {
      const std::uint64_t after = newest_;
      const auto answer = queries_.ask(R"({"id":"a","type":"FindReservations","data":{"hotel":"grand"},"after":)" +
                                       std::to_string(after) + "}");
      ++asked;
      const bool good = at(answer, "status") == "ok" && position(answer) >= after && position(answer) >= last;
      if (!good && wrong.empty()) wrong = text(answer) + " after " + std::to_string(after) + " and " + std::to_string(last);
      if (good) last = position(answer);
    }
  }
  client queries_;
  std::atomic<std::uint64_t> newest_{0};
  std::atomic<bool> ending_{false};
  std::thread thread_;
};

TEST_F(kept_views, AreRebuiltWhileTheyAnswer) {
  server jumak(data_);
  asker asks(jumak);
  std::atomic<bool> ending{false};
  std::thread writes([&] {
    client commands{jumak.address("commands")};
    for (int each = 0; !ending; ++each) {
      const std::string number = std::to_string(each);
      asks.note(position(commands.ask(register_guest("w-" + number, "other-" + number))));
    }
  });
  for (int count = 0; count < 3; ++count) {
    const auto rebuilt = run({"views", "rebuild", "--data", data_.string()});
    EXPECT_EQ(rebuilt.exit_code, 0) << rebuilt.output << rebuilt.errors;
    EXPECT_THAT(rebuilt.output, HasSubstr("They are equal to those before."));
  }
  ending = true;
  writes.join();
  asks.end();
  EXPECT_EQ(asks.wrong, "");
  EXPECT_GT(asks.asked, 0U);
  const auto live = run({"views", "--raw", "--data", data_.string()});
  const auto all = answers(jumak, booked);
  EXPECT_EQ(jumak.stop(), 0);
  server whole(data_, from_the_log);
  const auto fresh = run({"views", "--raw", "--data", data_.string()});
  const auto views_of = [](const run_result& shown) {
    return boost::json::serialize(parsed(shown.output).at("data").at("views"));
  };
  EXPECT_EQ(views_of(live), views_of(fresh));
  EXPECT_EQ(answers(whole, booked), all);
}

}  // namespace
}  // namespace jumak::end_to_end
