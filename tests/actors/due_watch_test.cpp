#include "actors/due_watch.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace jumak::actors {
namespace {

timestamp at(std::int64_t micros) { return timestamp(std::chrono::microseconds(micros)); }

TEST(DueWatch, WakesWhoIsDueOnceUntilItNotesAnew) {
  std::vector<std::pair<std::uint32_t, timestamp>> woken;
  due_watch watch(3, [&](std::uint32_t shard, timestamp clock) { woken.emplace_back(shard, clock); });
  watch.look(at(1'000'000));
  EXPECT_TRUE(woken.empty()) << "nobody noted anything";
  watch.note(1, at(10));
  watch.note(2, at(20));
  watch.look(at(9));
  EXPECT_TRUE(woken.empty());
  watch.look(at(10));
  watch.look(at(11));
  ASSERT_EQ(woken.size(), 1U);
  EXPECT_EQ(woken.front(), std::pair(1U, at(10)));
  watch.note(1, at(5));
  watch.look(at(25));
  EXPECT_EQ(woken.size(), 3U);
}

}  // namespace
}  // namespace jumak::actors
