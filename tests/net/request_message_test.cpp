#include "net/request_message.hpp"

#include <gtest/gtest.h>

#include <string>

namespace jumak::net {
namespace {

request_message split(const std::vector<std::string>& frames, const request_limits& limits = {}) {
  request_message message(limits);
  for (const std::string& text : frames) message.take(frame(text));
  return message;
}

TEST(RequestMessage, TakesAnEmptyFirstFrameAsDelimiter) {
  auto message = split({"", "a", "b"});
  EXPECT_TRUE(message.has_delimiter());
  ASSERT_EQ(message.frames().size(), 2U);
  EXPECT_EQ(message.frames()[1].text(), "b");
}

TEST(RequestMessage, NeedsNoDelimiter) {
  auto message = split({"a"});
  EXPECT_FALSE(message.has_delimiter());
  EXPECT_EQ(message.frames().size(), 1U);
}

TEST(RequestMessage, KeepsALaterEmptyFrameAsARequest) {
  auto message = split({"", "", "a"});
  EXPECT_TRUE(message.has_delimiter());
  ASSERT_EQ(message.frames().size(), 2U);
  EXPECT_EQ(message.frames()[0].size(), 0U);
}

TEST(RequestMessage, HasNoRequestWithADelimiterAlone) {
  auto message = split({""});
  EXPECT_TRUE(message.has_delimiter());
  EXPECT_TRUE(message.frames().empty());
  EXPECT_FALSE(message.has_too_many());
}

TEST(RequestMessage, LetsGoAMessageWithTooManyRequests) {
  auto exact = split(std::vector<std::string>(1024, "x"));
  EXPECT_FALSE(exact.has_too_many());
  EXPECT_EQ(exact.frames().size(), 1024U);
  auto over = split(std::vector<std::string>(1025, "x"));
  EXPECT_TRUE(over.has_too_many());
  EXPECT_TRUE(over.frames().empty());
}

TEST(RequestMessage, IsCutWhenItIsTooLongInAll) {
  request_limits limits;
  limits.message_bytes_cut = 10;
  EXPECT_FALSE(split({"", "12345", "12345"}, limits).must_be_cut());
  auto over = split({"12345", "12345", "1"}, limits);
  EXPECT_TRUE(over.must_be_cut());
  EXPECT_TRUE(over.frames().empty());
}

TEST(RequestMessage, ForgetsEverythingWhenCleared) {
  auto message = split({"", "a"});
  message.clear();
  message.take(frame("b"));
  EXPECT_FALSE(message.has_delimiter());
  EXPECT_EQ(message.frames().size(), 1U);
  EXPECT_EQ(message.bytes(), 1U);
}

}  // namespace
}  // namespace jumak::net
