#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "net/limits.hpp"
#include "net/request.hpp"
#include "net/request_message.hpp"

namespace jumak::net {

/// A connection with requests in flight.
struct peer_connection {
  std::string routing_id;
  int descriptor = -1;          ///< The connection's own, or -1; for the watch.
  std::uint32_t in_flight = 0;  ///< Requests in messages that are not answered in full.
};

/// The messages being answered: gives each request its address, admits or refuses it, collects the answers
/// in any order and says when a message is complete. No socket and no thread.
///
/// A request counts as in flight until its whole message is answered, refused ones included: so what waits
/// in memory is bounded by the limits plus one message for each connection.
class request_table {
 public:
  /// A message whose answers are complete. Valid until finish().
  struct complete_message {
    std::uint32_t slot = 0;
    std::uint32_t connection = 0;
    bool has_delimiter = false;
  };

  explicit request_table(const request_limits& limits) : limits_(limits) {}

  /// Takes the frames out of `message` and appends one request each to `out`, or a single one that stands
  /// for the whole message.
  void admit(std::string_view routing_id, int descriptor, request_message& message, std::vector<request>& out);

  /// Puts one answer. Gives the message when that was its last one. An answer nobody waits for any more is
  /// dropped; two answers for one request are a bug.
  const complete_message* answer(reply_address to, frame&& first, std::vector<frame>&& more = {});

  /// Calls `send(frame, is_last)` for each frame of a complete message in order (the delimiter is the
  /// caller's); stops when it says false.
  template <class Send>
  bool for_each_frame(const complete_message& message, Send&& send);

  /// Frees the slot of a complete message, all of whose frames were sent.
  void finish(const complete_message& message);

  /// Forgets every message of the connection; answers to them will be dropped.
  void give_up(std::uint32_t connection);

  /// The descriptor of a connection with requests in flight, or -1.
  [[nodiscard]] int descriptor_of(std::string_view routing_id) const;
  [[nodiscard]] const peer_connection& connection(std::uint32_t number) const { return connections_[number]; }
  [[nodiscard]] std::size_t in_flight() const noexcept { return in_flight_; }
  [[nodiscard]] std::uint64_t overloaded() const noexcept { return overloaded_; }

 private:
  struct answer_frames {
    bool given = false;
    frame first;
    std::vector<frame> more;
  };
  struct slot {
    complete_message message;
    std::uint32_t generation = 0;
    bool used = false;
    std::uint32_t missing = 0;
    std::uint32_t count = 0;
    std::vector<answer_frames> answers;  ///< At least `count`; reused.
  };
  struct text_hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  std::uint32_t connection_for(std::string_view routing_id, int descriptor);
  std::uint32_t take_slot(std::uint32_t connection, bool has_delimiter, std::uint32_t count);
  void free_slot(slot& one, bool sent);
  request_verdict judge(std::size_t size, std::size_t in_flight_here, std::size_t in_flight_all);

  request_limits limits_;
  std::size_t in_flight_ = 0;
  std::size_t answers_allocated_ = 0;  ///< Room for answers in all slots.
  std::uint64_t overloaded_ = 0;
  std::vector<slot> slots_;
  std::vector<std::uint32_t> free_slots_;
  std::vector<peer_connection> connections_;
  std::vector<std::uint32_t> free_connections_;
  std::unordered_map<std::string, std::uint32_t, text_hash, std::equal_to<>> by_routing_id_;
};

template <class Send>
bool request_table::for_each_frame(const complete_message& message, Send&& send) {
  slot& one = slots_[message.slot];
  for (std::uint32_t index = 0; index < one.count; ++index) {
    answer_frames& answer = one.answers[index];
    const bool last = index + 1 == one.count;
    if (!send(answer.first, last && answer.more.empty())) return false;
    for (frame& next : answer.more) {
      if (!send(next, last && &next == &answer.more.back())) return false;
    }
  }
  return true;
}

}  // namespace jumak::net
