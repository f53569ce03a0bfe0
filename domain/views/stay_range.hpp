#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/timestamp.hpp"

namespace jumak::hotel::views {

/// The longest stay that can be booked, in nights.
inline constexpr std::int64_t stay_nights_max = 366;

/// What is wrong with `[from, to)` when it must hold at least one day, or nothing. The words name
/// the two fields.
[[nodiscard]] inline std::optional<std::string> check_order(date from, date to,
                                                            const std::string& from_field,
                                                            const std::string& to_field) {
  if (from < to) {
    return std::nullopt;
  }
  return "expected \"" + to_field + "\" to be after \"" + from_field + "\"";
}

}  // namespace jumak::hotel::views
