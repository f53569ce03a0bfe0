#include "app/client/tail_command.hpp"

#include <gtest/gtest.h>

#include "tests/app/client/run_command.hpp"
#include "tests/app/client/scripted_server.hpp"

namespace jumak::app::client {
namespace {

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

}  // namespace
}  // namespace jumak::app::client
