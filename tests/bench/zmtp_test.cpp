#include "bench/zmtp.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jumak::bench {
namespace {

RC_GTEST_PROP(Zmtp, FramesAreReadBackWholeAndOnlyWhole, ()) {
  const std::size_t size = *rc::gen::element<std::size_t>(0, 1, 255, 256, 257, 70'000);
  const bool more = *rc::gen::arbitrary<bool>();
  const std::string body(size, 'x');
  std::string bytes;
  zmtp::append_frame(bytes, body, more);
  const std::size_t cut = *rc::gen::inRange<std::size_t>(0, bytes.size());
  RC_ASSERT(!zmtp::read_frame(std::string_view(bytes).substr(0, cut)));
  const std::string followed = bytes + "next";
  const auto frame = zmtp::read_frame(followed);
  RC_ASSERT(frame.has_value());
  RC_ASSERT(frame->body == body);
  RC_ASSERT(frame->more == more);
  RC_ASSERT(!frame->command);
  RC_ASSERT(frame->size == bytes.size());
}

TEST(Zmtp, AFrameThatClaimsToBeEndlessIsNotThere) {
  EXPECT_FALSE(zmtp::read_frame(std::string("\x02\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 9) + "body"));
}

TEST(Zmtp, AnswersAPingWithItsContext) {
  using namespace std::string_literals;
  const auto pong =
      zmtp::read_frame(zmtp::answer_to("\x04PING\x00\x0A"
                                       "abc"s));
  EXPECT_EQ(zmtp::answer_to("\x04PING\x00\x0A"
                            "abc"s),
            "\x04\x08\x04PONG"
            "abc"s);
  EXPECT_EQ(zmtp::answer_to("\x04PING\x00\x0A"s), "\x04\x05\x04PONG"s);
  ASSERT_TRUE(pong);
  EXPECT_TRUE(pong->command);
}

TEST(Zmtp, AnswersNothingElse) {
  for (const auto* command : {"", "\x04PING", "\x04PONG..abc", "\x05READY"})
    EXPECT_EQ(zmtp::answer_to(command), "");
}

TEST(Zmtp, GreetsIn64Bytes) { EXPECT_EQ(zmtp::greeting().size(), zmtp::greeting_size); }

}  // namespace
}  // namespace jumak::bench
