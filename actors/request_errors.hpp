#pragma once

#include <cstdint>
#include <optional>

#include "core/error.hpp"
#include "net/request.hpp"

namespace jumak::actors {

/// The error of a request that net/ judged before anybody read it; nothing for `ok`.
[[nodiscard]] std::optional<error> error_of(net::request_verdict verdict, std::uint32_t retry_after_ms);

}  // namespace jumak::actors
