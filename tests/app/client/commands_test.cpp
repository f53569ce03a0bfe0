#include "app/client/commands.hpp"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <map>
#include <sstream>

#include "app/client/ask_command.hpp"
#include "app/client/replay_command.hpp"
#include "app/client/send_command.hpp"
#include "app/client/tail_command.hpp"
#include "tests/app/client/scripted_server.hpp"
#include "tests/app/client/small_bookings.hpp"
#include "tests/app/client/temporary_file.hpp"

namespace jumak::app::client {
namespace {

namespace json = boost::json;
using frames = std::vector<std::string>;

json::object object_of(const std::string& text) { return json::parse(text).as_object(); }

std::string id_of(const std::string& request) {
  return std::string(object_of(request).at("id").as_string());
}

std::string accepted(const std::string& request, std::uint64_t position = 1,
                     bool duplicate = false) {
  return json::serialize(json::object{{"id", id_of(request)},
                                      {"status", "accepted"},
                                      {"position", position},
                                      {"duplicate", duplicate},
                                      {"events", json::array()}});
}

std::string error_answer(const std::string& request, std::string_view code) {
  return json::serialize(
      json::object{{"id", id_of(request)},
                   {"status", "error"},
                   {"error", {{"code", code}, {"message", "Because."}, {"retry_after_ms", 5}}}});
}

/// What a command printed and how it ended.
struct ending {
  exit_code code;
  std::string out;
  std::string err;
};

template <class Options, class Run>
ending run(Run command, const Options& options) {
  std::ostringstream out;
  std::ostringstream err;
  const exit_code code = command(options, out, err);
  return {code, out.str(), err.str()};
}

send_options a_command(const std::string& address) {
  send_options options;
  options.type = "MakeReservation";
  options.aggregate = "hotel/h";
  options.words = {"reservation=r-1", "guests.adults:=2"};
  options.commands = address;
  options.timeout_ms = 20'000;
  return options;
}

TEST(Send, SendsWhatWasAskedAndPrintsTheAnswerWithTheId) {
  frames seen;
  scripted_server server([&](const frames& request) {
    seen = request;
    return frames{accepted(request.at(0), 42)};
  });
  send_options options = a_command(server.address());
  options.expected_version = 0;
  options.actor = "desk";
  const ending end = run(run_send, options);
  EXPECT_EQ(end.code, exit_code::done);
  const json::object sent = object_of(seen.at(0));
  EXPECT_EQ(json::serialize(sent.at("data")), R"({"reservation":"r-1","guests":{"adults":2}})");
  EXPECT_EQ(sent.at("expected_version").to_number<int>(), 0);
  EXPECT_EQ(sent.at("actor").as_string(), "desk");
  EXPECT_FALSE(sent.contains("time"));
  EXPECT_NE(end.out.find("Accepted at position 42."), std::string::npos);
  EXPECT_NE(end.out.find("id " + id_of(seen.at(0))), std::string::npos);
}

TEST(Send, RetriesWithTheSameIdUntilItIsDecided) {
  std::vector<std::string> ids;
  scripted_server server([&](const frames& request) {
    ids.push_back(id_of(request.at(0)));
    const std::map<std::size_t, std::string> troubles = {
        {1, "overloaded"}, {2, "unavailable"}, {3, "outcome_unknown"}};
    const auto trouble = troubles.find(ids.size());
    return frames{trouble == troubles.end() ? accepted(request[0])
                                            : error_answer(request[0], trouble->second)};
  });
  const ending end = run(run_send, a_command(server.address()));
  EXPECT_EQ(end.code, exit_code::done) << end.err;
  EXPECT_EQ(ids, std::vector<std::string>(4, ids.at(0)));
}

TEST(Send, GoesOnOverANewConnection) {
  int requests = 0;
  scripted_server* cutter = nullptr;
  scripted_server server([&](const frames& request) {
    if (++requests == 1) {
      cutter->cut_connections();
      return frames{};
    }
    return frames{accepted(request[0])};
  });
  cutter = &server;
  const ending end = run(run_send, a_command(server.address()));
  EXPECT_EQ(end.code, exit_code::done) << end.err;
  EXPECT_EQ(requests, 2);
}

TEST(Send, ARejectionIsExitCodeOne) {
  scripted_server server([&](const frames& request) {
    return frames{json::serialize(
        json::object{{"id", id_of(request[0])},
                     {"status", "rejected"},
                     {"position", 1},
                     {"duplicate", false},
                     {"error", {{"code", "no_availability"}, {"message", "Full."}}}})};
  });
  send_options options = a_command(server.address());
  const ending end = run(run_send, options);
  EXPECT_EQ(end.code, exit_code::refused);
  EXPECT_NE(end.out.find("Rejected, no_availability: Full."), std::string::npos);
  options.raw = true;
  EXPECT_EQ(object_of(run(run_send, options).out).at("status").as_string(), "rejected");
}

TEST(Send, AnAnswerWithoutIdIsOurs) {
  scripted_server server([](const frames&) {
    return frames{R"({"id":null,"status":"error","error":{"code":"malformed","message":"No."}})"};
  });
  EXPECT_EQ(run(run_send, a_command(server.address())).code, exit_code::refused);
}

TEST(Send, SilenceIsExitCodeThreeAndSaysHowToGoOn) {
  scripted_server server([](const frames&) { return frames{}; });
  send_options options = a_command(server.address());
  options.timeout_ms = 500;
  const ending end = run(run_send, options);
  EXPECT_EQ(end.code, exit_code::no_answer);
  EXPECT_NE(end.err.find("not known whether the command took effect"), std::string::npos)
      << end.err;
  EXPECT_NE(end.err.find("--id "), std::string::npos);
}

TEST(Send, NoServerIsExitCodeThreeAndNothingWasSent) {
  send_options options = a_command("tcp://127.0.0.1:1");
  options.timeout_ms = 200;
  const ending end = run(run_send, options);
  EXPECT_EQ(end.code, exit_code::no_answer);
  EXPECT_NE(end.err.find("Nothing was sent"), std::string::npos) << end.err;
  EXPECT_EQ(end.err.find("not known"), std::string::npos);
}

TEST(Send, AnAddressThatIsNoneIsAUsageError) {
  EXPECT_EQ(run(run_send, a_command("localhost 7601")).code, exit_code::usage);
}

TEST(Ask, PrintsTheAnswerAsJson) {
  frames seen;
  scripted_server server([&](const frames& request) {
    seen = request;
    return frames{R"({"id":")" + id_of(request[0]) +
                  R"(","status":"ok","position":9,"data":{"room":"7"}})"};
  });
  ask_options options;
  options.type = "GetReservation";
  options.words = {"hotel=h"};
  options.after = 9;
  options.timeout_ms = 500;
  options.queries = server.address();
  const ending end = run(run_ask, options);
  EXPECT_EQ(end.code, exit_code::done) << end.err;
  EXPECT_NE(end.out.find("\n  \"position\": 9,\n  \"data\": {\"room\":\"7\"}\n}"),
            std::string::npos)
      << end.out;
  const json::object sent = object_of(seen.at(0));
  EXPECT_EQ(sent.at("after").to_number<int>(), 9);
  EXPECT_EQ(sent.at("timeout_ms").to_number<int>(), 500);
  options.raw = true;
  EXPECT_EQ(object_of(run(run_ask, options).out).at("data").at("room").as_string(), "7");
}

TEST(Ask, ErrorsHaveTheirExitCodes) {
  std::string code;
  scripted_server server(
      [&](const frames& request) { return frames{error_answer(request[0], code)}; });
  ask_options options;
  options.type = "GetReservation";
  options.queries = server.address();
  code = "not_found";
  const ending missing = run(run_ask, options);
  EXPECT_EQ(missing.code, exit_code::refused);
  EXPECT_EQ(missing.err, "Error, not_found: Because.\n");
  code = "timeout";
  EXPECT_EQ(run(run_ask, options).code, exit_code::no_answer);
}

/// A log of made-up events behind a history endpoint.
class scripted_log {
 public:
  static json::object event(std::uint64_t position) {
    std::string sequence = std::to_string(position);
    sequence.insert(0, 20 - sequence.size(), '0');
    return {{"specversion", "1.0"},
            {"id", std::to_string(position)},
            {"source", "/jumak/test"},
            {"type", "GuestUpdated"},
            {"subject", "guest/g-" + std::to_string(position % 2)},
            {"time", "2026-01-01T00:00:00Z"},
            {"sequence", sequence},
            {"data", {{"n", position}}}};
  }

  /// Answers ReadEvents with at most three events a page, whatever the limit.
  static frames read(const std::string& request, std::uint64_t head) {
    const json::object query = object_of(request);
    const json::object& data = query.at("data").as_object();
    auto position = data.at("from").to_number<std::uint64_t>();
    json::object page{{"events", json::array()}};
    for (int count = 0; count < 3 && position <= head; ++count, ++position) {
      page["events"].as_array().push_back(event(position));
    }
    if (position <= head) {
      page["next"] = position;
    }
    return {json::serialize(json::object{
        {"id", query.at("id")}, {"status", "ok"}, {"position", head}, {"data", page}})};
  }
};

TEST(Tail, ReadsHistoryToTheHead) {
  scripted_server history([](const frames& request) { return scripted_log::read(request[0], 8); });
  tail_options options;
  options.history = history.address();
  options.no_follow = true;
  options.from = 6;
  const ending all = run(run_tail, options);
  EXPECT_EQ(all.code, exit_code::done) << all.err;
  EXPECT_EQ(all.out,
            "6 2026-01-01T00:00:00Z GuestUpdated guest/g-0 {\"n\":6}\n"
            "7 2026-01-01T00:00:00Z GuestUpdated guest/g-1 {\"n\":7}\n"
            "8 2026-01-01T00:00:00Z GuestUpdated guest/g-0 {\"n\":8}\n");
  options.prefix = "guest/g-1/Guest";
  options.json = true;
  EXPECT_EQ(run(run_tail, options).out, json::serialize(scripted_log::event(7)) + "\n");
}

/// The publisher sends every other event only, so the rest has to come from history.
TEST(Tail, FollowsLiveEventsAndReadsWhatIsLost) {
  std::atomic<std::uint64_t> head = 4;
  scripted_server history(
      [&](const frames& request) { return scripted_log::read(request[0], head); });
  for (const char* prefix : {"", "guest/"}) {
    head = 4;
    scripted_publisher publisher;
    std::atomic<bool> done = false;
    std::thread traffic([&] {
      while (!done) {
        const std::uint64_t position = ++head;
        if (position % 2 == 0) {
          publisher.publish("guest/g-0/GuestUpdated",
                            json::serialize(scripted_log::event(position)));
        } else {
          publisher.publish("$log", "not for us");
        }
        std::this_thread::yield();
      }
    });
    tail_options options;
    options.prefix = prefix;
    options.history = history.address();
    options.events = publisher.address();
    options.limit = 500;
    const ending end = run(run_tail, options);
    done = true;
    traffic.join();
    EXPECT_EQ(end.code, exit_code::done) << end.err;
    std::istringstream lines(end.out);
    std::string line;
    for (std::uint64_t position = 1; position <= options.limit; ++position) {
      ASSERT_TRUE(std::getline(lines, line));
      ASSERT_TRUE(line.starts_with(std::to_string(position) + " ")) << line;
    }
  }
}

TEST(Tail, SaysThatTheLogWasReplaced) {
  scripted_server history([](const frames& request) { return scripted_log::read(request[0], 0); });
  scripted_publisher publisher;
  std::atomic<bool> done = false;
  std::thread traffic([&] {
    for (int beat = 0; !done; ++beat) {
      publisher.publish("$heartbeat", beat % 2 == 0 ? R"({"log":"one","position":0})"
                                                    : R"({"log":"two","position":0})");
      std::this_thread::yield();
    }
  });
  tail_options options;
  options.history = history.address();
  options.events = publisher.address();
  const ending end = run(run_tail, options);
  done = true;
  traffic.join();
  EXPECT_EQ(end.code, exit_code::refused);
  EXPECT_NE(end.err.find("start the tail again"), std::string::npos);
}

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

TEST(Replay, AFileThatCannotBeUsedIsAUsageError) {
  EXPECT_EQ(run(run_replay, a_replay("/nonexistent.csv", "tcp://127.0.0.1:1")).code,
            exit_code::usage);
  const temporary_file file("a,b\n1,2\n");
  const ending end = run(run_replay, a_replay(file.path(), "tcp://127.0.0.1:1"));
  EXPECT_EQ(end.code, exit_code::usage);
  EXPECT_NE(end.err.find("there is no column 'lead_time'"), std::string::npos) << end.err;
}

/// What the command line makes of its words, through the same parser as the program's.
int run_line(const std::vector<std::string>& words) {
  CLI::App app("test");
  int code = -1;
  add_client_commands(app, code);
  std::vector<std::string> reversed(words.rbegin(), words.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::Success&) {
    return 0;
  } catch (const CLI::ParseError&) {
    return 2;
  }
  return code;
}

TEST(Commands, ParseTheirLinesAndRun) {
  frames seen;
  scripted_server server([&](const frames& request) {
    seen = request;
    return frames{accepted(request[0])};
  });
  EXPECT_EQ(run_line({"send", "SetRate", "hotel/h", "rate:=-5", "room_type=a b", "--id", "x-1",
                      "--commands", server.address()}),
            0);
  EXPECT_EQ(object_of(seen.at(0)).at("id").as_string(), "x-1");
  EXPECT_EQ(json::serialize(object_of(seen.at(0)).at("data")), R"({"rate":-5,"room_type":"a b"})");
}

TEST(Commands, MistakesAreUsageErrors) {
  EXPECT_EQ(run_line({"send", "SetRate"}), 2);
  EXPECT_EQ(run_line({"send", "SetRate", "hotel/h", "no equals sign"}), 2);
  EXPECT_EQ(run_line({"replay", "f.csv", "--hotel", "H", "--as", "a/b", "--ample"}), 2);
  EXPECT_EQ(run_line({"replay", "f.csv", "--hotel", "H", "--as", "h"}), 2);
  EXPECT_EQ(run_line({"replay", "f.csv", "--hotel", "H", "--as", "h", "--ample", "--tight", "4"}),
            2);
  EXPECT_EQ(run_line({"tail", "--from", "0"}), 2);
  for (const char* command : {"send", "ask", "tail", "replay"}) {
    EXPECT_EQ(run_line({command, "--help"}), 0) << command;
  }
}

}  // namespace
}  // namespace jumak::app::client
