#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/names.hpp"

/// The streams inside a hotel, by their suffix. The hotel's own has the empty suffix.
namespace jumak::hotel {

inline constexpr std::string_view room_stream_prefix = "room/";
inline constexpr std::string_view block_stream_prefix = "block/";
inline constexpr std::string_view reservation_stream_prefix = "reservation/";

[[nodiscard]] std::string room_stream(const name& room);
[[nodiscard]] std::string block_stream(const name& block);
[[nodiscard]] std::string reservation_stream(const name& reservation);

/// What stands behind the prefix; nothing when the stream is of another sort.
[[nodiscard]] std::optional<std::string_view> without_prefix(std::string_view stream,
                                                             std::string_view prefix) noexcept;

}  // namespace jumak::hotel
