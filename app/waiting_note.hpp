#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "net/event_feed.hpp"

namespace jumak::app {

/// What to tell an operator while a query side is not ready: that nobody answers, and where it looks, or how
/// far it has read. First after 2 s, then each time after twice as long, and at least once a minute.
class waiting_note {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  /// The addresses are those of the command side.
  waiting_note(std::string events_address, std::string history_address, time_point now);

  /// A sentence, when one is due.
  [[nodiscard]] std::optional<std::string> look(const net::feed_statistics& feed, time_point now);

 private:
  std::string events_;
  std::string history_;
  std::chrono::milliseconds pause_;
  time_point due_;
};

}  // namespace jumak::app
