#include "storage/log/log_key.hpp"

#include <cstdint>

namespace jumak::storage {
namespace {

void put_big_endian(char* out, std::uint64_t number) {
  for (int index = 7; index >= 0; --index, number >>= 8)
    out[index] = static_cast<char>(number & 0xff);
}

std::uint64_t get_big_endian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace

log_key::log_key(commit_key key) noexcept {
  put_big_endian(bytes_.data(), key.first_position.value());
  put_big_endian(bytes_.data() + 8, key.number.value());
}

std::optional<commit_key> parse_log_key(std::string_view bytes) noexcept {
  if (bytes.size() != log_key_size) return std::nullopt;
  return commit_key{position(get_big_endian(bytes.substr(0, 8))),
                    commit_number(get_big_endian(bytes.substr(8)))};
}

}  // namespace jumak::storage
