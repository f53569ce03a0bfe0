#include "app/client/commands.hpp"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "tests/app/client/run_command.hpp"
#include "tests/app/client/scripted_server.hpp"

namespace jumak::app::client {
namespace {

int run_line(const std::vector<std::string>& words) {
  return run_words([](CLI::App& app, int& code) { add_client_commands(app, code); }, words);
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
  EXPECT_EQ(run_line({"tail", "--from", "0"}), 2);
  for (const char* command : {"send", "ask", "tail", "views"}) {
    EXPECT_EQ(run_line({command, "--help"}), 0) << command;
  }
}

}  // namespace
}  // namespace jumak::app::client
