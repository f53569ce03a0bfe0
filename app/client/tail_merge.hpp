#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jumak::app::client {

/// An event on its way to the screen: its place in the log and its CloudEvents form.
struct tail_event {
  std::uint64_t position = 0;
  boost::json::object json;
};

/// One page of history.
struct tail_page {
  std::vector<tail_event> events;
  /// The first position not examined; none if all up to `head` was.
  std::optional<std::uint64_t> next;
  std::uint64_t head = 0;
};

/// Merges history and live events into one sequence in order of position, without a gap and with
/// nothing twice, whatever the live side loses, repeats or reorders. No socket and no clock. Who
/// owns it reads history when `read_wanted` says so, and hands in what arrives.
///
/// A tail of everything sees holes in the positions, so a live event that is next in line goes out
/// at once. Behind a prefix a hole looks like events of others; there a live event or a heartbeat
/// only says that there is more, and history brings it.
class tail_merge {
 public:
  enum class view : std::uint8_t { everything, prefix };

  /// Starts at position `from` (≥ 1).
  tail_merge(std::uint64_t from, view seen);

  /// A live event. Returns what can go out now.
  [[nodiscard]] std::vector<tail_event> take_live(tail_event event);
  /// The page that answers the read last begun. Returns what can go out now.
  [[nodiscard]] std::vector<tail_event> take_page(tail_page page);
  /// The log's head, from a heartbeat.
  void take_head(std::uint64_t position);
  /// Nothing was heard for a while: a lost tail would show only by asking.
  void suspect_loss() { suspicious_ = true; }

  /// The position history is to be read from now, or none. At most one read is under way.
  [[nodiscard]] std::optional<std::uint64_t> read_wanted() const;
  /// The wanted read was sent.
  void begin_read();
  /// Every event up to here has gone out or is behind no prefix of ours.
  [[nodiscard]] std::uint64_t examined() const noexcept { return examined_; }
  /// History was read to the head once.
  [[nodiscard]] bool caught_up() const noexcept { return caught_up_; }

 private:
  void release_held(std::vector<tail_event>& out);

  view view_;
  std::uint64_t examined_;
  std::uint64_t head_ = 0;  // the highest position heard of
  std::map<std::uint64_t, tail_event> held_;
  bool reading_ = false;
  bool suspicious_ = true;  // before the first read
  bool caught_up_ = false;
};

}  // namespace jumak::app::client
