#include "app/client/reply.hpp"

#include <gtest/gtest.h>

#include "app/client/exit_code.hpp"
#include "app/client/wording.hpp"

namespace jumak::app::client {
namespace {

TEST(Reply, ReadsWhatAClientSteersBy) {
  const auto answer = read_reply(
      R"({"id":"a","status":"error","error":{"code":"overloaded","message":"Full.","retry_after_ms":50}})");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->id, "a");
  EXPECT_EQ(answer->code, "overloaded");
  EXPECT_EQ(answer->retry_after, std::chrono::milliseconds(50));
  EXPECT_EQ(verdict_of(*answer), verdict::try_again);
}

TEST(Reply, ANullIdIsEmpty) {
  const auto answer =
      read_reply(R"({"id":null,"status":"error","error":{"code":"malformed","message":"No."}})");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->id, "");
  EXPECT_EQ(verdict_of(*answer), verdict::refused);
}

TEST(Reply, RefusesWhatIsNone) {
  for (const char* frame : {"", "hello", "[]", "{}", R"({"id":"a","status":"perhaps"})"}) {
    EXPECT_FALSE(read_reply(frame)) << frame;
  }
}

TEST(Reply, EveryErrorHasItsExitCode) {
  for (const char* open : {"overloaded", "unavailable", "timeout", "outcome_unknown", "internal"}) {
    EXPECT_EQ(exit_code_of_error(open), exit_code::no_answer) << open;
  }
  for (const char* refused : {"malformed", "not_found", "forbidden", "expired", "id_reused",
                              "unknown_type", "too_large", "wrong_log", "of a later version"}) {
    EXPECT_EQ(exit_code_of_error(refused), exit_code::refused) << refused;
  }
}

TEST(Wording, TellsAnAcceptedCommandInPlainWords) {
  const auto answer = read_reply(
      R"({"id":"a","status":"accepted","position":7,"duplicate":true,"events":[{"type":"RoomAdded","stream":"hotel/h/room/1","version":1,"position":7}]})");
  ASSERT_TRUE(answer);
  EXPECT_EQ(in_plain_words(*answer),
            "Accepted at position 7.\n"
            "  7  RoomAdded  hotel/h/room/1 version 1\n"
            "  This id was answered before: the same answer again, nothing done twice.\n");
}

TEST(Wording, TellsARejectionWithItsDetails) {
  const auto answer = read_reply(
      R"({"id":"a","status":"rejected","position":7,"duplicate":false,"error":{"code":"no_availability","message":"Full on 2026-12-24.","details":{"night":"2026-12-24"}}})");
  ASSERT_TRUE(answer);
  EXPECT_EQ(in_plain_words(*answer),
            "Rejected, no_availability: Full on 2026-12-24.\n  night: 2026-12-24\n");
}

}  // namespace
}  // namespace jumak::app::client
