#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jumak::bench::zmtp {

// ZMTP 3.1 (rfc.zeromq.org/spec/37) with the NULL mechanism, as much as a DEALER needs:
//
//   connection = greeting handshake *traffic
//   greeting   = %xFF 8%x00 %x7F %x03 %x01 "NULL" 16%x00 as-server 31%x00        ; 64 bytes
//   handshake  = command frame "READY" with the properties Socket-Type and Identity
//   frame      = flags size body      ; flags: 1 more, 2 size has 8 bytes (big-endian) instead of
//   1, 4 command command    = name-size name data  ; PING: ttl (2 bytes) context (0 to 16 bytes),
//   answered by PONG context

constexpr std::size_t greeting_size = 64;

/// What both sides send first.
[[nodiscard]] std::string greeting();

/// The READY command of a DEALER without identity.
[[nodiscard]] std::string ready();

/// Appends one message frame.
void append_frame(std::string& out, std::string_view body, bool more);

struct frame {
  std::string_view body;
  bool more;
  bool command;
  /// Bytes of the whole frame.
  std::size_t size;
};

/// Reads the frame at the start of `bytes`; nothing while it is not all there. The body points into
/// `bytes`.
[[nodiscard]] std::optional<frame> read_frame(std::string_view bytes) noexcept;

/// The answer to a command frame's body: a PONG to a PING, nothing (empty) to any other.
[[nodiscard]] std::string answer_to(std::string_view command);

}  // namespace jumak::bench::zmtp
