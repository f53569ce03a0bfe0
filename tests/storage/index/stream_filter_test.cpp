#include "storage/index/stream_filter.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace jumak::storage {
namespace {

row_hash name_of(std::uint64_t number) {
  return aggregate_hash("hotel/h").stream("reservation/" + std::to_string(number));
}

RC_GTEST_PROP(StreamFilter, NeverDeniesWhatWasAdded, (const std::vector<std::uint64_t>& names)) {
  stream_filter filter(*rc::gen::inRange<std::size_t>(1, 20));
  for (const std::uint64_t name : names) {
    filter.add({name});
    for (const std::uint64_t each : names) {
      RC_ASSERT(filter.may_contain({each}));
      if (each == name) break;
    }
  }
}

TEST(StreamFilter, ContainsNothingAtFirst) {
  const stream_filter filter;
  EXPECT_FALSE(filter.may_contain(name_of(1)));
  EXPECT_EQ(filter.memory_bytes(), 0U);
}

// After each doubling, when every filter is full, the errors of all are at their worst.
TEST(StreamFilter, ErrsForAtMostOneInAHundred) {
  constexpr std::size_t first = 4'096;
  constexpr std::uint64_t probes = 50'000;
  stream_filter filter(first);
  std::uint64_t added = 0;
  for (std::uint64_t full = first; full < first * 128; full = full * 2 + first) {
    while (filter.names() < full) filter.add(name_of(added++));
    std::uint64_t wrong = 0;
    for (std::uint64_t probe = 0; probe < probes; ++probe) {
      wrong += filter.may_contain(name_of((std::uint64_t{1} << 40) + probe)) ? 1U : 0U;
    }
    EXPECT_LE(wrong, probes / 100) << "with " << full << " names";
  }
  for (std::uint64_t number = 0; number < added; ++number)
    ASSERT_TRUE(filter.may_contain(name_of(number)));
}

}  // namespace
}  // namespace jumak::storage
