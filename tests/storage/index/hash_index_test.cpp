#include "storage/index/hash_index.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <vector>

namespace jumak::storage {
namespace {

// Hashes from a small range, so that different keys often have the same one.
RC_GTEST_PROP(HashIndex, EqualsAMap, (const std::vector<std::uint16_t>& keys)) {
  std::vector<std::uint16_t> rows;
  std::map<std::uint16_t, std::uint32_t> naive;
  hash_index index;
  const auto hash_of = [](std::uint16_t key) { return key % 37U; };
  for (const std::uint16_t key : keys) {
    std::uint32_t& row =
        index.find_or_add(hash_of(key), [&](std::uint32_t which) { return rows[which] == key; });
    RC_ASSERT((row != hash_index::none) == naive.contains(key));
    if (row != hash_index::none) continue;
    row = static_cast<std::uint32_t>(rows.size());
    naive.emplace(key, row);
    rows.push_back(key);
  }
  for (unsigned key = 0; key < 300; ++key) {
    const auto found = index.find(hash_of(static_cast<std::uint16_t>(key)),
                                  [&](std::uint32_t which) { return rows[which] == key; });
    const auto known = naive.find(static_cast<std::uint16_t>(key));
    RC_ASSERT(found == (known == naive.end() ? hash_index::none : known->second));
  }
}

}  // namespace
}  // namespace jumak::storage
