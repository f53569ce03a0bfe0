#include "wire/request.hpp"

#include <gtest/gtest.h>

#include "wire/strict_json.hpp"

namespace jumak::wire {
namespace {

boost::json::value json(std::string_view text) { return parse_strict(text).value(); }

TEST(CommandEnvelope, HasEveryFieldOfTheProtocol) {
  const auto request = json(
      R"({"id":"01JD0Z3N7R8E9T","type":"MakeReservation","aggregate":"hotel/grand-seoul","expected_version":0,)"
      R"("data":{"room":1},"actor":"frontdesk-7","correlation_id":"c","traceparent":"00-ab",)"
      R"("expires":"2026-11-22T10:00:00Z","time":"2026-11-22T09:00:00.5Z"})");
  const auto read = decode_command_envelope(request);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->id.text(), "01JD0Z3N7R8E9T");
  EXPECT_EQ(read->type, "MakeReservation");
  EXPECT_EQ(read->aggregate.text(), "hotel/grand-seoul");
  EXPECT_EQ(read->expected_version, version());
  EXPECT_EQ(read->data, &request.at("data").as_object()) << "points into the request";
  EXPECT_EQ(read->actor->text(), "frontdesk-7");
  EXPECT_EQ(read->correlation_id->text(), "c");
  EXPECT_EQ(read->traceparent->text(), "00-ab");
  EXPECT_EQ(to_text(*read->expires), "2026-11-22T10:00:00.000000Z");
  EXPECT_EQ(to_text(*read->time), "2026-11-22T09:00:00.500000Z");
}

TEST(CommandEnvelope, OptionalFieldsMayBeAbsentAndAllOthersMustNot) {
  EXPECT_TRUE(decode_command_envelope(json(R"({"id":"1","type":"T","aggregate":"k/n","data":{}})")));
  const struct {
    std::string_view text;
    std::string_view says;
  } cases[] = {
      {R"([])", "the request: expected a JSON object"},
      {R"({"type":"T","aggregate":"k/n","data":{}})", "id: missing"},
      {R"({"id":"$1","type":"T","aggregate":"k/n","data":{}})",
       "id: expected an id: 1 to 64 characters of A-Z a-z 0-9 . _ : -"},
      {R"({"id":"1","aggregate":"k/n","data":{}})", "type: missing"},
      {R"({"id":"1","type":"T","data":{}})", "aggregate: missing"},
      {R"({"id":"1","type":"T","aggregate":"k/..","data":{}})",
       "aggregate: expected kind/name, the name 1 to 64 characters of A-Z a-z 0-9 . _ : - and not . or .."},
      {R"({"id":"1","type":"T","aggregate":"k/n"})", "data: missing"},
      {R"({"id":"1","type":"T","aggregate":"k/n","data":[]})", "data: expected an object"},
      {R"({"id":"1","type":"T","aggregate":"k/n","data":{},"expected_version":-1})",
       "expected_version: expected a whole number from 0 to 18446744073709551615"},
      {R"({"id":"1","type":"T","aggregate":"k/n","data":{},"actor":""})",
       "actor: expected a text of 1 to 200 characters without U+0000"},
      {R"({"id":"1","type":"T","aggregate":"k/n","data":{},"expires":"tomorrow"})",
       "expires: expected a moment in UTC, RFC 3339, such as 2026-11-22T09:00:00Z"},
      {R"({"id":"1","type":"T","aggregate":"k/n","data":{},"Time":1})",
       "Time: unknown field; known are id, type, aggregate, data, expected_version, actor, correlation_id, "
       "traceparent, expires, time"},
  };
  for (const auto& one : cases) {
    const auto read = decode_command_envelope(json(one.text));
    ASSERT_FALSE(read) << one.text;
    EXPECT_EQ(read.error().message, one.says);
    EXPECT_EQ(read.error().code, errc::malformed);
  }
}

TEST(QueryEnvelope, AfterHasTwoForms) {
  const auto plain = json(R"({"id":"q-1","type":"GetRoom","data":{"a":1},"after":1042,"timeout_ms":500})");
  const auto read = decode_query_envelope(plain);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->after->at, position(1042));
  EXPECT_FALSE(read->after->log);
  EXPECT_EQ(read->timeout_ms, 500);
  EXPECT_EQ(read->data, &plain.at("data").as_object());

  const auto named = json(R"({"id":"q-1","type":"GetRoom","after":{"00ff":7}})");
  const auto other = decode_query_envelope(named);
  ASSERT_TRUE(other) << other.error().message;
  EXPECT_EQ(other->after->log, "00ff");
  EXPECT_EQ(other->after->at, position(7));
  EXPECT_EQ(other->timeout_ms, 1'000);
  EXPECT_EQ(other->data, nullptr);
}

TEST(QueryEnvelope, RefusesWhatTheProtocolDoesNotKnow) {
  const struct {
    std::string_view fields;
    std::string_view says;
  } cases[] = {
      {R"("after":-1)", "after: expected a position, or an object with one log id and its position"},
      {R"("after":1.0)", "after: expected a position, or an object with one log id and its position"},
      {R"("after":null)", "after: expected a position, or an object with one log id and its position"},
      {R"("after":{})", "after: expected a position, or an object with one log id and its position"},
      {R"("after":{"a":1,"b":2})", "after: expected a position, or an object with one log id and its position"},
      {R"("timeout_ms":30001)", "timeout_ms: expected a whole number from 0 to 30000"},
      {R"("after":1,"afterr":1)", "afterr: unknown field; known are id, type, data, after, timeout_ms"},
      {R"("data":null)", "data: expected an object"},
  };
  for (const auto& one : cases) {
    const auto request = json(R"({"id":"q","type":"T",)" + std::string(one.fields) + "}");
    const auto read = decode_query_envelope(request);
    ASSERT_FALSE(read) << one.fields;
    EXPECT_EQ(read.error().message, one.says);
  }
}

TEST(ReadableId, IsFoundInWhateverObjectHasOne) {
  EXPECT_EQ(readable_id(json(R"({"nonsense":[],"id":"x-1"})")), "x-1");
  for (const std::string_view none : {R"({"id":7})", R"({"id":"a b"})", R"({"id":""})", R"(["id"])", R"("id")", "null"}) {
    EXPECT_EQ(readable_id(json(none)), std::nullopt) << none;
  }
}

TEST(ReadEvents, IsCheckedAndNeverClamped) {
  const auto read = [](std::string_view text) {
    const auto data = json(text);
    return decode_read_events(&data.as_object());
  };
  const auto all = decode_read_events(nullptr);
  ASSERT_TRUE(all);
  EXPECT_EQ(all->from, position(1));
  EXPECT_EQ(all->limit, 100U);
  const auto some = read(R"({"from":9,"limit":1000,"stream":"hotel/","types":["A","B"]})");
  ASSERT_TRUE(some);
  EXPECT_EQ(some->from, position(9));
  EXPECT_EQ(some->limit, 1'000U);
  EXPECT_EQ(some->stream, "hotel/");
  EXPECT_EQ(some->types.size(), 2U);
  EXPECT_EQ(read(R"({"from":0})").error().message, "data.from: expected a position from 1 on");
  EXPECT_EQ(read(R"({"limit":0})").error().message, "data.limit: expected a whole number from 1 to 1000");
  EXPECT_EQ(read(R"({"limit":1001})").error().message, "data.limit: expected a whole number from 1 to 1000");
  EXPECT_EQ(read(R"({"types":"A"})").error().message, "data.types: expected an array");
}

TEST(ReadEvents, AStreamIsANameOrAPrefixOfNames) {
  const auto read = [](const std::string& stream) {
    const boost::json::object data{{"stream", stream}};
    return decode_read_events(&data);
  };
  const std::string longest(64, 'n');
  for (const std::string good : {"hotel/", "hotel/grand", "hotel/grand/", "hotel/grand/reservation/",
                                 "hotel/grand/reservation/r-1", "hotel/grand/reservation/r-1/"}) {
    const auto taken = read(good);
    ASSERT_TRUE(taken) << good;
    EXPECT_EQ(taken->stream, good);
  }
  EXPECT_TRUE(read("hotel/" + longest));
  for (const std::string bad : {"", "/", "//", "hotel", "hotel//", "/hotel/", "hotel//grand", "hotel/grand hotel", "hotel/..",
                                "hotel/grand/./", "hotel/gr\xc3\xa4nd", "hotel/*"}) {
    const auto refused = read(bad);
    ASSERT_FALSE(refused) << bad;
    EXPECT_EQ(refused.error().code, errc::malformed);
    EXPECT_EQ(refused.error().message,
              "data.stream: expected a stream's name, such as kind/name, or a prefix of some ending in /");
  }
  EXPECT_FALSE(read("hotel/" + longest + "n"));
}

}  // namespace
}  // namespace jumak::wire
