#include "wire/decode.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/names.hpp"
#include "wire/encode.hpp"
#include "wire/strict_json.hpp"

namespace jumak::wire {
namespace {

enum class meal : std::uint8_t { none, breakfast, half_board };
BOOST_DESCRIBE_ENUM(meal, none, breakfast, half_board)

using few = bounded_integer<struct few_tag, 0, 9>;

class two_names {
 public:
  using item = name;
  static constexpr std::string_view expected = "two names";
  static std::optional<two_names> from_items(std::vector<name> items) {
    if (items.size() != 2) return std::nullopt;
    two_names made;
    made.items_ = std::move(items);
    return made;
  }
  [[nodiscard]] const std::vector<name>& items() const { return items_; }
  friend bool operator==(const two_names&, const two_names&) = default;

 private:
  std::vector<name> items_;
};

struct guest {
  name who;
  std::optional<few> age;
  friend bool operator==(const guest&, const guest&) = default;
};
BOOST_DESCRIBE_STRUCT(guest, (), (who, age))

struct stay {
  name hotel;
  few rooms;
  meal board = meal::none;
  bool smoking = false;
  date from;
  timestamp booked;
  version seen;
  std::string words;
  two_names desk;
  std::vector<guest> guests;
  std::optional<free_text> note;
  guest payer;
  friend bool operator==(const stay&, const stay&) = default;

  static std::optional<std::string> check(const stay& made) {
    if (made.guests.size() > 2) return "more guests than beds";
    return std::nullopt;
  }
};
BOOST_DESCRIBE_STRUCT(stay, (),
                      (hotel, rooms, board, smoking, from, booked, seen, words, desk, guests, note, payer))

constexpr std::string_view good =
    R"({"hotel":"seoul","rooms":2,"board":"half_board","smoking":true,"from":"2026-12-24",)"
    R"("booked":"2026-11-22T09:00:00Z","seen":18446744073709551615,"words":"","desk":["a","b"],)"
    R"("guests":[{"who":"kim","age":7},{"who":"lee"}],"note":"quiet","payer":{"who":"kim"}})";

result<stay> read(std::string_view text) {
  const auto json = parse_strict(text);
  if (!json) return tl::unexpected(json.error());
  return decode<stay>(json->as_object(), "data");
}

/// The good text with one part replaced.
std::string with(std::string_view part, std::string_view other) {
  std::string text(good);
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return at == std::string::npos ? text : text.replace(at, part.size(), other);
}

TEST(Decode, TakesEveryKindOfField) {
  const auto made = read(good);
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made->hotel.text(), "seoul");
  EXPECT_EQ(made->board, meal::half_board);
  EXPECT_EQ(made->seen, version(~std::uint64_t{0}));
  EXPECT_EQ(made->guests.at(1).age, std::nullopt);
  EXPECT_EQ(made->note->text(), "quiet");
}

TEST(Decode, ErrorsNameTheFieldAndWhatWasExpected) {
  const struct {
    std::string_view part;
    std::string_view other;
    std::string_view says;
  } cases[] = {
      {R"("rooms":2)", R"("rooms":10)", "data.rooms: expected a whole number from 0 to 9"},
      {R"("rooms":2)", R"("rooms":-1)", "data.rooms: expected a whole number from 0 to 9"},
      {R"("rooms":2)", R"("rooms":1.0)", "data.rooms: expected a whole number from 0 to 9"},
      {R"("rooms":2)", R"("rooms":1e0)", "data.rooms: expected a whole number from 0 to 9"},
      {R"("rooms":2)", R"("rooms":"2")", "data.rooms: expected a whole number from 0 to 9"},
      {R"("rooms":2)", R"("rooms":18446744073709551615)", "data.rooms: expected a whole number from 0 to 9"},
      {R"("rooms":2)", R"("rooms":null)", "data.rooms: expected a whole number from 0 to 9"},
      {R"("rooms":2,)", "", "data.rooms: missing"},
      {R"("hotel":"seoul")", R"("hotel":"..")",
       "data.hotel: expected a name: 1 to 64 characters of A-Z a-z 0-9 . _ : - and not . or .."},
      {R"("hotel":"seoul")", R"("hotel":7)",
       "data.hotel: expected a name: 1 to 64 characters of A-Z a-z 0-9 . _ : - and not . or .."},
      {R"("half_board")", R"("full")", "data.board: expected one of none, breakfast, half_board"},
      {R"("half_board")", "2", "data.board: expected one of none, breakfast, half_board"},
      {R"("smoking":true)", R"("smoking":1)", "data.smoking: expected true or false"},
      {R"("2026-12-24")", R"("2026-02-30")", "data.from: expected a date, YYYY-MM-DD, that exists"},
      {R"("2026-11-22T09:00:00Z")", R"("2026-11-22T09:00:00+09:00")",
       "data.booked: expected a moment in UTC, RFC 3339, such as 2026-11-22T09:00:00Z"},
      {"18446744073709551615", "-1", "data.seen: expected a whole number from 0 to 18446744073709551615"},
      {R"("words":"")", R"("words":[])", "data.words: expected a text"},
      {R"(["a","b"])", R"(["a"])", "data.desk: expected two names"},
      {R"(["a","b"])", R"(["a",".."])",
       "data.desk[1]: expected a name: 1 to 64 characters of A-Z a-z 0-9 . _ : - and not . or .."},
      {R"(["a","b"])", R"({"a":"b"})", "data.desk: expected an array"},
      {R"({"who":"kim","age":7})", R"({"who":"kim","age":77})",
       "data.guests[0].age: expected a whole number from 0 to 9"},
      {R"({"who":"lee"})", R"({"age":1})", "data.guests[1].who: missing"},
      {R"({"who":"lee"})", R"({"who":"lee","agee":1})", "data.guests[1].agee: unknown field; known are who, age"},
      {R"({"who":"lee"})", "null", "data.guests[1]: expected an object"},
      {R"({"who":"lee"})", R"({"who":"lee"},{"who":"x"})", "data: more guests than beds"},
      {R"("note":"quiet")", R"("note":null)", "data.note: expected a text of 1 to 200 characters without U+0000"},
      {R"("note":"quiet")", R"("note":"a\u0000")", "data.note: expected a text of 1 to 200 characters without U+0000"},
      {R"("payer":{"who":"kim"})", R"("payer":[])", "data.payer: expected an object"},
      {R"("hotel")", R"("Hotel")", "data.hotel: missing"},
      {R"({"who":"lee"})", R"({"who":"lee","":1})", "data.guests[1].\"\": unknown field; known are who, age"},
      {R"("words")", R"("extra":1,"words")",
       "data.extra: unknown field; known are hotel, rooms, board, smoking, from, booked, seen, words, desk, guests, "
       "note, payer"},
  };
  for (const auto& one : cases) {
    const auto made = read(with(one.part, one.other));
    ASSERT_FALSE(made) << one.says;
    EXPECT_EQ(made.error().code, errc::malformed);
    EXPECT_EQ(made.error().message, one.says);
  }
}

std::string any_words() {
  const auto codes = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::oneOf(
      rc::gen::inRange<std::uint32_t>(1, 0x80), rc::gen::inRange<std::uint32_t>(0x80, 0xD800),
      rc::gen::inRange<std::uint32_t>(0xE000, 0x110000)));
  std::string text;
  const auto put = [&](std::uint32_t bits) { text += static_cast<char>(bits); };
  for (const std::uint32_t code : codes) {
    if (code < 0x80) {
      put(code);
    } else if (code < 0x800) {
      put(0xC0 | code >> 6), put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
      put(0xE0 | code >> 12), put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
    } else {
      put(0xF0 | code >> 18), put(0x80 | (code >> 12 & 0x3F)), put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
    }
  }
  return text;
}

RC_GTEST_PROP(Decode, WhatWasEncodedIsRead, ()) {
  stay made = read(good).value();
  made.words = any_words();
  made.rooms = few::from_integer(*rc::gen::inRange(0, 10)).value();
  made.board = *rc::gen::element(meal::none, meal::breakfast, meal::half_board);
  made.seen = version(*rc::gen::arbitrary<std::uint64_t>());
  made.note = free_text::from_text(any_words().substr(0, 1));
  made.guests.resize(*rc::gen::inRange<std::size_t>(0, 2));
  std::string text;
  write_json(text, made);
  const auto again = read(text);
  RC_ASSERT(again.has_value());
  RC_ASSERT(*again == made);
}

}  // namespace
}  // namespace jumak::wire
