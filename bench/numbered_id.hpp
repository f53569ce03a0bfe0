#pragma once

#include "bench/frame_template.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jumak::bench {

/// The prefix of all names and ids of one measurement: 10 characters, different for every
/// measurement on this machine, so that a server that is measured twice never sees an id again.
[[nodiscard]] std::string next_prefix();

/// The command ids of one measurement: `<prefix>-<slot, 5 digits>-<number, 10 digits>`. The slot
/// says which place of the in-flight table waits for the answer, the number is unique within the
/// measurement.
struct numbered_id {
  static constexpr std::size_t prefix_width = 10;
  static constexpr std::size_t slot_width = 5;
  static constexpr std::size_t number_width = 10;
  static constexpr std::size_t width = prefix_width + 1 + slot_width + 1 + number_width;

  std::uint64_t slot;
  std::uint64_t number;

  /// Reads an id of the given prefix back; nothing if it is any other text.
  [[nodiscard]] static std::optional<numbered_id> parse(std::string_view text,
                                                        std::string_view prefix) noexcept;
};

/// The holes of a command id inside a frame.
struct numbered_id_fields {
  frame_template::field slot;
  frame_template::field number;

  /// Appends an id of this prefix to the frame.
  static numbered_id_fields append(frame_template& frame, std::string_view prefix);
};

}  // namespace jumak::bench
