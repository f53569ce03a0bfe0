#include "app/hotel/csv_parser.hpp"

#include <gtest/gtest.h>

namespace jumak::app::client {
namespace {

using rows = std::vector<std::vector<std::string>>;

/// Parses `text` in pieces of `piece` bytes.
rows parsed(std::string_view text, std::size_t piece = 1) {
  rows found;
  csv_parser parser([&](const std::vector<std::string>& fields, std::uint64_t) -> result<void> {
    found.push_back(fields);
    return {};
  });
  for (std::size_t at = 0; at < text.size(); at += piece) {
    EXPECT_TRUE(parser.feed(text.substr(at, piece)));
  }
  EXPECT_TRUE(parser.finish());
  return found;
}

std::string refusal(std::string_view text) {
  csv_parser parser([](const auto&, std::uint64_t) -> result<void> { return {}; });
  auto done = parser.feed(text);
  if (done) {
    done = parser.finish();
  }
  return done ? "" : done.error().message;
}

TEST(CsvParser, SplitsRowsAndFields) {
  EXPECT_EQ(parsed("a,b\n1,2\n"), (rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(parsed("a,,\n"), (rows{{"a", "", ""}}));
  EXPECT_EQ(parsed(""), rows{});
}

TEST(CsvParser, TakesTheLastRowWithoutALineEnd) { EXPECT_EQ(parsed("a\nb"), (rows{{"a"}, {"b"}})); }

TEST(CsvParser, TakesWindowsLineEndsMarksAndEmptyLines) {
  EXPECT_EQ(parsed("\xEF\xBB\xBF"
                   "a,b\r\n\r\n1,2\r\n"),
            (rows{{"a", "b"}, {"1", "2"}}));
}

TEST(CsvParser, QuotedFieldsHoldAnything) {
  EXPECT_EQ(parsed("\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\"\nx,\"\",z\n"),
            (rows{{"a,b", "say \"hi\"", "two\r\nlines"}, {"x", "", "z"}}));
  EXPECT_EQ(parsed("\"\"\n"), (rows{{""}}));
}

TEST(CsvParser, PiecesOfAnyLengthGiveTheSame) {
  const std::string_view text = "a,\"b\nc\"\r\n\"d\"\"\",e\n\nf,g";
  for (std::size_t piece = 1; piece <= text.size(); ++piece) {
    EXPECT_EQ(parsed(text, piece), parsed(text)) << piece;
  }
}

TEST(CsvParser, NamesTheLineOfAMistake) {
  EXPECT_EQ(refusal("a\n\"b\nc"), "line 2: a quoted field does not end");
  EXPECT_EQ(refusal("a\nb\n\"c\"d\n"), "line 3: text follows a closing quote");
  EXPECT_EQ(refusal("a\"b\n"),
            "line 1: a quote stands inside a field that does not begin with one");
  EXPECT_EQ(refusal(std::string(70'000, 'x')),
            "line 1: a field is over 64 KiB; is this a CSV file?");
}

TEST(CsvParser, CountsLinesInsideQuotes) {
  std::vector<std::uint64_t> lines;
  csv_parser parser([&](const auto&, std::uint64_t line) -> result<void> {
    lines.push_back(line);
    return {};
  });
  ASSERT_TRUE(parser.feed("a\n\"b\nb\"\n\nc\n"));
  ASSERT_TRUE(parser.finish());
  EXPECT_EQ(lines, (std::vector<std::uint64_t>{1, 2, 5}));
}

}  // namespace
}  // namespace jumak::app::client
