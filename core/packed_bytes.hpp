#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Numbers and texts as packed bytes, one after another; core/pack.hpp says the grammar.
namespace jumak {

// Every command packs and every reader of the log unpacks some fifty of these: they are inline for that.

inline void pack_unsigned(std::string& out, std::uint64_t number) {
  while (number >= 0x80) {
    out.push_back(static_cast<char>((number & 0x7F) | 0x80));
    number >>= 7;
  }
  out.push_back(static_cast<char>(number));
}

inline void pack_signed(std::string& out, std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  pack_unsigned(out, (bits << 1) ^ (number < 0 ? ~std::uint64_t{0} : 0));
}

inline void pack_text(std::string& out, std::string_view text) {
  pack_unsigned(out, text.size());
  out += text;
}

void pack_fixed64(std::string& out, std::uint64_t number);

/// Reads packed bytes; the first thing that does not fit makes it fail for good, and every later read
/// returns zero or nothing. Never reads outside its bytes. The bytes must outlive the views it returns.
class unpacker {
 public:
  explicit unpacker(std::string_view bytes) noexcept : rest_(bytes) {}

  std::uint64_t read_unsigned() noexcept {
    // Nearly all numbers are below 128: one byte.
    if (!rest_.empty() && static_cast<unsigned char>(rest_.front()) < 0x80) return read_byte();
    return read_long_unsigned();
  }
  std::int64_t read_signed() noexcept {
    const std::uint64_t bits = read_unsigned();
    return static_cast<std::int64_t>((bits >> 1) ^ (~(bits & 1) + 1));
  }
  std::string_view read_text() noexcept {
    const std::uint64_t length = read_unsigned();
    if (length > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view text = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return text;
  }
  std::uint64_t read_fixed64() noexcept;
  std::uint8_t read_byte() noexcept {
    if (rest_.empty()) {
      fail();
      return 0;
    }
    const auto byte = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }

  void fail() noexcept {
    failed_ = true;
    rest_ = {};
  }
  [[nodiscard]] bool failed() const noexcept { return failed_; }
  /// True when every byte was read and nothing failed.
  [[nodiscard]] bool done() const noexcept { return !failed_ && rest_.empty(); }
  [[nodiscard]] std::size_t remaining() const noexcept { return rest_.size(); }

 private:
  std::uint64_t read_long_unsigned() noexcept;

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace jumak
