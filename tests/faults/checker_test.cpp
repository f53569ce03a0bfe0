// The checker must fail: each test falsifies one thing in a history that passes, or in what was told.

#include "tests/faults/checker.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "tests/faults/violation.hpp"

namespace jumak::faults {
namespace {

namespace json = boost::json;

class FalseHistory : public testing::Test {
 protected:
  FalseHistory() {
    happen("c-1", "hotel/h", "hotel/h", "HotelRegistered", 1, {{"city", "Seoul"}});
    happen("c-2", "hotel/h", "hotel/h", "RoomTypeDefined", 2, {{"room_type", "suite"}});
    happen("c-3", "hotel/h", "hotel/h/room/1", "RoomAdded", 1, {{"room_type", "suite"}});
    happen("c-4", "hotel/h", "hotel/h/reservation/a", "ReservationMade", 1, booking("a"));
    refuse("c-5");
    happen("c-6", "hotel/h", "hotel/h/reservation/a", "ReservationCancelled", 2,
           {{"reservation", "a"}});
    happen("c-7", "hotel/h", "hotel/h/reservation/b", "ReservationMade", 1, booking("b"));
    happen("c-8", "guest/g", "guest/g", "GuestRegistered", 1, {});
  }

  static json::object booking(const char* name) {
    return {{"reservation", name},
            {"room_type", "suite"},
            {"arrival", "2027-01-01"},
            {"departure", "2027-01-03"},
            {"nights",
             {{{"night", "2027-01-01"}, {"rate", 1}}, {{"night", "2027-01-02"}, {"rate", 1}}}}};
  }

  void invoke(const char* id, const char* aggregate) {
    told.invoke(json::serialize(json::object{{"id", id}, {"aggregate", aggregate}}));
  }

  void answer(json::object reply) {
    reply["duplicate"] = false;
    told.answer(json::serialize(reply));
  }

  void happen(const char* id, const char* aggregate, const char* stream, const char* type,
              std::uint64_t version, json::object data) {
    const auto position = events.size() + 1;
    std::string sequence = std::to_string(position);
    sequence.insert(0, 20 - sequence.size(), '0');
    const std::uint64_t aggregate_version = aggregate == std::string("guest/g") ? 1 : position;
    events.push_back({{"id", std::to_string(position)},
                      {"sequence", sequence},
                      {"source", "/jumak/l"},
                      {"type", type},
                      {"subject", stream},
                      {"streamversion", version},
                      {"aggregateversion", aggregate_version},
                      {"commandid", id},
                      {"data", std::move(data)}});
    invoke(id, aggregate);
    answer(
        {{"id", id},
         {"status", "accepted"},
         {"position", position},
         {"events",
          {{{"type", type}, {"stream", stream}, {"version", version}, {"position", position}}}}});
  }

  void refuse(const char* id) {
    invoke(id, "hotel/h");
    answer({{"id", id},
            {"status", "rejected"},
            {"position", events.size()},
            {"error",
             {{"code", "no_availability"},
              {"details", {{"night", "2027-01-01"}, {"room_type", "suite"}}}}}});
  }

  /// What the checker says; empty when it finds nothing.
  std::string verdict() const {
    try {
      checker check;
      for (const auto& event : events) check.observe(event);
      check.settle(told, events.size());
      return {};
    } catch (const violation& found) {
      return found.what();
    }
  }

  void expect(const char* words) const {
    EXPECT_NE(verdict().find(words), std::string::npos) << verdict();
  }

  std::vector<json::object> events;
  ledger told;
};

TEST_F(FalseHistory, ATrueOnePasses) { EXPECT_EQ(verdict(), ""); }

TEST_F(FalseHistory, AnAcknowledgedTailIsLost) {
  events.pop_back();
  expect("was told GuestRegistered");
}

TEST_F(FalseHistory, AnEventInTheMiddleIsLost) {
  events.erase(events.begin() + 3);
  expect("after position 3 comes at 5");
}

TEST_F(FalseHistory, AnEventComesTwice) {
  events.insert(events.begin() + 3, events[2]);
  expect("after position 3 comes at 3");
}

TEST_F(FalseHistory, ACommandHasTwoEffects) {
  happen("c-9", "hotel/h", "hotel/h/room/1", "RoomStatusSet", 2, {});
  events.back()["commandid"] = "c-1";
  events.back()["aggregateversion"] = 7;
  expect("command c-1 has a second effect at 8");
}

TEST_F(FalseHistory, ACommandOfAnEarlierRoundHasAnotherEffect) {
  checker check;
  for (const auto& event : events) check.observe(event);
  for (const auto& id : check.settle(told, events.size())) told.forget(id);
  happen("c-9", "hotel/h", "hotel/h", "HotelRegistered", 3, {{"city", "Seoul"}});
  events.back()["commandid"] = "c-1";
  events.back()["aggregateversion"] = 7;
  EXPECT_THROW(check.observe(events.back()), violation);
}

TEST_F(FalseHistory, ARefusedCommandHasAnEffect) {
  events.back()["commandid"] = "c-5";
  expect("command c-5 was not accepted, yet did");
}

TEST_F(FalseHistory, ACommandNobodySentHasAnEffect) {
  events.back()["commandid"] = "c-99";
  expect("command c-99 was never sent");
}

TEST_F(FalseHistory, ACommandWasNeverAnswered) {
  invoke("c-10", "guest/g");
  expect("command c-10 was never answered");
}

TEST_F(FalseHistory, AStreamVersionIsLeftOut) {
  events[4]["streamversion"] = 3;
  expect("a gap in the versions of hotel/h/reservation/a at 5");
}

TEST_F(FalseHistory, AnAggregateVersionIsLeftOut) {
  events[6]["aggregateversion"] = 2;
  expect("a gap in the versions of guest/g at 7");
}

TEST_F(FalseHistory, AnotherEventIsStoredThanTold) {
  events[6]["type"] = "GuestUpdated";
  expect("command c-8 was told GuestRegistered");
}

TEST_F(FalseHistory, ANightIsOversold) {
  events[4]["type"] = "ReservationForgotten";  // Without the cancellation the room is sold twice.
  expect("oversold at 6");
}

TEST_F(FalseHistory, AnEventOfAnotherLogIsMixedIn) {
  events[4]["source"] = "/jumak/other";
  expect("another log");
}

TEST_F(FalseHistory, ARoomIsRefusedThatIsFree) {
  told.forget("c-7");  // As if nothing had come after the cancellation, but a refusal.
  told.forget("c-8");
  events.resize(5);
  EXPECT_EQ(verdict(), "");
  refuse("c-9");
  expect("command c-9 was refused although there is room");
}

TEST(Ledger, ACopyMustSayThatItIsOne) {
  ledger told;
  told.invoke(R"({"id":"c","aggregate":"guest/g"})");
  const std::string reply =
      R"({"id":"c","status":"accepted","position":1,"duplicate":false,"events":[]})";
  EXPECT_TRUE(told.answer(reply));
  EXPECT_THROW(told.answer(reply), violation);
}

TEST(Ledger, ACopyMustSayTheSame) {
  ledger told;
  told.invoke(R"({"id":"c","aggregate":"guest/g"})");
  told.answer(R"({"id":"c","status":"accepted","position":1,"duplicate":false,"events":[]})");
  EXPECT_FALSE(
      told.answer(R"({"id":"c","status":"accepted","position":1,"duplicate":true,"events":[]})"));
  EXPECT_THROW(
      told.answer(R"({"id":"c","status":"accepted","position":2,"duplicate":true,"events":[]})"),
      violation);
}

TEST(Ledger, BeingTurnedAwayIsNoAnswer) {
  ledger told;
  told.invoke(R"({"id":"c","aggregate":"guest/g"})");
  EXPECT_FALSE(told.answer(R"({"id":"c","status":"error","error":{"code":"overloaded"}})"));
  EXPECT_EQ(told.open(), std::vector<std::string>{"c"});
  EXPECT_THROW(told.answer(R"({"id":"c","status":"error","error":{"code":"malformed"}})"),
               violation);
}

}  // namespace
}  // namespace jumak::faults
