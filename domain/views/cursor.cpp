#include "domain/views/cursor.hpp"

namespace jumak::hotel::views {
namespace {

constexpr std::string_view digits = "0123456789abcdef";
constexpr std::size_t checksum_bytes = 8;

std::optional<std::string> bytes_of(std::string_view text) {
  if (text.size() % 2 != 0) {
    return std::nullopt;
  }
  std::string bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size(); at += 2) {
    const std::size_t high = digits.find(text[at]);
    const std::size_t low = digits.find(text[at + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) {
      return std::nullopt;
    }
    bytes.push_back(static_cast<char>(high * 16 + low));
  }
  return bytes;
}

}  // namespace

std::string write_cursor(std::uint64_t query_hash, std::string_view key) {
  std::string bytes;
  pack_fixed64(bytes, hash64_of(key, query_hash));
  bytes += key;
  std::string text;
  text.reserve(2 * bytes.size());
  for (const char byte : bytes) {
    const auto number = static_cast<unsigned char>(byte);
    text += digits[number / 16];
    text += digits[number % 16];
  }
  return text;
}

std::optional<std::string> read_cursor(std::uint64_t query_hash, std::string_view cursor) {
  std::optional<std::string> bytes = bytes_of(cursor);
  if (!bytes || bytes->size() < checksum_bytes) {
    return std::nullopt;
  }
  unpacker in(*bytes);
  const std::uint64_t checksum = in.read_fixed64();
  bytes->erase(0, checksum_bytes);
  if (hash64_of(*bytes, query_hash) != checksum) {
    return std::nullopt;
  }
  return bytes;
}

}  // namespace jumak::hotel::views
