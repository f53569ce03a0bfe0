#include "core/pack.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/names.hpp"

namespace jumak {
namespace {

enum class colour : std::uint8_t { red, green = 7 };
BOOST_DESCRIBE_ENUM(colour, red, green)

using small = bounded_integer<struct small_tag, -5, 5>;

class pair_of_names {
 public:
  using item = name;
  static constexpr std::string_view expected = "two names";
  static std::optional<pair_of_names> from_items(std::vector<name> items) {
    if (items.size() != 2) return std::nullopt;
    pair_of_names made;
    made.items_ = std::move(items);
    return made;
  }
  [[nodiscard]] const std::vector<name>& items() const { return items_; }
  friend bool operator==(const pair_of_names&, const pair_of_names&) = default;

 private:
  std::vector<name> items_;
};

struct inner {
  bool yes = false;
  colour paint = colour::red;
  friend bool operator==(const inner&, const inner&) = default;
};
BOOST_DESCRIBE_STRUCT(inner, (), (yes, paint))

struct everything {
  name who;
  small few;
  date day;
  timestamp moment;
  version at;
  std::uint64_t wide = 0;
  std::uint16_t narrow = 0;
  std::int64_t wide_signed = 0;
  std::int32_t narrow_signed = 0;
  std::string text;
  pair_of_names both;
  std::vector<inner> list;
  std::optional<free_text> maybe;
  std::map<name, small> by_name;
  inner nested;
  friend bool operator==(const everything&, const everything&) = default;
};
BOOST_DESCRIBE_STRUCT(everything, (),
                      (who, few, day, moment, at, wide, narrow, wide_signed, narrow_signed, text, both, list, maybe,
                       by_name, nested))

inner any_inner() { return {*rc::gen::arbitrary<bool>(), *rc::gen::element(colour::red, colour::green)}; }

name any_name() {
  const std::string letters(*rc::gen::inRange<std::size_t>(1, 65), *rc::gen::inRange('a', 'z'));
  return name::from_text(letters).value();
}

everything any_value() {
  everything made;
  made.who = name::from_text(*rc::gen::element<std::string>("x", "A-1", std::string(64, 'z'))).value();
  made.few = small::from_integer(*rc::gen::inRange(-5, 6)).value();
  made.day = date::from_packed(*rc::gen::inRange(-719'162, 2'932'897)).value();
  made.moment = timestamp(std::chrono::microseconds(*rc::gen::arbitrary<std::int64_t>()));
  made.at = version(*rc::gen::arbitrary<std::uint64_t>());
  made.wide = *rc::gen::element<std::uint64_t>(0, 127, 128, 16'384, ~std::uint64_t{0});
  made.narrow = *rc::gen::arbitrary<std::uint16_t>();
  made.wide_signed = *rc::gen::element<std::int64_t>(0, -1, 63, -64, 64, INT64_MIN, INT64_MAX);
  made.narrow_signed = *rc::gen::arbitrary<std::int32_t>();
  made.text = *rc::gen::arbitrary<std::string>();
  made.both = pair_of_names::from_items({any_name(), any_name()}).value();
  for (int left = *rc::gen::inRange(0, 5); left > 0; --left) made.list.push_back(any_inner());
  if (*rc::gen::arbitrary<bool>()) made.maybe = free_text::from_text("주막").value();
  for (int left = *rc::gen::inRange(0, 5); left > 0; --left) made.by_name[any_name()] = made.few;
  made.nested = any_inner();
  return made;
}

RC_GTEST_PROP(Pack, WhatWasWrittenIsRead, ()) {
  const everything value = any_value();
  RC_ASSERT(unpacked<everything>(packed(value)) == value);
}

RC_GTEST_PROP(Pack, BytesThatAreCutOrGoOnAreRefused, ()) {
  std::string bytes = packed(any_value());
  const auto kept = *rc::gen::inRange<std::size_t>(0, bytes.size());
  // The copy has no byte behind it, so that a sanitizer sees a read beyond the end.
  const std::vector<char> cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(kept));
  RC_ASSERT(!unpacked<everything>(std::string_view(cut.data(), cut.size())));
  RC_ASSERT(!unpacked<everything>(bytes + '\0'));
}

RC_GTEST_PROP(Pack, HostileBytesGiveNothingOrAValueThatCanBeWritten, ()) {
  std::string bytes = packed(any_value());
  for (int left = *rc::gen::inRange(1, 4); left > 0; --left) {
    bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
  }
  const std::vector<char> copy(bytes.begin(), bytes.end());
  const auto read = unpacked<everything>(std::string_view(copy.data(), copy.size()));
  if (read) RC_ASSERT(unpacked<everything>(packed(*read)) == read);
}

RC_GTEST_PROP(Pack, NoiseIsNeverReadBeyondItsEnd, (const std::vector<char>& noise)) {
  const auto read = unpacked<everything>(std::string_view(noise.data(), noise.size()));
  if (read) RC_ASSERT(unpacked<everything>(packed(*read)) == read);
}

TEST(Pack, AHostileCountAsksForNoMemory) {
  std::string bytes;
  pack_unsigned(bytes, ~std::uint64_t{0});
  EXPECT_FALSE(unpacked<std::vector<inner>>(bytes));
  EXPECT_FALSE(unpacked<std::string>(bytes));
  EXPECT_FALSE((unpacked<std::map<std::string, inner>>(bytes)));
}

TEST(Pack, ANumberThatIsTooWideIsRefusedNotCut) {
  std::string bytes;
  pack_unsigned(bytes, 65'536);
  EXPECT_FALSE(unpacked<std::uint16_t>(bytes));
  bytes.clear();
  pack_signed(bytes, std::int64_t{INT32_MIN} - 1);
  EXPECT_FALSE(unpacked<std::int32_t>(bytes));
  EXPECT_FALSE(unpacked<std::uint64_t>(std::string(9, '\xFF') + '\x02')) << "65 bits";
  EXPECT_FALSE(unpacked<std::uint64_t>(std::string(10, '\xFF') + '\x01')) << "11 bytes";
  EXPECT_EQ(unpacked<std::uint64_t>(std::string(9, '\xFF') + '\x01'), ~std::uint64_t{0});
}

TEST(Pack, WhatIsNeitherYesNorNoIsRefused) {
  EXPECT_EQ(unpacked<bool>("\x01"), true);
  EXPECT_FALSE(unpacked<bool>("\x02"));
  EXPECT_FALSE(unpacked<std::optional<small>>("\x02\x02"));
  EXPECT_FALSE(unpacked<std::optional<bool>>("\x02"));
  EXPECT_FALSE(unpacked<colour>("\x01")) << "no such colour";
  EXPECT_EQ(unpacked<colour>("\x07"), colour::green);
}

TEST(Pack, AMapIsReadOnlyInTheOrderItIsWritten) {
  using counts = std::map<std::string, std::uint64_t>;
  const std::string bytes = "\x02\x01" "a\x05\x01" "b\x06";
  EXPECT_EQ(packed(counts{{"b", 6}, {"a", 5}}), bytes);
  EXPECT_EQ(unpacked<counts>(bytes), (counts{{"a", 5}, {"b", 6}}));
  EXPECT_FALSE(unpacked<counts>("\x02\x01" "b\x06\x01" "a\x05")) << "not in order";
  EXPECT_FALSE(unpacked<counts>("\x02\x01" "a\x05\x01" "a\x05")) << "twice the same";
}

TEST(Pack, TheFormIsTheOneThatIsStored) {
  // Changing it makes every log unreadable.
  EXPECT_EQ(packed(std::uint64_t{300}), "\xAC\x02");
  EXPECT_EQ(packed(std::int64_t{-3}), "\x05");
  EXPECT_EQ(packed(std::string("ab")), "\x02" "ab");
  EXPECT_EQ(packed(small::from_integer(5)), "\x01\x0A");
  EXPECT_EQ(packed(std::optional<std::uint64_t>(5)), "\x01\x05");
  EXPECT_EQ(packed(std::optional<bool>()), std::string(1, '\0'));
  EXPECT_EQ(packed(date::from_text("1970-01-02").value()), "\x02");
}

TEST(Unpacker, FailsForGood) {
  unpacker in("\x05" "ab");
  EXPECT_EQ(in.read_text(), "");
  EXPECT_TRUE(in.failed());
  EXPECT_EQ(in.read_byte(), 0);
  EXPECT_EQ(in.read_fixed64(), 0U);
  EXPECT_FALSE(in.done());
}

}  // namespace
}  // namespace jumak
