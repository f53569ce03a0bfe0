#include "tests/end_to_end/hostile_input.hpp"

#include <string>

namespace jumak::end_to_end {
namespace {

using boost::json::array;

using hostile_fields = hostile_input;

TEST_F(hostile_fields, TheEnvelopeNamesTheFieldThatIsWrong) {
  const boost::json::string long_id(65, 'i');
  expect_commands({
      {without("id"), "malformed", "null", {"id", "missing"}},
      {with("id", long_id), "malformed", "null", {"id", "expected", "64"}},
      {with("id", ""), "malformed", "null", {"id", "expected"}},
      {with("id", "a b"), "malformed", "null", {"id", "expected"}},
      {with("id", 7), "malformed", "null", {"id", "expected"}},
      {with("id", nullptr), "malformed", "null", {"id", "expected"}},
      {without("type"), "malformed", "x", {"type", "missing"}},
      {with("type", 7), "malformed", "x", {"type", "expected"}},
      {without("aggregate"), "malformed", "x", {"aggregate", "missing"}},
      {with("aggregate", "grand"), "malformed", "x", {"aggregate", "expected"}},
      {with("aggregate", "hotel/../x"), "malformed", "x", {"aggregate", "expected"}},
      {with("aggregate", "hotel/.."), "malformed", "x", {"aggregate", "expected"}},
      {with("aggregate", "hotel/"), "malformed", "x", {"aggregate", "expected"}},
      {with("aggregate", boost::json::string("hotel/").append(long_id)),
       "malformed",
       "x",
       {"aggregate", "expected", "64"}},
      {without("data"), "malformed", "x", {"data", "missing"}},
      {with("data", array{}), "malformed", "x", {"data", "expected an object"}},
      {with("data", nullptr), "malformed", "x", {"data", "expected an object"}},
      {with("expected_version", -1), "malformed", "x", {"expected_version", "expected"}},
      {with("expected_version", "1"), "malformed", "x", {"expected_version", "expected"}},
      {with("actor", ""), "malformed", "x", {"actor", "expected"}},
      {with("actor", boost::json::string(201, 'a')),
       "malformed",
       "x",
       {"actor", "expected", "200"}},
      {with("expires", "tomorrow"), "malformed", "x", {"expires", "expected", "RFC 3339"}},
      {with("time", "2026-02-30T00:00:00Z"), "malformed", "x", {"time", "expected", "RFC 3339"}},
      {with("colour", "red"), "malformed", "x", {"colour"}},
      {with("aggregate", "ship/grand"), "unknown_aggregate_kind", "x", {"ship"}},
      {with("type", "Conquer"), "unknown_type", "x", {"Conquer"}},
      {with("type", "RegisterGuest"), "unknown_type", "x", {"RegisterGuest"}},
      {with("time", "2026-01-01T00:00:00Z"), "forbidden", "x", {"time", "--allow-backdating"}},
      {with("expires", "2020-01-01T00:00:00Z"), "expired", "x", {"expires"}},
  });
}

TEST_F(hostile_fields, TheDataNamesTheFieldThatIsWrong) {
  expect_commands({
      {without_data("reservation"), "malformed", "x", {"data.reservation", "missing"}},
      {with_data("reservation", "../x"), "malformed", "x", {"data.reservation", "expected"}},
      {with_data("reservation", 7), "malformed", "x", {"data.reservation", "expected"}},
      {with_data("arrival", "2027-02-30"), "malformed", "x", {"data.arrival", "expected", "date"}},
      {with_data("arrival", "tomorrow"), "malformed", "x", {"data.arrival", "YYYY-MM-DD"}},
      {with_data("guests", 2), "malformed", "x", {"data.guests", "expected an object"}},
      {with_data("guests", object{{"adults", -1}}),
       "malformed",
       "x",
       {"data.guests.adults", "expected a whole number from 0 to 100"}},
      {with_data("guests", object{{"adults", 101}}),
       "malformed",
       "x",
       {"data.guests.adults", "expected a whole number from 0 to 100"}},
      {with_data("guests", object{{"adults", 1}, {"cats", 1}}),
       "malformed",
       "x",
       {"data.guests.cats"}},
      {with_data("guests", object{}), "malformed", "x", {"data.guests.adults", "missing"}},
      {with_data("meal", nullptr), "malformed", "x", {"data.meal", "expected"}},
      {with_data("meal", ""), "malformed", "x", {"data.meal", "1 to 200"}},
      {with_data("meal", boost::json::string(201, 'm')),
       "malformed",
       "x",
       {"data.meal", "1 to 200"}},
      {with_data("meal", boost::json::string(1, '\0')),
       "malformed",
       "x",
       {"data.meal", "expected"}},
      {with_data("departrue", "2027-01-01"), "malformed", "x", {"data.departrue"}},
  });
}

TEST_F(hostile_fields, AStayThatEndsBeforeItBeginsIsRejected) {
  client hostile(house_.jumak.address("commands"));
  const auto answer = hostile.ask(with_data("departure", boost::json::string(day_from_today(20))));
  EXPECT_EQ(at(answer, "status"), "rejected");
  EXPECT_EQ(at(answer, "error.code"), "invalid_stay");
  EXPECT_EQ(at(answer, "error.details.to"), day_from_today(20));
  EXPECT_NE(at(answer, "error.message"), "");
}

TEST_F(hostile_fields, AQueryNamesWhatIsWrong) {
  const auto query = [](const std::string& rest) { return R"({"id":"q","type":)" + rest + "}"; };
  const std::string guest = R"("GetGuest","data":{"guest":"ada"})";
  expect_queries({
      {"{]", "malformed", "null", {"JSON"}},
      {query(R"("GetWeather")"), "unknown_type", "q", {"GetWeather"}},
      {query(R"("GetGuest")"), "malformed", "q", {"data.guest", "missing"}},
      {query(R"("GetGuest","data":{"guest":"../x"})"),
       "malformed",
       "q",
       {"data.guest", "expected"}},
      {query(R"("GetGuest","data":{"guest":"ada","x":1})"), "malformed", "q", {"data.x"}},
      {query(R"("GetGuest","data":{"guest":"bob"})"), "not_found", "q", {"bob"}},
      {query(guest + R"(,"after":-1)"), "malformed", "q", {"after", "expected"}},
      {query(guest + R"(,"after":"1")"), "malformed", "q", {"after", "expected"}},
      {query(guest + R"(,"after":1.5)"), "malformed", "q", {"after", "expected"}},
      {query(guest + R"(,"after":{})"), "malformed", "q", {"after", "expected"}},
      {query(guest + R"(,"after":{"0123":1})"), "wrong_log", "q", {}},
      {query(guest + R"(,"timeout_ms":30001)"), "malformed", "q", {"timeout_ms", "30000"}},
      {query(guest + R"(,"timeout_ms":-1)"), "malformed", "q", {"timeout_ms", "30000"}},
      {query(guest + R"(,"before":1)"), "malformed", "q", {"before"}},
      {query(R"("GetRoomBoard","data":{"hotel":"grand","limit":0})"),
       "malformed",
       "q",
       {"data.limit", "1 to 1000"}},
      {query(R"("GetRoomBoard","data":{"hotel":"grand","limit":1001})"),
       "malformed",
       "q",
       {"data.limit", "1 to 1000"}},
      {query(R"("GetRoomBoard","data":{"hotel":"grand","cursor":"mine"})"),
       "malformed",
       "q",
       {"data.cursor"}},
      {query(R"("ListArrivals","data":{"hotel":"grand","date":"2027-02-30"})"),
       "malformed",
       "q",
       {"data.date", "expected", "date"}},
  });
}

TEST_F(hostile_fields, AQueryBeyondTheHeadTimesOutAndSaysWhereItIs) {
  client hostile(house_.jumak.address("queries"));
  const auto asked = clock::now();
  const auto answer = hostile.ask(
      R"({"id":"q","type":"GetGuest","data":{"guest":"ada"},"after":1000000,"timeout_ms":200})");
  EXPECT_GE(clock::now() - asked, 200ms);
  expect_answer(answer, {"", "timeout", "q", {}});
  EXPECT_EQ(position(answer), head_);
}

TEST_F(hostile_fields, HistoryNamesWhatIsWrong) {
  const auto read = [](const std::string& data) {
    return R"({"id":"h","type":"ReadEvents","data":)" + data + "}";
  };
  expect_all(house_.jumak.address("history"),
             {
                 {"?", "malformed", "null", {"JSON"}},
                 {R"({"id":"h","type":"GetGuest","data":{}})",
                  "unknown_type",
                  "h",
                  {"type", "ReadEvents"}},
                 {read(R"({"from":0})"), "malformed", "h", {"data.from", "expected"}},
                 {read(R"({"from":"1"})"), "malformed", "h", {"data.from", "expected"}},
                 {read(R"({"limit":0})"), "malformed", "h", {"data.limit", "1 to 1000"}},
                 {read(R"({"limit":1001})"), "malformed", "h", {"data.limit", "1 to 1000"}},
                 {read(R"({"stream":7})"), "malformed", "h", {"data.stream", "expected"}},
                 {read(R"({"stream":"hotel"})"), "malformed", "h", {"data.stream", "expected"}},
                 {read(R"({"":7})"), "malformed", "h", {"data.\"\"", "unknown field"}},
                 {read(R"({"types":"RoomAdded"})"), "malformed", "h", {"data.types", "expected"}},
                 {read(R"({"form":1})"), "malformed", "h", {"data.form"}},
             });
}

}  // namespace
}  // namespace jumak::end_to_end
