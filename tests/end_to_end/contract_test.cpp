#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/end_to_end/house.hpp"

/// The promises of docs/protocol.md to a client that keeps to it.
namespace jumak::end_to_end {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> members(const std::vector<object>& answers, std::string_view path) {
  std::vector<std::string> all;
  for (const auto& answer : answers) all.push_back(at(answer, path));
  return all;
}

class contract : public ::testing::Test {
 protected:
  void TearDown() override { EXPECT_EQ(house_.jumak.stop(), 0) << house_.jumak.running().errors(); }

  house house_;
};

TEST_F(contract, ABatchIsAnsweredInOrderWithTheDelimiterItHad) {
  const message plain{register_guest("1", "a"), "{", register_guest("3", "b")};
  const auto answers = house_.commands.ask_all(plain);
  EXPECT_THAT(members(answers, "id"), ElementsAre("1", "null", "3"));
  EXPECT_THAT(members(answers, "status"), ElementsAre("accepted", "error", "accepted"));
  EXPECT_THAT(members(answers, "position"), ElementsAre("1", "", "2"));

  house_.commands.send({"", register_guest("4", "c"), register_guest("5", "d")});
  const auto delimited = house_.commands.receive();
  ASSERT_EQ(delimited.size(), 3u);
  EXPECT_EQ(delimited[0], "");
  EXPECT_EQ(at(parsed(delimited[1]), "id"), "4");
  EXPECT_EQ(at(parsed(delimited[2]), "id"), "5");
}

TEST_F(contract, AReqSocketIsServedOnEveryEndpoint) {
  const auto ask = [&](const char* endpoint, const std::string& frame) {
    return client(house_.jumak.address(endpoint), zmq::socket_type::req).ask(frame);
  };
  EXPECT_EQ(at(ask("commands", register_guest("1", "a")), "status"), "accepted");
  EXPECT_EQ(at(ask("queries", R"({"id":"q","type":"GetSystemStatus"})"), "status"), "ok");
  EXPECT_EQ(at(ask("history", R"({"id":"h","type":"ReadEvents","data":{}})"), "status"), "ok");
}

TEST_F(contract, AnAcceptanceSaysWhatHappenedAndWhere) {
  const auto answer = house_.commands.ask(register_guest("c-1", "eve"));
  EXPECT_EQ(answer, parsed(R"({"id":"c-1","status":"accepted","position":1,"duplicate":false,
    "events":[{"type":"GuestRegistered","stream":"guest/eve","version":1,"position":1}]})"));
}

TEST_F(contract, ACopyGetsTheSameAnswerAndHappensOnce) {
  const auto copies =
      house_.commands.ask_all({register_guest("1", "eve"), register_guest("1", "eve")});
  EXPECT_THAT(members(copies, "status"), ElementsAre("accepted", "accepted"));
  EXPECT_THAT(members(copies, "duplicate"), ElementsAre("false", "true"));
  EXPECT_EQ(copies[0].at("events"), copies[1].at("events"));

  auto spelt_otherwise = parsed(
      R"({"data":{"full_name":"\u0045ve"},"aggregate":"guest/eve","type":"RegisterGuest","id":"1"})");
  spelt_otherwise["correlation_id"] = "another";
  spelt_otherwise["traceparent"] = "00-1";
  const auto later = house_.commands.ask(text(spelt_otherwise));
  EXPECT_EQ(at(later, "duplicate"), "true") << later;
  EXPECT_EQ(position(later), 1u);

  // Refusals are remembered, even when the rules would now say otherwise.
  const auto update =
      text(command("u", "UpdateGuest", "guest/bob", {{"email", "bob@example.org"}}));
  EXPECT_EQ(at(house_.commands.ask(update), "error.code"), "unknown_guest");
  house_.commands.ask(register_guest("2", "bob"));
  const auto again = house_.commands.ask(update);
  EXPECT_EQ(at(again, "error.code"), "unknown_guest");
  EXPECT_EQ(at(again, "duplicate"), "true");
  EXPECT_EQ(house_.head(), 2u);
}

TEST_F(contract, AnotherBodyUnderARememberedIdIsIdReused) {
  house_.commands.ask(register_guest("1", "eve"));
  const auto other = [](const char* field, boost::json::value value) {
    auto it = parsed(register_guest("1", "eve"));
    it[field] = std::move(value);
    return text(it);
  };
  for (const auto& frame :
       {register_guest("1", "eve", "Mallory"), other("actor", "desk"), other("expected_version", 0),
        text(command("1", "UpdateGuest", "guest/eve", {{"full_name", "Eve"}}))}) {
    const auto answer = house_.commands.ask(frame);
    EXPECT_EQ(at(answer, "status"), "error") << frame;
    EXPECT_EQ(at(answer, "error.code"), "id_reused") << frame;
  }
  // An id belongs to its aggregate: elsewhere it is free.
  EXPECT_EQ(at(house_.commands.ask(register_guest("1", "mallory")), "status"), "accepted");
  EXPECT_EQ(house_.head(), 2u);
}

TEST_F(contract, AnotherVersionIsAConflictWithDetails) {
  house_.furnish();
  auto cancel = command("1", "MakeReservation", "hotel/grand", booking("r-1"));
  cancel["expected_version"] = 3;
  const auto answer = house_.commands.ask(text(cancel));
  EXPECT_EQ(at(answer, "status"), "rejected");
  EXPECT_EQ(at(answer, "error.code"), "version_conflict");
  EXPECT_EQ(answer.at("error").at("details"),
            parsed(R"({"stream":"hotel/grand/reservation/r-1","expected":3,"actual":0})"));
  cancel["id"] = "2";
  cancel["expected_version"] = 0;
  EXPECT_EQ(at(house_.commands.ask(text(cancel)), "status"), "accepted");
}

TEST_F(contract, ARefusalUsesNoPosition) {
  house_.furnish();
  const auto head = house_.head();
  const auto made = house_.accepted("1", "MakeReservation", "hotel/grand", booking("r-1"));
  EXPECT_EQ(made, head + 1);
  const auto refused =
      house_.commands.ask(text(command("2", "MakeReservation", "hotel/grand", booking("r-2"))));
  EXPECT_EQ(at(refused, "error.code"), "no_availability");
  EXPECT_EQ(position(refused), made);
  EXPECT_EQ(house_.accepted("3", "RegisterGuest", "guest/next", {{"full_name", "N"}}), made + 1);
}

TEST_F(contract, TheFirstCheckThatFailsWins) {
  house_.furnish();
  const auto code = [&](const object& it) {
    return at(house_.commands.ask(text(it)), "error.code");
  };
  auto it = command("seed-1", "Conquer", "ship/grand", {{"colour", "red"}});
  it["time"] = "2026-01-01T00:00:00Z";
  it["expires"] = "2020-01-01T00:00:00Z";
  it["expected_version"] = 9;
  it["colour"] = "red";
  EXPECT_EQ(code(it), "malformed");
  it.erase("colour");
  EXPECT_EQ(code(it), "unknown_aggregate_kind");
  it["aggregate"] = "guest/ada";
  EXPECT_EQ(code(it), "unknown_type");
  it["type"] = "RegisterGuest";
  EXPECT_EQ(code(it), "malformed");
  it["data"] = object{{"full_name", "Somebody else"}};
  EXPECT_EQ(code(it), "forbidden");
  it.erase("time");
  EXPECT_EQ(code(it), "id_reused");
  it["id"] = "new";
  EXPECT_EQ(code(it), "expired");
  it.erase("expires");
  EXPECT_EQ(code(it), "version_conflict");
  it.erase("expected_version");
  it["id"] = "newer";
  EXPECT_EQ(code(it), "already_exists");

  // A hotel that is not there comes before the version; the version before the rest of the rules.
  auto stay = command("s", "MakeReservation", "hotel/nowhere", booking("r-1", 30, -2));
  stay["expected_version"] = 7;
  EXPECT_EQ(code(stay), "unknown_hotel");
  stay["aggregate"] = "hotel/grand";
  EXPECT_EQ(code(stay), "version_conflict");
}

TEST_F(contract, AQueryAfterAPositionSeesIt) {
  for (int round = 1; round <= 200; ++round) {
    const auto name = "g" + std::to_string(round);
    const auto made = position(house_.commands.ask(register_guest("1", name)));
    const object question{{"id", name},
                          {"type", "GetGuest"},
                          {"data", object{{"guest", name}}},
                          {"after", object{{house_.jumak.address("log"), made}}},
                          {"timeout_ms", 30'000}};
    const auto answer = house_.queries.ask(text(question));
    ASSERT_EQ(at(answer, "status"), "ok") << answer;
    EXPECT_GE(position(answer), made);
  }
}

}  // namespace
}  // namespace jumak::end_to_end
