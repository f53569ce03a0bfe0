#include "core/plain_decider.hpp"

#include <gtest/gtest.h>

namespace jumak {
namespace {

struct count_up {
  static constexpr std::string_view type = "CountUp";
};
BOOST_DESCRIBE_STRUCT(count_up, (), ())

struct counted {
  static constexpr std::string_view type = "Counted";
  static constexpr unsigned schema = 1;
  std::uint64_t to = 0;
};
BOOST_DESCRIBE_STRUCT(counted, (), (to))

struct tally {
  std::uint64_t count = 0;
  std::uint64_t last_version = 0;
  friend bool operator==(const tally&, const tally&) = default;
};
BOOST_DESCRIBE_STRUCT(tally, (), (count, last_version))

struct rules {
  const tally& now;
  const stream_facts& facts;
  const decision_context& context;

  decision<std::variant<counted>> operator()(const count_up&) const {
    if (context.actor == "nobody") return reject("who", "Who counts?");
    return std::vector<std::variant<counted>>{counted{now.count + facts.version_of("").value()}};
  }
};

struct evolution {
  tally& now;
  const event_context& around;
  void operator()(const counted& happened) const { now = {happened.to, around.stream_version.value()}; }
};

struct counter : plain_decider<tally, std::variant<count_up>, std::variant<counted>, rules, evolution> {
  static constexpr std::string_view kind = "counter";
  static constexpr std::uint32_t rules = 1;
  static std::string stream_of(const auto&) { return {}; }
};
static_assert(decider<counter>);

TEST(PlainDecider, HandsTheRulesAllThatADecisionMayKnow) {
  stream_facts facts;
  facts.add({"", version(2), "Counted"});
  const auto decided = counter::decide({.count = 5}, facts, count_up{}, {{}, "somebody"});
  ASSERT_TRUE(decided);
  EXPECT_EQ(std::get<counted>(decided->at(0)).to, 7U);
  EXPECT_EQ(counter::decide({}, facts, count_up{}, {{}, "nobody"}).error().code, "who");
}

TEST(PlainDecider, FoldsIntoTheState) {
  tally now;
  counter::evolve(now, counted{3}, {{}, version(9)});
  EXPECT_EQ(now, (tally{3, 9}));
  EXPECT_EQ(counter::load(counter::save(now)), now);
  EXPECT_EQ(counter::load("x"), std::nullopt);
}

TEST(PlainDecider, LeavesVersionsToTheEngine) {
  EXPECT_EQ(counter::version_of({}, ""), std::nullopt);
  EXPECT_TRUE(counter::other_streams(count_up{}).empty());
  EXPECT_EQ(counter::precheck({}, {}, count_up{}, {}), std::nullopt);
}

}  // namespace
}  // namespace jumak
