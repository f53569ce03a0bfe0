#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jumak::bench {

/// An accepted answer of one event as docs/protocol.md writes it. The texts must need no escape in
/// JSON.
[[nodiscard]] std::string accepted_reply(std::string_view id, std::string_view event,
                                         std::string_view stream, std::uint64_t position);

}  // namespace jumak::bench
