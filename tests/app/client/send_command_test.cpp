#include "app/client/send_command.hpp"

#include <gtest/gtest.h>

#include "tests/app/client/run_command.hpp"
#include "tests/app/client/scripted_server.hpp"

namespace jumak::app::client {
namespace {

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

}  // namespace
}  // namespace jumak::app::client
