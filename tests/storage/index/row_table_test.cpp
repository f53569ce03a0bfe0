#include "storage/index/row_table.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace jumak::storage {
namespace {

// Few hashes, so that rows push each other on, also over the end of the table.
RC_GTEST_PROP(RowTableProperty, FindsExactlyWhatIsInIt, (std::vector<std::uint8_t> steps)) {
  row_table table;
  std::set<std::uint32_t> in;
  const auto hash_of = [](std::uint32_t row) { return row % 7 == 0 ? 15U : row / 8; };
  for (const std::uint32_t row : steps) {
    if (in.insert(row).second) {
      table.add(row, hash_of);
    } else {
      in.erase(row);
      table.remove(row, hash_of);
    }
    for (std::uint32_t each = 0; each < 256; ++each) {
      const auto same = [&](std::uint32_t found) { return found == each; };
      RC_ASSERT((table.find(hash_of(each), same) == each) == in.contains(each));
    }
  }
}

}  // namespace
}  // namespace jumak::storage
