#pragma once

namespace jumak {

/// Prints the broken invariant with its place on stderr and ends the process by SIGABRT. Any thread.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line) noexcept;

}  // namespace jumak

/// States an invariant. A broken one is a bug, and a bug stops the process, in release builds too:
/// going on with a wrong belief is how acknowledged bookings get lost.
#define JUMAK_ASSERT(condition)                                                \
  (static_cast<bool>(condition) ? static_cast<void>(0)                         \
                                : ::jumak::assertion_failed(#condition, __FILE__, __LINE__))
