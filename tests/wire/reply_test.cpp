#include "wire/reply.hpp"

#include <gtest/gtest.h>

#include "wire/strict_json.hpp"

namespace jumak::wire {
namespace {

// The examples of docs/protocol.md, byte for byte.
TEST(Reply, IsExactlyAsTheProtocolShowsIt) {
  const replied_event made{"ReservationMade", "hotel/grand-seoul", "reservation/r-1", version(1), position(1042)};
  EXPECT_EQ(accepted_reply("01JD", position(1042), false, {&made, 1}),
            R"({"id":"01JD","status":"accepted","position":1042,"duplicate":false,)"
            R"("events":[{"type":"ReservationMade","stream":"hotel/grand-seoul/reservation/r-1","version":1,"position":1042}]})");
  EXPECT_EQ(rejected_reply("01JD", position(1041), false,
                           {"no_availability", "Deluxe is full on 2026-12-24.", {{"night", "2026-12-24"}}}),
            R"({"id":"01JD","status":"rejected","position":1041,"duplicate":false,)"
            R"("error":{"code":"no_availability","message":"Deluxe is full on 2026-12-24.","details":{"night":"2026-12-24"}}})");
  EXPECT_EQ(error_reply("01JD", {errc::overloaded, "wait", 50}),
            R"({"id":"01JD","status":"error","error":{"code":"overloaded","message":"wait","retry_after_ms":50}})");
  EXPECT_EQ(query_reply("q-1", position(1043), R"({"a":1})"),
            R"({"id":"q-1","status":"ok","position":1043,"data":{"a":1}})");
}

TEST(Reply, OfAnAggregatesOwnStreamAndOfNoEvents) {
  const replied_event made[] = {{"A", "guest/kim", "", version(1), position(1)},
                                {"B", "guest/kim", "", version(2), position(2)}};
  EXPECT_EQ(accepted_reply("1", position(2), true, made),
            R"({"id":"1","status":"accepted","position":2,"duplicate":true,"events":[)"
            R"({"type":"A","stream":"guest/kim","version":1,"position":1},)"
            R"({"type":"B","stream":"guest/kim","version":2,"position":2}]})");
  EXPECT_EQ(accepted_reply("1", position(), false, {}),
            R"({"id":"1","status":"accepted","position":0,"duplicate":false,"events":[]})");
}

TEST(Reply, DetailsAreTextsAndNumbersAndLeftOutWhenThereAreNone) {
  EXPECT_EQ(rejected_reply("1", position(), true, {"c", "m", {{"left", std::int64_t{-2}}, {"name", "a\"b"}}}),
            R"({"id":"1","status":"rejected","position":0,"duplicate":true,)"
            R"("error":{"code":"c","message":"m","details":{"left":-2,"name":"a\"b"}}})");
  EXPECT_EQ(rejected_reply("1", position(), true, {"c", "m", {}}),
            R"({"id":"1","status":"rejected","position":0,"duplicate":true,"error":{"code":"c","message":"m"}})");
}

TEST(Reply, OfAnErrorWithoutAnIdSaysNullAndCarriesThePositionReached) {
  EXPECT_EQ(error_reply(std::nullopt, {errc::malformed, "not \"JSON\"", {}}),
            R"({"id":null,"status":"error","error":{"code":"malformed","message":"not \"JSON\""}})");
  EXPECT_EQ(error_reply("q", {errc::timeout, "late", {}}, position(7)),
            R"({"id":"q","status":"error","position":7,"error":{"code":"timeout","message":"late"}})");
  EXPECT_TRUE(parse_strict(error_reply("q", {errc::internal, "", {}}))) << "an error without a message has a sentence";
}

}  // namespace
}  // namespace jumak::wire
