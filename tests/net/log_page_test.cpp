#include "net/log_page.hpp"

#include <gtest/gtest.h>

#include <random>

namespace jumak::net {
namespace {

log_head some_head() {
  return {log_id{{1, 2}}, epoch_number(3), commit_number(4), position(5), record_number(6), {7, 8}};
}

page_request some_request() { return {9, log_id{{1, 2}}, {position(5), commit_number(4)}, {7, 8}, 1024}; }

TEST(LogPage, GivesBackWhatWasWritten) {
  EXPECT_EQ(read_page_request(encode(some_request())).value(), some_request());
  const page_header page{9, page_status::unavailable, 77, some_head()};
  EXPECT_EQ(read_page_header(encode(page)).value(), page);
  EXPECT_EQ(read_notice(encode_notice(some_head())).value(), some_head());
}

TEST(LogPage, IsToldFromJsonAndFromCommits) {
  EXPECT_TRUE(is_log_frame(encode(some_request())));
  EXPECT_FALSE(is_log_frame(R"({"id":"1"})"));
  EXPECT_FALSE(is_log_frame("JMK1"));
  EXPECT_FALSE(is_log_frame(""));
}

TEST(LogPage, RefusesANewerVersionByName) {
  std::string bytes = encode(some_request());
  bytes[4] = 2;
  EXPECT_EQ(read_page_request(bytes).error().code, errc::newer_format);
}

TEST(LogPage, RefusesAnotherKind) {
  EXPECT_EQ(read_notice(encode(some_request())).error().code, errc::malformed);
  EXPECT_EQ(read_page_request(encode_notice(some_head())).error().code, errc::malformed);
}

TEST(LogPage, RefusesAPageThatIsTooLargeAndAStartThatIsNone) {
  page_request request = some_request();
  request.bytes_max = page_bytes_max + 1;
  EXPECT_FALSE(read_page_request(encode(request)).has_value());
  request = some_request();
  request.from.number = commit_number(0);
  EXPECT_FALSE(read_page_request(encode(request)).has_value());
}

TEST(LogPage, RefusesEveryOtherLength) {
  const std::string bytes = encode(page_header{1, page_status::ok, 1, some_head()});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(read_page_header(bytes.substr(0, size)).has_value()) << size;
  }
  EXPECT_FALSE(read_page_header(bytes + "x").has_value());
}

TEST(LogPage, ReadsHostileBytesWithoutHarm) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = round % 2 == 0 ? encode(some_request()) : encode(page_header{1, page_status::ok, 1, some_head()});
    for (int flips = 0; flips < 4; ++flips) bytes[random() % bytes.size()] = static_cast<char>(random());
    static_cast<void>(read_page_request(bytes));
    static_cast<void>(read_page_header(bytes));
    static_cast<void>(read_notice(bytes));
  }
}

}  // namespace
}  // namespace jumak::net
