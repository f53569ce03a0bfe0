#include "storage/index/aggregate_snapshot.hpp"

#include <gtest/gtest.h>

namespace jumak::storage {
namespace {

aggregate_snapshot a_snapshot() {
  return {.at = {{{1, 2}}, {position(7), commit_number(3)}, position(9), record_number(5), {3, 4}},
          .fingerprint = 0xFEDCBA9876543210,
          .aggregate_version = version(4),
          .last_event_time = timestamp(std::chrono::microseconds(-12'345)),
          .time_given = true,
          .state = std::string("rooms\0and more", 14)};
}

TEST(AggregateSnapshot, IsReadBackAsWritten) {
  const std::string bytes = encode_snapshot("hotel/resort", a_snapshot());
  EXPECT_EQ(decode_snapshot("hotel/resort", bytes), a_snapshot());
}

TEST(AggregateSnapshot, IsIgnoredWithAnyByteFlipped) {
  const std::string good = encode_snapshot("hotel/resort", a_snapshot());
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
      ASSERT_EQ(decode_snapshot("hotel/resort", bytes), std::nullopt) << at;
    }
  }
}

TEST(AggregateSnapshot, IsIgnoredWhenCutOrLonger) {
  const std::string good = encode_snapshot("hotel/resort", a_snapshot());
  for (std::size_t size = 0; size < good.size(); ++size) {
    ASSERT_EQ(decode_snapshot("hotel/resort", good.substr(0, size)), std::nullopt) << size;
  }
  EXPECT_EQ(decode_snapshot("hotel/resort", good + '\0'), std::nullopt);
}

TEST(AggregateSnapshot, IsIgnoredForAnotherAggregate) {
  const std::string bytes = encode_snapshot("hotel/resort", a_snapshot());
  EXPECT_EQ(decode_snapshot("hotel/city", bytes), std::nullopt);
}

}  // namespace
}  // namespace jumak::storage
