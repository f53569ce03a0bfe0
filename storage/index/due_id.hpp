#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/strong_integer.hpp"

/// The id of the command that the engine decides when a deadline fell due:
///
///   due id := "$due/", full name of the stream, "/", version of the event in it that armed the deadline
///
/// A client's id has no `$`, so nobody else can send it, and a deadline has one for ever.
namespace jumak::storage {

[[nodiscard]] std::string due_id(std::string_view aggregate, std::string_view stream, version armed_by);

/// True for the ids above.
[[nodiscard]] constexpr bool is_due_id(std::string_view id) noexcept { return id.starts_with('$'); }

/// The suffix of the stream in a due id of this aggregate; nothing when it is none.
[[nodiscard]] std::optional<std::string_view> stream_of_due_id(std::string_view id, std::string_view aggregate);

}  // namespace jumak::storage
