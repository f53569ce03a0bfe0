#include "core/pack.hpp"

#include <cstring>

namespace jumak {

void pack_fixed64(std::string& out, std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) out.push_back(static_cast<char>(number >> shift));
}

std::uint64_t unpacker::read_long_unsigned() noexcept {
  std::uint64_t number = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const std::uint8_t byte = read_byte();
    if (failed_ || (shift == 63 && byte > 1)) break;
    number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
  fail();
  return 0;
}

std::uint64_t unpacker::read_fixed64() noexcept {
  if (rest_.size() < 8) {
    fail();
    return 0;
  }
  std::uint64_t number = 0;
  for (std::size_t index = 0; index < 8; ++index) {
    number |= static_cast<std::uint64_t>(static_cast<unsigned char>(rest_[index])) << (8 * index);
  }
  rest_.remove_prefix(8);
  return number;
}

}  // namespace jumak
