#include "storage/index/armed_deadlines.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/storage/index/naive_deadlines.hpp"

namespace jumak::storage {
namespace {

timestamp at(std::int64_t micros) { return timestamp(std::chrono::microseconds(micros)); }

TEST(ArmedDeadlines, TheFirstDueComesFirst) {
  armed_deadlines armed;
  EXPECT_EQ(armed.next_due(), armed_deadlines::never);
  EXPECT_EQ(armed.take_due(at(1'000)), std::nullopt);
  armed.arm("shelf/a", "box/x", at(30), version(4));
  armed.arm("shelf/b", "box/x", at(20), version(1));
  armed.arm("shelf/a", "box/y", at(10), version(1));
  EXPECT_EQ(armed.next_due(), at(10));
  EXPECT_EQ(armed.take_due(at(9)), std::nullopt);
  EXPECT_EQ(armed.take_due(at(10)), "shelf/a");
  EXPECT_EQ(armed.next_due(), at(20)) << "withheld until it is released";
  const auto first = armed.first_of("shelf/a");
  ASSERT_TRUE(first);
  EXPECT_EQ(first->stream, "box/y");
  EXPECT_EQ(first->armed_by, version(1));
  armed.settle("shelf/a", "box/y");
  armed.release("shelf/a");
  EXPECT_EQ(armed.next_due(), at(20));
  EXPECT_EQ(armed.first_of("shelf/a")->due, at(30));
  EXPECT_EQ(armed.size(), 2U);
}

TEST(ArmedDeadlines, ArmingAgainReplaces) {
  armed_deadlines armed;
  armed.arm("shelf/a", "", at(10), version(1));
  armed.arm("shelf/a", "", at(40), version(2));
  EXPECT_EQ(armed.size(), 1U);
  EXPECT_EQ(armed.next_due(), at(40));
  EXPECT_EQ(armed.first_of("shelf/a")->armed_by, version(2));
  armed.settle("shelf/a", "box/x");
  EXPECT_EQ(armed.size(), 1U) << "another stream's deadline stays";
  armed.settle("shelf/a", "");
  EXPECT_TRUE(armed.empty());
  EXPECT_EQ(armed.first_of("shelf/a"), std::nullopt);
}

TEST(ArmedDeadlines, GivenTimeIsOutOfTheClocksReach) {
  armed_deadlines armed;
  armed.arm("shelf/a", "box/x", at(10), version(1));
  armed.set_given_time("shelf/a", true);
  armed.set_given_time("shelf/b", true);
  EXPECT_EQ(armed.next_due(), armed_deadlines::never);
  EXPECT_EQ(armed.first_of("shelf/a")->due, at(10));
  EXPECT_TRUE(armed.lives_by_given_time("shelf/a"));
  EXPECT_FALSE(armed.lives_by_given_time("shelf/b")) << "it has no deadline";
  armed.set_given_time("shelf/a", false);
  EXPECT_EQ(armed.next_due(), at(10));
}

/// Random changes to few names, each beside a naive twin.
class twins {
 public:
  void change() {
    const std::string aggregate = any_name();
    const std::string stream = any_name();
    switch (*rc::gen::inRange(0, 8)) {
      case 0: case 1: case 2: {
        const timestamp due = at(*rc::gen::inRange(0, 12));
        const version armed_by(*rc::gen::inRange<std::uint64_t>(1, 300));
        armed_.arm(aggregate, stream, due, armed_by);
        naive_.arm(aggregate, stream, due, armed_by);
        break;
      }
      case 3: case 4:
        armed_.settle(aggregate, stream);
        naive_.settle(aggregate, stream);
        break;
      case 5: {
        const bool given = *rc::gen::arbitrary<bool>();
        armed_.set_given_time(aggregate, given);
        naive_.set_given_time(aggregate, given);
        break;
      }
      case 6: take(at(*rc::gen::inRange(0, 14))); break;
      default:
        armed_.release(aggregate);
        naive_.set_withheld(aggregate, false);
    }
  }

  void compare() const {
    RC_ASSERT(armed_.size() == naive_.size());
    const auto first = naive_.first();
    RC_ASSERT(armed_.next_due() == (first ? std::get<0>(*first) : armed_deadlines::never));
    for (const std::string& aggregate : names()) {
      RC_ASSERT(armed_.lives_by_given_time(aggregate) == naive_.lives_by_given_time(aggregate));
      const auto mine = armed_.first_of(aggregate);
      const auto wanted = naive_.first_of(aggregate);
      RC_ASSERT(mine.has_value() == wanted.has_value());
      if (!mine) continue;
      RC_ASSERT(naive_row(aggregate, *mine) == *wanted);
    }
  }

 private:
  static std::vector<std::string> names() { return {"", "a", "bb", std::string(130, 'c'), "dd", "e"}; }
  static std::string any_name() { return *rc::gen::elementOf(names()); }
  static testing::naive_deadlines::row naive_row(const std::string& aggregate, const armed_deadlines::deadline& one) {
    return {one.due, aggregate, std::string(one.stream), one.armed_by};
  }

  void take(timestamp now) {
    const auto wanted = naive_.first();
    const auto taken = armed_.take_due(now);
    RC_ASSERT(taken.has_value() == (wanted && std::get<0>(*wanted) <= now));
    if (!taken) return;
    RC_ASSERT(*taken == std::get<1>(*wanted));
    naive_.set_withheld(std::string(*taken), true);
  }

  armed_deadlines armed_;
  testing::naive_deadlines naive_;
};

RC_GTEST_PROP(ArmedDeadlinesProperty, EqualsANaiveMapWhateverHappens, ()) {
  twins both;
  const int changes = *rc::gen::inRange(1, 200);
  for (int change = 0; change < changes; ++change) {
    both.change();
    both.compare();
  }
}

std::string stream_of(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  return "reservation/r-" + std::string(6 - digits.size(), '0') + digits;
}

TEST(ArmedDeadlines, OneMillionTakeAtMost64BytesEach) {
  constexpr std::uint64_t count = 1'000'000;
  armed_deadlines armed;
  const auto aggregate = [](std::uint64_t number) { return "hotel/h-" + std::to_string(number % 1'000); };
  for (std::uint64_t number = 0; number < count; ++number) {
    armed.arm(aggregate(number), stream_of(number), at(static_cast<std::int64_t>(number * 7'919 % count)), version(1));
  }
  ASSERT_EQ(armed.size(), count);
  const double bytes_each = static_cast<double>(armed.memory_bytes()) / count;
  std::cout << "bytes each: " << bytes_each << "\n";
  EXPECT_LE(bytes_each, 64);
  // And they come out in order.
  for (std::int64_t due = 0; due < 1'000; ++due) {
    const auto taken = armed.take_due(at(due));
    ASSERT_TRUE(taken);
    const std::string owner(*taken);
    const auto first = armed.first_of(owner);
    ASSERT_EQ(first->due, at(due));
    armed.settle(owner, std::string(first->stream));
    armed.release(owner);
  }
}

TEST(ArmedDeadlines, MemoryIsUsedAgain) {
  armed_deadlines armed;
  const auto round = [&](std::uint64_t first) {
    for (std::uint64_t number = first; number < first + 10'000; ++number) {
      armed.arm("hotel/h", stream_of(number), at(1), version(1));
    }
    for (std::uint64_t number = first; number < first + 10'000; ++number) armed.settle("hotel/h", stream_of(number));
  };
  round(0);
  const std::size_t after_one = armed.memory_bytes();
  for (std::uint64_t next = 1; next < 20; ++next) round(next * 10'000);
  EXPECT_LE(armed.memory_bytes(), after_one + 1'024);
  EXPECT_TRUE(armed.empty());
}

}  // namespace
}  // namespace jumak::storage
