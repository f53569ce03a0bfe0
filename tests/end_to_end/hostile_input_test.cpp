#include "tests/end_to_end/hostile_input.hpp"

#include <string>

namespace jumak::end_to_end {
namespace {

TEST_F(hostile_input, WhatIsNotJsonIsMalformedAndHasNoId) {
  const std::string deep(1'000, '[');
  expect_commands({
      {"hello", "malformed", "null", {"JSON"}},
      {" ", "malformed", "null", {"JSON"}},
      {"{", "malformed", "null", {"JSON"}},
      {without("time") + "}", "malformed", "null", {"JSON"}},
      {"[]", "malformed", "null", {"object"}},
      {"7", "malformed", "null", {"object"}},
      {"null", "malformed", "null", {"object"}},
      {"\xEF\xBB\xBF" + without("time"), "malformed", "null", {"JSON"}},
      {R"({"id":"x)"
       "\xC3\x28"
       R"("})",
       "malformed",
       "null",
       {"UTF-8"}},
      {R"({"id":"\ud800"})", "malformed", "null", {}},
      {std::string("\0\0\0", 3), "malformed", "null", {"JSON"}},
      {deep + std::string(1'000, ']'), "malformed", "null", {"deep"}},
      {with_text("room_type", deep + std::string(1'000, ']')), "malformed", "null", {"deep"}},
  });
}

TEST_F(hostile_input, AKeyTwiceAndNumbersOutOfRangeNameTheirField) {
  const auto twice =
      R"({"id":"x","id":"y","type":"RegisterGuest","aggregate":"guest/a","data":{}})";
  expect_commands({
      {twice, "malformed", "null", {"id", "twice"}},
      {with_text("rate", "1,\"rate\":2"), "malformed", "null", {"rate", "twice"}},
      {with_text("rate", "1e999"), "malformed", "null", {"rate", "expected", "64 bits"}},
      {with_text("rate", "12345678901234567890"), "malformed", "x", {"data.rate", "expected"}},
      {with_text("rate", "99999999999999999999"), "malformed", "null", {"rate", "64 bits"}},
      {with_text("rate", "1.5"), "malformed", "x", {"data.rate", "expected a whole number"}},
      {with_text("rate", "2e0"), "malformed", "x", {"data.rate", "expected a whole number"}},
      {with_text("rate", "1000000000001"), "malformed", "x", {"data.rate", "expected"}},
  });
}

TEST_F(hostile_input, EmptyMessagesAndFramesAreMalformed) {
  for (const char* endpoint : {"commands", "queries", "history"}) {
    SCOPED_TRACE(endpoint);
    client hostile(house_.jumak.address(endpoint));
    hostile.send({""});
    const auto empty = hostile.receive();
    ASSERT_EQ(empty.size(), 2u);
    EXPECT_EQ(empty[0], "");
    expect_answer(parsed(empty[1]), {"", "malformed", "null", {}});

    hostile.send({"", "{", ""});
    const auto later = hostile.receive();
    ASSERT_EQ(later.size(), 3u);
    EXPECT_EQ(later[0], "");
    expect_answer(parsed(later[1]), {"", "malformed", "null", {"JSON"}});
    expect_answer(parsed(later[2]), {"", "malformed", "null", {}});
  }
}

TEST_F(hostile_input, AFrameOver64KibIsTooLargeAndItsNeighboursAreDecided) {
  client hostile(house_.jumak.address("commands"));
  auto good =
      text(command("seed-1", "RegisterGuest", "guest/ada", {{"full_name", "Ada Lovelace"}}));
  auto at_limit = good + std::string(64 * 1024 - good.size(), ' ');
  for (const std::size_t size : {65 * 1024, 64 * 1024 + 1, 1024 * 1024}) {
    SCOPED_TRACE(size);
    const auto large = good + std::string(size - good.size(), ' ');
    const auto answers = hostile.ask_all({good, large, at_limit});
    ASSERT_EQ(answers.size(), 3u);
    EXPECT_EQ(at(answers[0], "status"), "accepted");
    expect_answer(answers[1], {"", "too_large", "null", {"64 KiB"}});
    EXPECT_EQ(at(answers[2], "status"), "accepted");
  }
}

TEST_F(hostile_input, MoreThan1024RequestsInAMessageAreNotDecided) {
  client hostile(house_.jumak.address("commands"));
  const auto guest = text(command("g", "RegisterGuest", "guest/eve", {{"full_name", "Eve"}}));
  message frames(1'025, guest);
  const auto answers = hostile.ask_all(frames);
  ASSERT_EQ(answers.size(), 1u);
  expect_answer(answers[0], {"", "too_large", "null", {"1,024"}});

  frames.assign(1'024, "{");
  EXPECT_EQ(hostile.ask_all(frames).size(), 1'024u);
}

TEST_F(hostile_input, AFrameOver1MibCutsTheConnection) {
  for (const char* endpoint : {"commands", "queries", "history"}) {
    for (const std::uint64_t size : {(1ull << 20) + 1, 1ull << 31, 1ull << 62}) {
      SCOPED_TRACE(std::string(endpoint) + " " + std::to_string(size));
      raw_peer hostile(house_.jumak.address(endpoint));
      hostile.send(raw_peer::frame_header(size, false) + std::string(4'096, 'x'));
      EXPECT_TRUE(hostile.is_cut());
    }
  }
  raw_peer subscriber(house_.jumak.address("events"), "SUB");
  subscriber.send(raw_peer::frame_header(1ull << 31, false) + std::string(4'096, 'x'));
  EXPECT_TRUE(subscriber.is_cut());
}

TEST_F(hostile_input, AMessageOver16MibCutsTheConnection) {
  raw_peer hostile(house_.jumak.address("commands"));
  const auto frame = raw_peer::frame_header(1 << 19, true) + std::string(1 << 19, ' ');
  int taken = 0;
  while (taken < 256 && hostile.send(frame)) ++taken;
  EXPECT_LT(taken, 256) << "128 MiB of one message were taken";
  resident_kib_ += 64 * 1024;  // What the allocator keeps of a few times 16 MiB is not counted against it.
}

}  // namespace
}  // namespace jumak::end_to_end
