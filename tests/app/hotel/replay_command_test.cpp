#include "app/hotel/replay_command.hpp"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include <map>

#include "tests/app/client/run_command.hpp"
#include "tests/app/client/scripted_server.hpp"
#include "tests/app/hotel/small_bookings.hpp"
#include "tests/app/client/temporary_file.hpp"

namespace jumak::app::client {
namespace {

/// Remembers ids as a server does.
class scripted_hotel {
 public:
  std::string decide(const std::string& request) {
    const auto [known, is_new] = positions_.emplace(id_of(request), positions_.size() + 1);
    if (is_new) {
      order_.push_back(known->first);
    }
    return accepted(request, known->second, !is_new);
  }
  [[nodiscard]] const std::vector<std::string>& order() const noexcept { return order_; }

 private:
  std::map<std::string, std::size_t> positions_;
  std::vector<std::string> order_;
};

replay_options a_replay(const std::string& file, const std::string& address) {
  replay_options options;
  options.file = file;
  options.hotel = "Inn";
  options.name = "inn";
  options.ample = true;
  options.commands = address;
  options.json = true;
  return options;
}

small_bookings many_bookings() {
  small_bookings rows;
  for (int number = 0; number < 40; ++number) {
    rows.add({.day = std::to_string(1 + number % 20), .status_date = "2020-05-25"});
  }
  return rows;
}

TEST(Replay, ASecondReplayHasOnlyDuplicatesAndTheSameDigest) {
  const temporary_file file(many_bookings().text());
  scripted_hotel hotel;
  scripted_server server([&](const frames& request) {
    frames replies;
    for (const std::string& frame : request) {
      replies.push_back(hotel.decide(frame));
    }
    return replies;
  });
  replay_options options = a_replay(file.path(), server.address());
  const ending first = run(run_replay, options);
  ASSERT_EQ(first.code, exit_code::done) << first.err;
  const json::object figures = object_of(first.out);
  const auto commands = 1 + 1 + 4 + 40 * 7;
  EXPECT_EQ(figures.at("accepted").to_number<int>(), commands);
  EXPECT_EQ(figures.at("duplicates").to_number<int>(), 0);
  EXPECT_EQ(figures.at("accepted_by_type").at("CheckOut").to_number<int>(), 40);
  options.batch = 16;
  const json::object again = object_of(run(run_replay, options).out);
  EXPECT_EQ(again.at("duplicates").to_number<int>(), commands);
  EXPECT_EQ(again.at("answers_digest"), figures.at("answers_digest"));
}

TEST(Replay, KeepsTheOrderOverConnectionsThatAreCut) {
  const temporary_file file(many_bookings().text());
  scripted_hotel steady;
  scripted_server whole([&](const frames& request) { return frames{steady.decide(request[0])}; });
  ASSERT_EQ(run(run_replay, a_replay(file.path(), whole.address())).code, exit_code::done);

  scripted_hotel hotel;
  int requests = 0;
  scripted_server* cutter = nullptr;
  scripted_server server([&](const frames& request) {
    const std::string answer = hotel.decide(request[0]);
    if (++requests % 97 == 0) {
      cutter->cut_connections();
    }
    return frames{answer};
  });
  cutter = &server;
  const ending end = run(run_replay, a_replay(file.path(), server.address()));
  ASSERT_EQ(end.code, exit_code::done) << end.err;
  const json::object figures = object_of(end.out);
  EXPECT_GT(figures.at("resent").to_number<int>(), 0);
  EXPECT_EQ(figures.at("out_of_order").to_number<int>(), 0);
  EXPECT_EQ(hotel.order(), steady.order());
}

TEST(Replay, GoesOnAfterOverloadedAndTellsWhatWasOvertaken) {
  const temporary_file file(many_bookings().text());
  for (const std::uint32_t in_flight : {1U, 64U}) {
    scripted_hotel hotel;
    int requests = 0;
    scripted_server server([&](const frames& request) {
      return frames{++requests == 20 ? error_answer(request[0], "overloaded")
                                     : hotel.decide(request[0])};
    });
    replay_options options = a_replay(file.path(), server.address());
    options.in_flight = in_flight;
    const ending end = run(run_replay, options);
    const json::object figures = object_of(end.out);
    EXPECT_EQ(figures.at("unanswered").to_number<int>(), 0);
    EXPECT_EQ(figures.at("resent").to_number<int>(), 1);
    // The 20th is a booking, and with 64 under way the next booking is let in before it.
    const bool overtaken = in_flight > 1;
    EXPECT_EQ(figures.at("out_of_order").to_number<int>(), overtaken ? 1 : 0);
    EXPECT_EQ(end.code, overtaken ? exit_code::no_answer : exit_code::done) << end.err;
  }
}

TEST(Replay, SaysThatBackdatingIsNotAllowed) {
  const temporary_file file(many_bookings().text());
  scripted_server server(
      [](const frames& request) { return frames{error_answer(request[0], "forbidden")}; });
  const ending end = run(run_replay, a_replay(file.path(), server.address()));
  EXPECT_EQ(end.code, exit_code::refused);
  EXPECT_NE(end.err.find("--allow-backdating"), std::string::npos);
}

TEST(Replay, GivesUpWhenNobodyAnswers) {
  const temporary_file file(many_bookings().text());
  replay_options options = a_replay(file.path(), "tcp://127.0.0.1:1");
  options.timeout_ms = 200;
  const ending end = run(run_replay, options);
  EXPECT_EQ(end.code, exit_code::no_answer);
  EXPECT_NE(end.err.find("nothing happens twice"), std::string::npos);
}

int run_line(const std::vector<std::string>& words) {
  return run_words([](CLI::App& app, int& code) { add_replay(app, code); }, words);
}

TEST(Replay, AMistakeInItsLineIsAUsageError) {
  EXPECT_EQ(run_line({"replay", "--help"}), 0);
  EXPECT_EQ(run_line({"replay", "f.csv", "--hotel", "H", "--as", "a/b", "--ample"}), 2);
  EXPECT_EQ(run_line({"replay", "f.csv", "--hotel", "H", "--as", "h"}), 2);
  EXPECT_EQ(run_line({"replay", "f.csv", "--hotel", "H", "--as", "h", "--ample", "--tight", "4"}),
            2);
}

TEST(Replay, AFileThatCannotBeUsedIsAUsageError) {
  EXPECT_EQ(run(run_replay, a_replay("/nonexistent.csv", "tcp://127.0.0.1:1")).code,
            exit_code::usage);
  const temporary_file file("a,b\n1,2\n");
  const ending end = run(run_replay, a_replay(file.path(), "tcp://127.0.0.1:1"));
  EXPECT_EQ(end.code, exit_code::usage);
  EXPECT_NE(end.err.find("there is no column 'lead_time'"), std::string::npos) << end.err;
}

}  // namespace
}  // namespace jumak::app::client
