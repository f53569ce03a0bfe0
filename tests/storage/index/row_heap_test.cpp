#include "storage/index/row_heap.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

namespace jumak::storage {
namespace {

struct by_key {
  std::map<std::uint32_t, int>& keys;
  std::map<std::uint32_t, std::uint32_t>& places;
  [[nodiscard]] bool before(std::uint32_t left, std::uint32_t right) const { return keys.at(left) < keys.at(right); }
  void placed(std::uint32_t row, std::uint32_t place) const { places[row] = place; }
};

RC_GTEST_PROP(RowHeapProperty, TheLeastComesFirstWhateverIsAddedChangedOrTakenOut, (std::vector<std::pair<int, int>> steps)) {
  row_heap heap;
  std::map<std::uint32_t, int> keys;
  std::map<std::uint32_t, std::uint32_t> places;
  by_key order{keys, places};
  std::uint32_t next = 0;
  for (const auto& [what, key] : steps) {
    const auto any = [&] { return std::next(keys.begin(), std::abs(key % static_cast<int>(keys.size())))->first; };
    if (keys.empty() || what % 3 == 0) {
      keys[next] = key;
      heap.add(next++, order);
    } else if (what % 3 == 1) {
      const std::uint32_t row = any();
      keys[row] = what;
      heap.changed(places.at(row), order);
    } else {
      const std::uint32_t row = any();
      heap.remove(places.at(row), order);
      keys.erase(row);
    }
    RC_ASSERT(heap.size() == keys.size());
    if (keys.empty()) continue;
    const auto least = std::ranges::min_element(keys, {}, [](const auto& one) { return one.second; });
    RC_ASSERT(keys.at(heap.first()) == least->second);
  }
}

}  // namespace
}  // namespace jumak::storage
