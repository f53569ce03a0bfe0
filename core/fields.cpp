#include "core/fields.hpp"

namespace jumak {
namespace {

/// Bytes of the code point that starts at text[at], or 0 when it is not well formed (Unicode, table 3-7).
std::size_t code_point_length(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t offset) -> unsigned {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
  };
  const auto continues = [&](std::size_t offset, unsigned least = 0x80, unsigned most = 0xBF) {
    return byte(offset) >= least && byte(offset) <= most;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned least = first == 0xE0 ? 0xA0 : 0x80;
    const unsigned most = first == 0xED ? 0x9F : 0xBF;
    return continues(1, least, most) && continues(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned least = first == 0xF0 ? 0x90 : 0x80;
    const unsigned most = first == 0xF4 ? 0x8F : 0xBF;
    return continues(1, least, most) && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

bool is_text_of(std::string_view text, std::size_t least, std::size_t most) noexcept {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const std::size_t length = code_point_length(text, at);
    if (length == 0 || text[at] == '\0' || count >= most) return false;
    at += length;
  }
  return count >= least;
}

std::optional<free_text> free_text::from_text(std::string_view text) {
  if (!is_text_of(text, 1, length_max)) return std::nullopt;
  free_text made;
  made.text_ = text;
  return made;
}

}  // namespace jumak
