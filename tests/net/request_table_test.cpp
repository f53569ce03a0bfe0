#include "net/request_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace jumak::net {
namespace {

class RequestTable : public ::testing::Test {
 protected:
  std::vector<request> admit(request_table& table, std::string_view peer, const std::vector<std::string>& frames) {
    request_message message(limits);
    for (const std::string& text : frames) message.take(frame(text));
    std::vector<request> requests;
    table.admit(peer, 7, message, requests);
    return requests;
  }

  static std::vector<std::string> texts(request_table& table, const request_table::complete_message& message) {
    std::vector<std::string> out;
    table.for_each_frame(message, [&](frame& next, bool last) {
      out.emplace_back(std::string(next.text()) + (last ? "." : ""));
      return true;
    });
    return out;
  }

  static std::vector<request_verdict> verdicts(const std::vector<request>& requests) {
    std::vector<request_verdict> out;
    for (const request& one : requests) out.push_back(one.verdict);
    return out;
  }

  request_limits limits;
};

using enum request_verdict;

TEST_F(RequestTable, CompletesAMessageWithItsLastAnswerAndKeepsTheOrder) {
  request_table table(limits);
  auto requests = admit(table, "a", {"", "1", "2", "3"});
  EXPECT_EQ(table.answer(requests[2].address, frame("third")), nullptr);
  EXPECT_EQ(table.answer(requests[0].address, frame("first")), nullptr);
  const auto* complete = table.answer(requests[1].address, frame("second"));
  ASSERT_NE(complete, nullptr);
  EXPECT_TRUE(complete->has_delimiter);
  EXPECT_EQ(table.connection(complete->connection).routing_id, "a");
  EXPECT_EQ(texts(table, *complete), (std::vector<std::string>{"first", "second", "third."}));
  table.finish(*complete);
  EXPECT_EQ(table.in_flight(), 0U);
}

TEST_F(RequestTable, JudgesEachFrameAlone) {
  limits.frame_bytes_max = 4;
  request_table table(limits);
  EXPECT_EQ(verdicts(admit(table, "a", {"1", "", "12345", "1234"})),
            (std::vector{ok, empty_frame, frame_too_large, ok}));
  EXPECT_EQ(verdicts(admit(table, "a", {""})), std::vector{no_request});
  limits.requests_per_message_max = 2;
  request_table small(limits);
  EXPECT_EQ(verdicts(admit(small, "a", {"1", "2", "3"})), std::vector{too_many_frames});
}

TEST_F(RequestTable, RefusesWhatGoesOverAConnectionsShareAndNothingElse) {
  limits.in_flight_per_connection_max = 2;
  request_table table(limits);
  auto first = admit(table, "a", {"1", "2", "3"});
  EXPECT_EQ(verdicts(first), (std::vector{ok, ok, overloaded}));
  EXPECT_EQ(first[2].body.text(), "3");
  EXPECT_EQ(verdicts(admit(table, "b", {"1"})), std::vector{ok});
  EXPECT_EQ(verdicts(admit(table, "a", {"4"})), std::vector{overloaded});
  EXPECT_EQ(table.overloaded(), 2U);
}

TEST_F(RequestTable, RefusesWhatGoesOverTheShareOfAll) {
  limits.in_flight_max = 3;
  request_table table(limits);
  admit(table, "a", {"1", "2"});
  EXPECT_EQ(verdicts(admit(table, "b", {"1", "2"})), (std::vector{ok, overloaded}));
}

TEST_F(RequestTable, AdmitsTheStatedNumberFromOneConnection) {
  request_table table(limits);
  for (int count = 0; count < 1024; ++count) EXPECT_EQ(verdicts(admit(table, "a", {"x"})), std::vector{ok});
  EXPECT_EQ(verdicts(admit(table, "a", {"x"})), std::vector{overloaded});
}

TEST_F(RequestTable, AdmitsAgainWhenAMessageIsAnswered) {
  limits.in_flight_per_connection_max = 1;
  request_table table(limits);
  auto first = admit(table, "a", {"1"});
  EXPECT_EQ(verdicts(admit(table, "a", {"2"})), std::vector{overloaded});
  table.finish(*table.answer(first[0].address, frame("done")));
  auto left = admit(table, "a", {"3"});
  EXPECT_EQ(verdicts(left), std::vector{overloaded}) << "the refused one still waits for its answer";
}

TEST_F(RequestTable, DropsAnswersForAPeerThatWasGivenUp) {
  request_table table(limits);
  auto lost = admit(table, "a", {"1", "2"});
  auto kept = admit(table, "b", {"1"});
  EXPECT_EQ(table.answer(lost[0].address, frame("x")), nullptr);
  table.give_up(lost[0].connection);
  EXPECT_EQ(table.in_flight(), 1U);
  EXPECT_EQ(table.answer(lost[1].address, frame("x")), nullptr);
  auto next = admit(table, "a", {"3"});
  EXPECT_EQ(table.answer(lost[0].address, frame("stale")), nullptr) << "the slot is used again";
  const auto* complete = table.answer(next[0].address, frame("y"));
  ASSERT_NE(complete, nullptr);
  EXPECT_EQ(texts(table, *complete), std::vector<std::string>{"y."});
  EXPECT_NE(table.answer(kept[0].address, frame("z")), nullptr);
}

TEST_F(RequestTable, IgnoresAnAddressThatNeverWas) {
  request_table table(limits);
  EXPECT_EQ(table.answer({17, 0, 0}, frame("x")), nullptr);
}

TEST_F(RequestTable, SendsAnAnswerOfSeveralFramesInItsPlace) {
  request_table table(limits);
  auto requests = admit(table, "a", {"1", "2"});
  std::vector<frame> more;
  more.emplace_back("page 2");
  EXPECT_EQ(table.answer(requests[0].address, frame("page 1"), std::move(more)), nullptr);
  const auto* complete = table.answer(requests[1].address, frame("end"));
  ASSERT_NE(complete, nullptr);
  EXPECT_EQ(texts(table, *complete), (std::vector<std::string>{"page 1", "page 2", "end."}));
}

TEST_F(RequestTable, MarksTheLastFrameOfAnAnswerOfSeveral) {
  request_table table(limits);
  auto requests = admit(table, "a", {"1"});
  std::vector<frame> more;
  more.emplace_back("b");
  const auto* complete = table.answer(requests[0].address, frame("a"), std::move(more));
  ASSERT_NE(complete, nullptr);
  EXPECT_EQ(texts(table, *complete), (std::vector<std::string>{"a", "b."}));
}

TEST_F(RequestTable, DiesOnTwoAnswersForOneRequest) {
  request_table table(limits);
  auto requests = admit(table, "a", {"1", "2"});
  table.answer(requests[0].address, frame("x"));
  EXPECT_DEATH(table.answer(requests[0].address, frame("y")), "given");
}

TEST_F(RequestTable, LosesNothingWhenAnswersComeInAnyOrder) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  request_table table(limits);
  std::vector<reply_address> waiting;
  std::size_t sent = 0;
  std::size_t complete = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::string peer(1, static_cast<char>('a' + random() % 5));
    const auto requests = admit(table, peer, std::vector<std::string>(1 + random() % 6, "x"));
    ++sent;
    for (const request& one : requests) waiting.push_back(one.address);
    std::shuffle(waiting.begin(), waiting.end(), random);
    const std::size_t keep = random() % 40;
    while (waiting.size() > keep) {
      if (const auto* message = table.answer(waiting.back(), frame("y"))) {
        ++complete;
        table.finish(*message);
      }
      waiting.pop_back();
    }
    ASSERT_GE(table.in_flight(), waiting.size());
  }
  for (const reply_address& address : waiting) {
    if (const auto* message = table.answer(address, frame("y"))) {
      ++complete;
      table.finish(*message);
    }
  }
  EXPECT_EQ(complete, sent);
  EXPECT_EQ(table.in_flight(), 0U);
}

}  // namespace
}  // namespace jumak::net
