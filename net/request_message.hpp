#pragma once

#include <cstddef>
#include <vector>

#include "net/frame.hpp"
#include "net/limits.hpp"

namespace jumak::net {

/// One message of a peer, taken apart frame by frame: `[empty delimiter, if any] [request] [request] …`.
/// No socket here. It is reused: clear() keeps the memory.
class request_message {
 public:
  explicit request_message(const request_limits& limits) : limits_(limits) {}

  /// The next frame after the routing id. What goes over a limit is let go at once.
  void take(frame&& next);
  void clear();

  /// True when the first frame was empty: the answer begins with an empty frame too.
  [[nodiscard]] bool has_delimiter() const noexcept { return has_delimiter_; }
  [[nodiscard]] bool has_too_many() const noexcept { return count_ > limits_.requests_per_message_max; }
  /// True when the message alone is reason enough to cut the connection.
  [[nodiscard]] bool must_be_cut() const noexcept { return bytes_ > limits_.message_bytes_cut; }
  /// The request frames; none when there are too many.
  [[nodiscard]] std::vector<frame>& frames() noexcept { return frames_; }
  [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }
  /// All frames, the delimiter included.
  [[nodiscard]] std::size_t frame_count() const noexcept { return count_ + (has_delimiter_ ? 1 : 0); }

 private:
  request_limits limits_;
  bool has_delimiter_ = false;
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;
  std::vector<frame> frames_;
};

}  // namespace jumak::net
