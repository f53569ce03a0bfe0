#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <map>
#include <set>

#include "tests/end_to_end/refusal.hpp"

/// How the program starts, refuses to start, and stops.
namespace jumak::end_to_end {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

TEST(start_up, APortThatIsTakenIsNamed) {
  house first;
  temporary_folder folder;
  for (const char* endpoint : {"commands", "queries", "events", "history"}) {
    SCOPED_TRACE(endpoint);
    auto arguments =
        std::vector<std::string>{"serve", "--data", folder.path() / "data"} + free_ports;
    const auto flag = std::find(arguments.begin(), arguments.end(), std::string("--") + endpoint);
    *std::next(flag) = first.jumak.address(endpoint);
    expect_refusal(arguments, first.jumak.address(endpoint));
  }
  EXPECT_EQ(server(folder.path() / "data").stop(), 0);
}

TEST(start_up, AnAddressOrFlagThatMakesNoSenseIsAUsageError) {
  temporary_folder folder;
  const std::string data = folder.path() / "data";
  for (const char* bad : {"nonsense", "tcp://127.0.0.1:99999", "carrier-pigeon://roof"}) {
    SCOPED_TRACE(bad);
    auto arguments = std::vector<std::string>{"serve", "--data", data} + free_ports;
    arguments[4] = bad;
    const auto refused = run(arguments);
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_EQ(refused.output, "");
    EXPECT_THAT(refused.errors, HasSubstr(bad));
  }
  const auto unknown = run({"serve", "--data", data, "--colour", "red"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.errors, HasSubstr("--colour"));
  EXPECT_EQ(run({"serve", "--role", "king"}).exit_code, 2);
  EXPECT_EQ(run({"reign"}).exit_code, 2);
  EXPECT_EQ(run({"--help"}).exit_code, 0);
}

TEST(start_up, TheReadyLineSaysWhatTheRoleBound) {
  const auto names = [](const object& ready) {
    std::set<std::string> all;
    for (const auto& member : ready) all.insert(std::string(member.key()));
    return all;
  };
  temporary_folder folder;
  const auto data = folder.path() / "data";
  server commands(data, {"--role", "command"});
  EXPECT_EQ(names(commands.ready()),
            (std::set<std::string>{"ready", "log", "commands", "events", "history", "position"}));
  server queries(folder.path() / "unused",
                 {"--role", "query", "--events", commands.address("events"), "--history",
                  commands.address("history")});
  EXPECT_EQ(names(queries.ready()), (std::set<std::string>{"ready", "log", "queries", "position"}));
  EXPECT_EQ(queries.address("log"), commands.address("log"));
  EXPECT_EQ(queries.stop(), 0);
  EXPECT_EQ(commands.stop(), 0);
  EXPECT_EQ(names(server(data).ready()),
            (std::set<std::string>{"ready", "log", "commands", "queries", "events", "history",
                                   "position"}));
}

TEST(start_up, AQuerySideMayComeFirstAndOutlivesTheCommandSide) {
  temporary_folder folder;
  const auto socket = [&](const char* name) { return "ipc://" + (folder.path() / name).string(); };
  const std::vector<std::string> feed{"--events", socket("events"), "--history", socket("history")};
  const auto command_side = [&] {
    return std::make_unique<server>(
        folder.path() / "data",
        std::vector<std::string>{"--role", "command", "--commands", socket("commands")} + feed);
  };
  process query_side(
      std::vector<std::string>{"serve", "--role", "query", "--queries", socket("queries")} + feed);
  client queries(socket("queries"));
  const auto early = queries.ask(R"({"id":"q","type":"GetSystemStatus"})");
  EXPECT_EQ(at(early, "error.code"), "unavailable") << early;

  auto commands = command_side();
  const auto log = commands->address("log");
  EXPECT_EQ(at(parsed(query_side.line()), "log"), log);
  const auto sees = [&](const std::string& name) {
    client sender(socket("commands"));
    const auto made = position(sender.ask(register_guest("1", name)));
    const object question{{"id", name},
                          {"type", "GetGuest"},
                          {"data", object{{"guest", name}}},
                          {"after", made},
                          {"timeout_ms", 30'000}};
    const auto answer = queries.ask(text(question));
    EXPECT_EQ(at(answer, "status"), "ok") << answer;
  };
  sees("before");
  EXPECT_EQ(commands->stop(), 0);
  const auto alone = queries.ask(R"({"id":"q","type":"GetGuest","data":{"guest":"before"}})");
  EXPECT_EQ(at(alone, "status"), "ok") << alone;
  commands = command_side();
  EXPECT_EQ(commands->address("log"), log);
  sees("after");
  EXPECT_EQ(commands->stop(), 0);
  query_side.signal(SIGTERM);
  EXPECT_EQ(query_side.wait(), 0);
}

TEST(start_up, AQuerySideAloneSaysWhereItLooks) {
  process alone({"serve", "--role", "query", "--queries", "tcp://127.0.0.1:*", "--events",
                 "tcp://127.0.0.1:1", "--history", "tcp://127.0.0.1:2"});
  EXPECT_TRUE(eventually([&] { return alone.errors().find('\n') != std::string::npos; }));
  EXPECT_THAT(alone.errors(), AllOf(HasSubstr("command side"), HasSubstr("tcp://127.0.0.1:1 "),
                                    HasSubstr("tcp://127.0.0.1:2 ")));
  alone.signal(SIGTERM);
  EXPECT_EQ(alone.wait(), 0) << alone.errors();
}

TEST(start_up, SigtermUnderLoadAnswersAndKeepsWhatItAnswered) {
  temporary_folder folder;
  const auto data = folder.path() / "data";
  std::map<std::string, std::uint64_t> answered;
  {
    server jumak(data);
    client sender(jumak.address("commands"));
    int next = 0;
    const auto send = [&] {
      const auto name = "g" + std::to_string(++next);
      sender.send({register_guest(name, name)});
    };
    const auto note = [&](const message& frames) {
      const auto answer = parsed(frames.at(0));
      if (at(answer, "status") == "accepted") answered[at(answer, "id")] = position(answer);
    };
    while (next < 500) send();
    while (answered.size() < 2'000) {
      note(sender.receive());
      send();
    }
    const auto told = clock::now();
    jumak.running().signal(SIGTERM);
    while (jumak.running().running()) {
      if (auto frames = sender.receive(1ms)) note(*frames);
      ASSERT_LT(clock::now() - told, patience);
    }
    EXPECT_LT(clock::now() - told, 5s);
    EXPECT_EQ(jumak.running().wait(), 0) << jumak.running().errors();
    while (auto frames = sender.receive(10ms)) note(*frames);
  }
  server again(data);
  client sender(again.address("commands"));
  for (const auto& [name, where] : answered) {
    const auto copy = sender.ask(register_guest(name, name));
    ASSERT_EQ(at(copy, "duplicate"), "true") << copy;
    ASSERT_EQ(position(copy), where) << copy;
  }
  EXPECT_EQ(again.stop(), 0);
}

TEST(start_up, SendAndAskEndWithTheCodeThatTheirHelpPromises) {
  house it;
  it.furnish();
  const auto send = [&](const std::vector<std::string>& rest, const std::string& address) {
    return run(std::vector<std::string>{"send"} + rest +
               std::vector<std::string>{"--commands", address, "--timeout", "500"});
  };
  const auto here = it.jumak.address("commands");
  EXPECT_EQ(send({"RegisterGuest", "guest/eve", "full_name=Eve"}, here).exit_code, 0);
  EXPECT_EQ(send({"RegisterGuest", "guest/eve", "full_name=Eve"}, here).exit_code, 1);
  EXPECT_EQ(send({"RegisterGuest", "guest/eve"}, here).exit_code, 1);
  EXPECT_EQ(send({"RegisterGuest"}, here).exit_code, 2);
  EXPECT_EQ(send({"RegisterGuest", "guest/eve", "full_name:={"}, here).exit_code, 2);
  EXPECT_EQ(send({"RegisterGuest", "guest/eve", "full_name=Eve"}, "tcp://127.0.0.1:1").exit_code,
            3);

  const auto ask = [&](const std::vector<std::string>& rest) {
    return run(std::vector<std::string>{"ask"} + rest +
               std::vector<std::string>{"--queries", it.jumak.address("queries")});
  };
  const auto found = ask({"GetGuest", "guest=ada", "--raw"});
  EXPECT_EQ(found.exit_code, 0);
  EXPECT_THAT(found.output, HasSubstr("Ada Lovelace"));
  EXPECT_EQ(ask({"GetGuest", "guest=bob"}).exit_code, 1);
  EXPECT_EQ(ask({"GetGuest", "--colour"}).exit_code, 2);
  EXPECT_EQ(ask({"GetGuest", "guest=ada", "--after", "1000", "--timeout-ms", "0"}).exit_code, 3);
}

TEST(start_up, TheDemoPlaysItsStoryAndStopsWhenTold) {
  temporary_folder folder;
  process demo(std::vector<std::string>{"demo", "--data", folder.path() / "data"} + free_ports);
  std::string story;
  while (story.find("Ctrl-C stops") == std::string::npos) story += demo.line() + "\n";
  demo.signal(SIGINT);
  EXPECT_EQ(demo.wait(), 0) << demo.errors();
  story += demo.rest();
  EXPECT_THAT(story, HasSubstr("no_availability"));
}

}  // namespace
}  // namespace jumak::end_to_end
