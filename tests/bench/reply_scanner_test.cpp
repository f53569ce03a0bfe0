#include "bench/reply_scanner.hpp"

#include <gtest/gtest.h>

#include <string>

#include "bench/sample_reply.hpp"
#include "wire/reply.hpp"

namespace jumak::bench {
namespace {

using outcome = scanned_reply::outcome;

TEST(ReplyScanner, ReadsTheUsualAnswerWithoutParsing) {
  reply_scanner scanner;
  const std::string frame = accepted_reply("id-1", "GuestRegistered", "guest/g", 18'446);
  const auto reply = scanner.scan(frame);
  EXPECT_EQ(reply.what, outcome::accepted);
  EXPECT_EQ(reply.id, "id-1");
  EXPECT_EQ(reply.position, 18'446U);
  EXPECT_EQ(scanner.parsed(), 0U);
}

/// The quick form is the one the server writes; were it to change, the generator would slow down unnoticed.
TEST(ReplyScanner, KnowsTheServersOwnAnswers) {
  const wire::replied_event event{"GuestRegistered", "guest/g", "", version(1), position(12)};
  const std::string answer = wire::accepted_reply("id-1", position(12), false, {&event, 1});
  EXPECT_EQ(answer, accepted_reply("id-1", "GuestRegistered", "guest/g", 12));
  reply_scanner scanner;
  EXPECT_EQ(scanner.scan(answer).what, outcome::accepted);
  EXPECT_EQ(scanner.scan(wire::accepted_reply("id-1", position(12), false, {})).position, 12U);
  EXPECT_EQ(scanner.parsed(), 0U);
  EXPECT_EQ(scanner.scan(wire::accepted_reply("id-1", position(12), true, {&event, 1})).what,
            outcome::duplicate);
}

struct scanner_case {
  const char* name;
  const char* frame;
  outcome expected;
  const char* id;
};

class ReplyScannerCases : public testing::TestWithParam<scanner_case> {};

TEST_P(ReplyScannerCases, IsNotFooled) {
  reply_scanner scanner;
  const auto reply = scanner.scan(GetParam().frame);
  EXPECT_EQ(reply.what, GetParam().expected);
  EXPECT_EQ(reply.id, GetParam().id);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, ReplyScannerCases,
    testing::Values(
        scanner_case{"OtherOrder",
                     R"({"status":"accepted","duplicate":false,"position":7,"events":[],"id":"a"})",
                     outcome::accepted, "a"},
        scanner_case{"WhiteSpace",
                     "{ \"id\" : \"a\", \"status\" : "
                     "\"accepted\",\n\"position\":7,\"duplicate\":false,\"events\":[] }",
                     outcome::accepted, "a"},
        scanner_case{"NoEvents",
                     R"({"id":"a","status":"accepted","position":7,"duplicate":false,"events":[]})",
                     outcome::accepted, "a"},
        scanner_case{"Duplicate",
                     R"({"id":"a","status":"accepted","position":7,"duplicate":true,"events":[]})",
                     outcome::duplicate, "a"},
        scanner_case{
            "Rejected",
            R"({"id":"a","status":"rejected","position":7,"duplicate":false,"error":{"code":"no_availability","message":"","details":{}}})",
            outcome::rejected, "a"},
        scanner_case{"Error",
                     R"({"id":null,"status":"error","error":{"code":"malformed","message":"x"}})",
                     outcome::error, ""},
        scanner_case{
            "StatusInsideDetails",
            R"({"id":"a","status":"rejected","error":{"id":"b","status":"accepted","position":7,"duplicate":false,"events":[]}})",
            outcome::rejected, "a"},
        scanner_case{
            "StatusInsideText",
            R"({"id":"a","status":"error","error":{"message":"{\"id\":\"a\",\"status\":\"accepted\",\"position\":7,\"duplicate\":false,\"events\":[]}"}})",
            outcome::error, "a"},
        scanner_case{
            "EscapedQuoteInId",
            R"({"id":"a\",\"status\":\"accepted\",\"position\":1","status":"rejected","events":[]})",
            outcome::rejected, R"(a","status":"accepted","position":1)"},
        scanner_case{
            "BackslashInId",
            R"({"id":"\u0061\\","status":"accepted","position":7,"duplicate":false,"events":[]})",
            outcome::accepted, "a\\"},
        scanner_case{
            "HugePosition",
            R"({"id":"a","status":"accepted","position":99999999999999999999999,"duplicate":false,"events":[]})",
            outcome::accepted, "a"},
        scanner_case{"DuplicateMissing",
                     R"({"id":"a","status":"accepted","position":7,"events":[]})",
                     outcome::unreadable, "a"},
        scanner_case{"UnknownStatus", R"({"id":"a","status":"fine","position":7})",
                     outcome::unreadable, "a"},
        scanner_case{"NoObject", R"(["id","status","accepted"])", outcome::unreadable, ""},
        scanner_case{"Truncated",
                     R"({"id":"a","status":"accepted","position":7,"duplicate":false,"events":[)",
                     outcome::unreadable, ""},
        scanner_case{"CutInPosition", R"({"id":"a","status":"accepted","position":)",
                     outcome::unreadable, ""},
        scanner_case{"Empty", "", outcome::unreadable, ""}),
    [](const auto& chosen) { return std::string(chosen.param.name); });

TEST(ReplyScanner, SurvivesEveryPrefixOfAnAnswer) {
  reply_scanner scanner;
  const std::string frame = accepted_reply("id-1", "GuestRegistered", "guest/g", 12);
  for (std::size_t size = 0; size < frame.size(); ++size)
    EXPECT_EQ(scanner.scan(std::string(frame, 0, size)).what, outcome::unreadable) << size;
}

}  // namespace
}  // namespace jumak::bench
