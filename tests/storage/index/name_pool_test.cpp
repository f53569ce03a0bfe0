#include "storage/index/name_pool.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace jumak::storage {
namespace {

TEST(NamePool, KeepsTextsOfAnyLength) {
  name_pool pool;
  std::map<name_pool::handle, std::string> kept;
  for (const std::size_t size : {0U, 1U, 3U, 4U, 127U, 128U, 16'384U, 100'000U, 5U}) {
    const std::string text(size, static_cast<char>('a' + kept.size()));
    EXPECT_TRUE(kept.emplace(pool.add(text), text).second);
  }
  for (const auto& [handle, text] : kept) EXPECT_EQ(pool.text(handle), text);
}

TEST(NamePool, RoomIsUsedAgain) {
  name_pool pool;
  const auto first = pool.add("reservation/r-1");
  const auto second = pool.add("reservation/r-2");
  pool.remove(first);
  EXPECT_EQ(pool.text(second), "reservation/r-2");
  EXPECT_EQ(pool.add("reservation/r-3"), first);
  EXPECT_EQ(pool.text(first), "reservation/r-3");
}

RC_GTEST_PROP(NamePoolProperty, NoTextTouchesAnother, (std::vector<std::pair<bool, std::string>> steps)) {
  name_pool pool;
  std::vector<std::pair<name_pool::handle, std::string>> kept;
  for (const auto& [add, text] : steps) {
    if (add || kept.empty()) {
      kept.emplace_back(pool.add(text), text);
    } else {
      pool.remove(kept[text.size() % kept.size()].first);
      kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(text.size() % kept.size()));
    }
    for (const auto& [handle, wanted] : kept) RC_ASSERT(pool.text(handle) == wanted);
  }
}

}  // namespace
}  // namespace jumak::storage
