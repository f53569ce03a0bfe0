#include "bench/numbered_id.hpp"

#include "core/assert.hpp"

#include <unistd.h>
#include <algorithm>
#include <chrono>

namespace jumak::bench {

namespace {

constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";

std::string base36(std::uint64_t number, std::size_t width) {
  std::string text(width, '0');
  for (std::size_t place = width; place-- > 0; number /= digits.size())
    text[place] = digits[number % digits.size()];
  return text;
}

std::optional<std::uint64_t> decimal(std::string_view text) noexcept {
  std::uint64_t number = 0;
  for (const char character : text) {
    if (character < '0' || character > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(character - '0');
  }
  return number;
}

}  // namespace

std::string next_prefix() {
  // Milliseconds repeat in eight base-36 digits after 89 years; the counter tells the measurements
  // of one process apart, its start two processes of the same millisecond.
  static const std::uint64_t start = static_cast<std::uint64_t>(::getpid());
  static std::uint64_t counter = 0;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
  return base36(static_cast<std::uint64_t>(milliseconds), 8) + base36(start + counter++, 2);
}

std::optional<numbered_id> numbered_id::parse(std::string_view text,
                                              std::string_view prefix) noexcept {
  if (text.size() != width || !text.starts_with(prefix) || prefix.size() != prefix_width)
    return std::nullopt;
  constexpr std::size_t slot_at = prefix_width + 1;
  constexpr std::size_t number_at = slot_at + slot_width + 1;
  const auto slot = decimal(text.substr(slot_at, slot_width));
  const auto number = decimal(text.substr(number_at, number_width));
  if (!slot || !number || text[slot_at - 1] != '-' || text[number_at - 1] != '-')
    return std::nullopt;
  return numbered_id{*slot, *number};
}

numbered_id_fields numbered_id_fields::append(frame_template& frame, std::string_view prefix) {
  JUMAK_ASSERT(prefix.size() == numbered_id::prefix_width);
  frame.literal(prefix).literal("-");
  const auto slot = frame.hole(numbered_id::slot_width);
  frame.literal("-");
  return {slot, frame.hole(numbered_id::number_width)};
}

}  // namespace jumak::bench
