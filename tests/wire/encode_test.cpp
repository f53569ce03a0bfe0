#include "wire/encode.hpp"

#include <gtest/gtest.h>

#include "wire/strict_json.hpp"

namespace jumak::wire {
namespace {

std::string text_of(std::string_view text) {
  std::string out;
  write_text(out, text);
  return out;
}

TEST(Encode, EscapesWhatJsonAsksFor) {
  EXPECT_EQ(text_of(""), R"("")");
  EXPECT_EQ(text_of("a\"b\\c/d"), R"("a\"b\\c/d")");
  EXPECT_EQ(text_of("\n\r\t"), R"("\n\r\t")");
  EXPECT_EQ(text_of(std::string_view("\0\x01\x1F", 3)), R"("\u0000\u0001\u001f")");
  EXPECT_EQ(text_of("\x7F\xC3\xA9주막\xF0\x9F\x8F\xA8"), "\"\x7F\xC3\xA9주막\xF0\x9F\x8F\xA8\"");
}

TEST(Encode, EveryByteBelow128ComesBackFromAParser) {
  std::string all;
  for (char letter = 0; letter < 127; ++letter) all += letter;
  const auto read = parse_strict(text_of(all));
  ASSERT_TRUE(read);
  EXPECT_EQ(std::string_view(read->as_string().data(), read->as_string().size()), all);
}

struct row {
  std::string key;
  std::optional<std::uint64_t> count;
  std::int64_t left = 0;
};
BOOST_DESCRIBE_STRUCT(row, (), (key, count, left))

TEST(Encode, MembersKeepTheirOrderAndAbsentOnesAreLeftOut) {
  std::string out;
  write_json(out, row{"x{", ~std::uint64_t{0}, INT64_MIN});
  EXPECT_EQ(out, R"({"key":"x{","count":18446744073709551615,"left":-9223372036854775808})");
  out.clear();
  write_json(out, std::vector<row>{{"{", std::nullopt, 1}, {"", 0, 2}});
  EXPECT_EQ(out, R"([{"key":"{","left":1},{"key":"","count":0,"left":2}])");
}

TEST(Encode, TheLastPageHasNoNext) {
  std::string out;
  write_json(out, page<row>{{{"a", 1, 2}}, "after a"});
  write_json(out, page<row>{});
  EXPECT_EQ(out, R"({"items":[{"key":"a","count":1,"left":2}],"next":"after a"}{"items":[]})");
}

}  // namespace
}  // namespace jumak::wire
