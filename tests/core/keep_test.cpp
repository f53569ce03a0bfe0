#include "core/keep.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/keep_form.hpp"
#include "core/names.hpp"

namespace jumak {
namespace {

enum class shade : std::uint16_t {};

struct leaf {
  std::string text;
  std::int32_t number = 0;
  shade colour{};
  std::optional<name> who;
  friend bool operator==(const leaf&, const leaf&) = default;
};

class twig {
 public:
  static auto kept(auto& self) { return std::tie(self.leaves_, self.weights_); }
  void grow(leaf added, std::int64_t weight) {
    leaves_.push_back(std::move(added));
    weights_.push_back(weight);
  }
  friend bool operator==(const twig&, const twig&) = default;

 private:
  std::vector<leaf> leaves_;
  std::vector<std::int64_t> weights_;
};

/// Kept in its own way: only how many there are.
class berries {
 public:
  using kept_item = leaf;
  std::uint64_t count = 0;
  void keep(keeper& out) const { pack_unsigned(out.next(), count); }
  void restore(unpacker& in) { count = in.read_unsigned(); }
  friend bool operator==(const berries&, const berries&) = default;
};

/// Cannot be copied, so it says itself what is kept.
struct tree {
  static auto kept(auto& self) {
    return std::tie(self.twigs, self.by_name, self.shades, self.top, self.fruit, self.planted, self.rings,
                    self.by_number);
  }
  std::array<twig, 2> twigs;
  std::map<std::string, std::vector<leaf>, std::less<>> by_name;
  std::set<std::pair<std::uint64_t, shade>> shades;
  std::unique_ptr<leaf> top;
  berries fruit;
  timestamp planted;
  version rings;
  std::unordered_map<std::uint32_t, std::string> by_number;
};

template <class Value>
std::string kept_bytes(const Value& value) {
  std::string bytes;
  keeper out([&](std::string_view piece) { bytes += piece; });
  keep(out, value);
  out.flush();
  return bytes;
}

leaf random_leaf() {
  return {*rc::gen::arbitrary<std::string>(), *rc::gen::arbitrary<std::int32_t>(),
          shade(*rc::gen::arbitrary<std::uint16_t>()),
          *rc::gen::arbitrary<bool>() ? name::from_text("x") : std::nullopt};
}

RC_GTEST_PROP(Keep, WhatIsRestoredIsWhatWasKept, ()) {
  tree grown;
  const int leaves = *rc::gen::inRange(0, 5);
  for (int each = 0; each < leaves; ++each) {
    grown.twigs[static_cast<std::size_t>(each % 2)].grow(random_leaf(), *rc::gen::arbitrary<std::int64_t>());
    grown.by_name[*rc::gen::arbitrary<std::string>()].push_back(random_leaf());
    grown.by_number[*rc::gen::arbitrary<std::uint32_t>()] = *rc::gen::arbitrary<std::string>();
    grown.shades.insert({*rc::gen::arbitrary<std::uint64_t>(), shade(*rc::gen::arbitrary<std::uint16_t>())});
  }
  if (leaves > 2) grown.top = std::make_unique<leaf>(random_leaf());
  grown.fruit.count = *rc::gen::arbitrary<std::uint64_t>();
  grown.rings = version(7);
  const std::string bytes = kept_bytes(grown);
  tree read;
  unpacker in(bytes);
  restore(in, read);
  RC_ASSERT(in.done());
  RC_ASSERT(read.twigs == grown.twigs);
  RC_ASSERT(read.by_name == grown.by_name);
  RC_ASSERT(read.shades == grown.shades);
  RC_ASSERT(read.by_number == grown.by_number);
  RC_ASSERT(kept_bytes(read) == bytes);
  RC_ASSERT(!read.top == !grown.top);
  // Whatever is cut off is missed, and nothing is read beyond the end.
  const auto size = *rc::gen::inRange<std::size_t>(0, bytes.size());
  unpacker torn(std::string_view(bytes).substr(0, size));
  tree half;
  restore(torn, half);
  RC_ASSERT(!torn.done());
}

TEST(Keep, ATableIsKeptAlikeWhateverItsPast) {
  std::unordered_map<std::uint32_t, std::string> grown;
  for (std::uint32_t each = 0; each < 1'000; ++each) grown[each * 7919] = "x";
  std::unordered_map<std::uint32_t, std::string> shrunk(64 * 1024);
  for (std::uint32_t each = 2'000; each-- > 0;) shrunk[each * 7919] = "x";
  for (std::uint32_t each = 1'000; each < 2'000; ++each) shrunk.erase(each * 7919);
  EXPECT_EQ(kept_bytes(grown), kept_bytes(shrunk));
}

TEST(Keep, ManyBytesComeInPieces) {
  std::vector<std::string> pieces;
  keeper out([&](std::string_view piece) { pieces.emplace_back(piece); });
  keep(out, std::vector<leaf>(100'000, leaf{"some text", -1, {}, {}}));
  out.flush();
  EXPECT_GT(pieces.size(), 2U);
}

TEST(Keep, EndsSoonWhenThereIsEnough) {
  std::size_t pieces = 0;
  keeper out([&](std::string_view) { ++pieces; }, [&] { return pieces == 2; });
  keep(out, std::map<int, std::vector<leaf>>{{1, std::vector<leaf>(100'000, leaf{"some text", -1, {}, {}})}});
  out.flush();
  EXPECT_TRUE(out.stopped());
  EXPECT_EQ(pieces, 2U);
}

TEST(Keep, ACountThatTheBytesCannotHoldIsNoReasonToTakeMemory) {
  std::string bytes;
  pack_unsigned(bytes, std::uint64_t{1} << 61);
  std::vector<std::int64_t> numbers;
  unpacker in(bytes);
  restore(in, numbers);
  EXPECT_TRUE(in.failed());
  std::vector<leaf> leaves;
  unpacker again(bytes);
  restore(again, leaves);
  EXPECT_TRUE(again.failed());
}

namespace grown {
struct leaf {
  std::string text;
  std::int32_t number = 0;
  shade colour{};
  std::optional<name> who;
  bool wet = false;
};
}  // namespace grown

TEST(KeepForm, TellsStructsApartBelowContainersToo) {
  EXPECT_EQ(kept_form_of<std::vector<leaf>>(), kept_form_of<std::vector<leaf>>());
  EXPECT_NE(kept_form_of<std::vector<leaf>>(), kept_form_of<std::vector<grown::leaf>>());
  EXPECT_NE(kept_form_of<leaf>(), kept_form_of<std::optional<leaf>>());
  EXPECT_NE(kept_form_of<tree>(), kept_form_of<twig>());
}

}  // namespace
}  // namespace jumak
