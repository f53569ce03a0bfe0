#include "storage/log/wal_checksum.hpp"

#include <gtest/gtest.h>

namespace jumak::storage {
namespace {

/// The check value of CRC-32C in every catalogue of CRCs is 0xE3069283; here as RocksDB masks it.
TEST(WalChecksum, IsTheMaskedCrcOfCastagnoli) {
  constexpr std::uint32_t plain = 0xE3069283;
  constexpr std::uint32_t masked = ((plain >> 15) | (plain << 17)) + 0xa282ead8;
  EXPECT_EQ(wal_checksum("123456789"), masked);
  EXPECT_NE(wal_checksum("123456788"), masked);
}

}  // namespace
}  // namespace jumak::storage
