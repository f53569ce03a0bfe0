#include "app/client/ask_command.hpp"

#include <gtest/gtest.h>

#include "tests/app/client/run_command.hpp"
#include "tests/app/client/scripted_server.hpp"

namespace jumak::app::client {
namespace {

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

TEST(Ask, PrintsNumbersAsTheyCame) {
  scripted_server server([](const frames& request) {
    return frames{R"({"id":")" + id_of(request[0]) +
                  R"(","status":"ok","position":9,"data":{"adr":9697.5250,"occupancy":0.0000}})"};
  });
  ask_options options;
  options.type = "GetStatistics";
  options.queries = server.address();
  for (const bool raw : {false, true}) {
    options.raw = raw;
    const ending end = run(run_ask, options);
    EXPECT_NE(end.out.find(R"({"adr":9697.5250,"occupancy":0.0000})"), std::string::npos)
        << end.out;
  }
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

}  // namespace
}  // namespace jumak::app::client
