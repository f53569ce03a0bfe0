#pragma once

#include <cstdint>
#include <string>

namespace jumak::app::client {

/// A new command id: 26 characters of `0-9 A-Z`, milliseconds since 1970 first so that ids sort by
/// age, then 80 random bits so that no two clients make the same.
[[nodiscard]] std::string new_request_id();

/// A seed for the jitter of pauses.
[[nodiscard]] std::uint64_t new_seed();

}  // namespace jumak::app::client
