#include "core/pack.hpp"

#include <cstring>

namespace jumak {

void pack_unsigned(std::string& out, std::uint64_t number) {
  while (number >= 0x80) {
    out.push_back(static_cast<char>((number & 0x7F) | 0x80));
    number >>= 7;
  }
  out.push_back(static_cast<char>(number));
}

void pack_signed(std::string& out, std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  pack_unsigned(out, (bits << 1) ^ (number < 0 ? ~std::uint64_t{0} : 0));
}

void pack_text(std::string& out, std::string_view text) {
  pack_unsigned(out, text.size());
  out += text;
}

void pack_fixed64(std::string& out, std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) out.push_back(static_cast<char>(number >> shift));
}

std::uint64_t unpacker::read_unsigned() noexcept {
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

std::int64_t unpacker::read_signed() noexcept {
  const std::uint64_t bits = read_unsigned();
  return static_cast<std::int64_t>((bits >> 1) ^ (~(bits & 1) + 1));
}

std::string_view unpacker::read_text() noexcept {
  const std::uint64_t length = read_unsigned();
  if (length > rest_.size()) {
    fail();
    return {};
  }
  const std::string_view text = rest_.substr(0, length);
  rest_.remove_prefix(length);
  return text;
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

std::uint8_t unpacker::read_byte() noexcept {
  if (rest_.empty()) {
    fail();
    return 0;
  }
  const auto byte = static_cast<std::uint8_t>(rest_.front());
  rest_.remove_prefix(1);
  return byte;
}

}  // namespace jumak
