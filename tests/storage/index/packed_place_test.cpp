#include "storage/index/packed_place.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jumak::storage {
namespace {

record_place arbitrary_place() {
  const auto number = [] {
    return *rc::gen::oneOf(rc::gen::inRange<std::uint64_t>(0, 4),
                           rc::gen::inRange<std::uint64_t>(0, std::uint64_t{1} << 48));
  };
  return {
      {position(number()), commit_number(number())},
      *rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0, 4), rc::gen::arbitrary<std::uint32_t>())};
}

RC_GTEST_PROP(PackedPlace, KeepsThePlaceAndItsOrder, ()) {
  const record_place left = arbitrary_place();
  const record_place right = arbitrary_place();
  RC_ASSERT(packed_place(left).unpacked() == left);
  RC_ASSERT((packed_place(left) <=> packed_place(right)) == (left <=> right));
}

TEST(PackedPlace, RefusesWhatDoesNotFit) {
  const position beyond(std::uint64_t{1} << 48);
  EXPECT_DEATH(packed_place({{beyond, commit_number(1)}, 0}), "first_position");
}

}  // namespace
}  // namespace jumak::storage
