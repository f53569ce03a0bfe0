#include "storage/log/wal_checksum.hpp"

#include <boost/crc.hpp>

namespace jumak::storage {

std::uint32_t wal_checksum(std::string_view type_and_bytes) {
  boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> castagnoli;
  castagnoli.process_bytes(type_and_bytes.data(), type_and_bytes.size());
  constexpr std::uint32_t mask_delta = 0xa282ead8;
  const std::uint32_t plain = castagnoli.checksum();
  return ((plain >> 15) | (plain << 17)) + mask_delta;
}

}  // namespace jumak::storage
