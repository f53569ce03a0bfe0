#include "wire/strict_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/serialize.hpp>

namespace jumak::wire {
namespace {

using ::testing::HasSubstr;

std::string many_keys(int count, std::string_view last) {
  std::string text = "{";
  for (int key = 0; key < count; ++key) text += "\"k" + std::to_string(key) + "\":1,";
  return text + std::string(last) + "}";
}

std::string nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
}

TEST(StrictJson, TakesWhatRfc8259Allows) {
  for (const std::string& good :
       {std::string("{}"), std::string(" [1, -2, 3.5, 1e3, true, false, null] \n"), std::string(R"({"a":{"a":{"a":1}}})"),
        std::string(R"([{"a":1},{"a":2}])"), std::string(R"("\u00e9\ud83c\udfe8 é")"), std::string("18446744073709551615"),
        std::string("-9223372036854775808"), std::string("1E+2"), many_keys(40, "\"z\":2"), nested(32)}) {
    EXPECT_TRUE(parse_strict(good)) << good;
  }
}

TEST(StrictJson, RefusesWhatOthersLetPass) {
  const struct {
    std::string text;
    std::string_view says;
  } cases[] = {
      {R"({"a":1,"a":1})", "the key \"a\" is given twice"},
      {R"({"x":{"a":1,"b":2,"a":3}})", "the key \"a\" is given twice"},
      {R"([{"a":1},{"a":1,"a":2}])", "the key \"a\" is given twice"},
      {R"({"a":{"b":1,"b":2},"c":1})", "the key \"b\" is given twice"},
      {R"({"ab":1,"\u0061b":2})", "the key \"ab\" is given twice"},
      {R"({"":1,"":2})", "the key \"\" is given twice"},
      {many_keys(40, "\"k7\":2"), "the key \"k7\" is given twice"},
      {many_keys(15, "\"k0\":2"), "the key \"k0\" is given twice"},
      {many_keys(16, "\"k0\":2"), "the key \"k0\" is given twice"},
      {"18446744073709551616", "an integer does not fit in 64 bits"},
      {"-9223372036854775809", "an integer does not fit in 64 bits"},
      {"[12345678901234567890123]", "an integer does not fit in 64 bits"},
      {"1e999", "a number is too large"},
      {"[{\"a\":[-1e999]}]", "a: a number is too large"},
      {nested(33), ""},
      {nested(1'000), ""},
      {std::string(100'000, '['), ""},
      {"", ""},
      {"   ", ""},
      {"{} x", ""},
      {"{}{}", ""},
      {"[1,]", ""},
      {"{\"a\":1,}", ""},
      {"{'a':1}", ""},
      {"{a:1}", ""},
      {"// no\n{}", ""},
      {"01", ""},
      {"+1", ""},
      {".5", ""},
      {"1.", ""},
      {"NaN", ""},
      {"Infinity", ""},
      {"\"\xC0\x80\"", ""},
      {"\"\xED\xA0\x80\"", ""},
      {"\"\xF5\x80\x80\x80\"", ""},
      {"{\"\xFF\":1}", ""},
      {"\"\\ud800\"", ""},
      {"\"\\q\"", ""},
      {"\"a\nb\"", ""},
      {"\"open", ""},
      {"{\"a\":", ""},
      {"\xEF\xBB\xBF{}", ""},
      {std::string("{}\0", 3), ""},
  };
  for (const auto& one : cases) {
    const auto read = parse_strict(one.text);
    ASSERT_FALSE(read) << one.text.substr(0, 60);
    EXPECT_EQ(read.error().code, errc::malformed);
    EXPECT_THAT(read.error().message, HasSubstr(one.says.empty() ? "not JSON" : one.says)) << one.text.substr(0, 60);
  }
}

TEST(StrictJson, TheSameKeyInAnotherObjectIsAnotherKey) {
  EXPECT_TRUE(parse_strict(R"({"a":{"b":1},"b":{"a":1},"c":[{"a":1,"b":2},{"a":1}]})"));
}

// The parser is kept per thread and builds into memory that is gone after each request.
TEST(StrictJson, FailuresLeaveNothingBehindInMemoryThatIsGone) {
  for (int round = 0; round < 50; ++round) {
    for (const std::string& text :
         {std::string(R"({"a":[1,2,{"long key that needs memory of its own":"and a long text beside it","x)"),
          std::string(R"({"a":{"b":[[["deep"]]]},"a":1})"), std::string(R"(["unfinished \ud800)"), nested(40)}) {
      std::byte buffer[512];
      boost::json::monotonic_resource memory(buffer, sizeof buffer);
      EXPECT_FALSE(parse_strict(text, &memory));
    }
    std::byte buffer[512];
    boost::json::monotonic_resource memory(buffer, sizeof buffer);
    const auto good = parse_strict(R"({"a":[1,"two",{"three":4}]})", &memory);
    ASSERT_TRUE(good);
    EXPECT_EQ(boost::json::serialize(*good), R"({"a":[1,"two",{"three":4}]})");
  }
}

}  // namespace
}  // namespace jumak::wire
