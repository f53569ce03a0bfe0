#pragma once

#include <cstddef>
#include <string>

namespace jumak::bench {

/// The first baseline: what the transport alone costs. A ROUTER that answers each frame with its
/// first `reply_bytes` bytes, filled up with spaces, so that both ways carry what they carry with a
/// real server; 0 echoes it whole. Runs until SIGTERM or SIGINT.
void run_echo_server(const std::string& address, std::size_t reply_bytes);

}  // namespace jumak::bench
