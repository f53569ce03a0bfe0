#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "actors/query_messages.hpp"

namespace jumak::actors {

/// Reads one frame of an endpoint that takes queries. `id` is set as soon as it is known, for the answer. Errors: what
/// the verdict says, malformed.
[[nodiscard]] result<routed_query> read_query(const net::request& request, std::chrono::steady_clock::time_point now,
                                              std::optional<std::string>& id);

/// Told to who is turned away.
inline constexpr std::uint32_t query_retry_after_ms = 50;

}  // namespace jumak::actors
