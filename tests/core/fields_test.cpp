#include "core/fields.hpp"

#include <gtest/gtest.h>

namespace jumak {
namespace {

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  for (; count > 0; --count) all += text;
  return all;
}

TEST(Text, IsWellFormedUtf8) {
  const struct {
    std::string_view text;
    bool good;
    std::string_view why;
  } cases[] = {
      {"plain", true, "ASCII"},
      {"\xC2\x80", true, "least of two bytes"},
      {"\xE0\xA0\x80", true, "least of three"},
      {"\xED\x9F\xBF", true, "before the surrogates"},
      {"\xEE\x80\x80", true, "after the surrogates"},
      {"\xF0\x90\x80\x80", true, "least of four"},
      {"\xF4\x8F\xBF\xBF", true, "U+10FFFF"},
      {"\xC0\x80", false, "overlong U+0000"},
      {"\xC1\xBF", false, "overlong, two bytes"},
      {"\xE0\x9F\xBF", false, "overlong, three bytes"},
      {"\xF0\x8F\xBF\xBF", false, "overlong, four bytes"},
      {"\xED\xA0\x80", false, "a high surrogate"},
      {"\xED\xBF\xBF", false, "a low surrogate"},
      {"\xF4\x90\x80\x80", false, "beyond U+10FFFF"},
      {"\xF5\x80\x80\x80", false, "no such first byte"},
      {"\xFF", false, "no such byte"},
      {"\x80", false, "a continuation alone"},
      {"\xE2\x82", false, "cut after two of three"},
      {"a\xC3", false, "cut after one of two"},
      {"\xC3(", false, "no continuation"},
      {std::string_view("a\0b", 3), false, "U+0000"},
      {std::string_view("\xE2\x82\0", 3), false, "a zero for a continuation"},
  };
  for (const auto& one : cases) EXPECT_EQ(is_text_of(one.text, 1, 200), one.good) << one.why;
}

TEST(Text, IsCountedInCodePoints) {
  EXPECT_TRUE(free_text::from_text(times(200, "\xF0\x9F\x8F\xA8")));
  EXPECT_FALSE(free_text::from_text(times(201, "\xF0\x9F\x8F\xA8")));
  EXPECT_TRUE(free_text::from_text(std::string(200, 'x')));
  EXPECT_FALSE(free_text::from_text(std::string(201, 'x')));
  EXPECT_FALSE(free_text::from_text(""));
  EXPECT_TRUE(is_text_of("", 0, 0));
  EXPECT_FALSE(is_text_of("ab", 3, 5));
}

TEST(BoundedInteger, IncludesItsBounds) {
  using digit = bounded_integer<struct digit_tag, 1, 9>;
  EXPECT_TRUE(digit::from_integer(1) && digit::from_integer(9));
  EXPECT_FALSE(digit::from_integer(0) || digit::from_integer(10) || digit::from_integer(INT64_MIN));
  EXPECT_EQ(digit().integer(), 1) << "a default-made value is a valid one";
  EXPECT_EQ(digit::expected(), "a whole number from 1 to 9");
  EXPECT_FALSE(money::from_integer(1'000'000'000'001));
}

}  // namespace
}  // namespace jumak
