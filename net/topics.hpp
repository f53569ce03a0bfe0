#pragma once

#include <string_view>

/// Topics of the publisher that are no event's; a `$` starts no name, so none can be mistaken for one.
namespace jumak::net {

inline constexpr std::string_view log_topic = "$log";              ///< Whole commits, as stored.
inline constexpr std::string_view heartbeat_topic = "$heartbeat";  ///< Where the log ends, once a second.
inline constexpr std::string_view status_topic = "$status";        ///< How the command side is.

}  // namespace jumak::net
