#include "app/waiting_note.hpp"

#include <algorithm>

namespace jumak::app {
namespace {

constexpr std::chrono::milliseconds pause_first(2'000);
constexpr std::chrono::milliseconds pause_longest(60'000);

}  // namespace

waiting_note::waiting_note(std::string events_address, std::string history_address, time_point now)
    : events_(std::move(events_address)),
      history_(std::move(history_address)),
      pause_(pause_first),
      due_(now + pause_first) {}

std::optional<std::string> waiting_note::look(const net::feed_statistics& feed, time_point now) {
  if (now < due_) return std::nullopt;
  pause_ = std::min(pause_ * 2, pause_longest);
  due_ = now + pause_;
  if (!feed.connected) {
    return "waiting for a command side: none answers yet at " + events_ + " (events) and " + history_ + " (history)";
  }
  return "reading the log: at position " + std::to_string(feed.delivered.head().value()) + " of " +
         std::to_string(feed.head.head().value());
}

}  // namespace jumak::app
