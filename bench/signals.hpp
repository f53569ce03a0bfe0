#pragma once

namespace jumak::bench {

/// Lets SIGTERM and SIGINT end the loops of this process in order; `stop_requested` says so
/// afterwards.
void stop_on_signals();

/// Any thread.
[[nodiscard]] bool stop_requested() noexcept;

}  // namespace jumak::bench
