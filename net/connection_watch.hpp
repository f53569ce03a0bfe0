#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "net/context.hpp"
#include "net/limits.hpp"
#include "net/socket.hpp"

namespace jumak::net {

/// Bounds what peers can make the library keep for them, which its own limits do not: high-water marks count
/// messages, and the size limit is per frame, so a message of endless frames grows without end.
///
/// It works from outside. The library's monitor tells the descriptor of each accepted connection; the kernel
/// tells how many bytes came in by it and how many were acknowledged; the owner of the socket says how many
/// it was handed and how many it sent. Whoever goes over connection_limits is shut down: the library then
/// sees a broken connection, frees what it kept, and a good client connects again and retries.
///
/// Only TCP has these counters. An ipc peer is trusted instead: its folder is private.
///
/// Used by the thread that owns the watched socket, so it needs no lock.
class connection_watch {
 public:
  using clock = std::chrono::steady_clock;

  /// Which traffic a connection of the watched socket has.
  enum class traffic : std::uint8_t {
    requests,       ///< Reads and answers: unread and unsent bytes are counted.
    subscriptions,  ///< The peer only subscribes: what it sends is counted against its age.
  };

  /// Watches `watched`, which must not be bound yet.
  connection_watch(context& messaging, socket& watched, traffic kind, const connection_limits& limits);
  ~connection_watch();
  connection_watch(const connection_watch&) = delete;
  connection_watch& operator=(const connection_watch&) = delete;

  /// Ends the watch; to be called before the watched socket is closed.
  void stop();

  /// What was read from, or sent to, the connection with this descriptor.
  void count_read(int descriptor, std::size_t frames, std::size_t bytes);
  /// False when the connection was cut, now or before: it took too little of what was sent.
  [[nodiscard]] bool count_sent(int descriptor, std::size_t bytes);

  /// Takes the news of the monitor and, when it is time, looks at every connection. `idle` says that the
  /// socket had nothing more to read just now: what is unread then belongs to unfinished messages.
  void look(clock::time_point now, bool idle);

  /// Cuts one connection, for example since it does not take its answers.
  void cut(int descriptor);

  [[nodiscard]] std::uint64_t connections_cut() const noexcept { return cut_; }
  [[nodiscard]] std::size_t connections() const noexcept { return connections_; }

 private:
  struct watched_connection {
    bool present = false;
    bool cut = false;          ///< By us; what is still sent to it is in vain.
    std::uint64_t cookie = 0;  ///< The kernel's own name of the connection: descriptors are used again.
    clock::time_point since;
    std::uint64_t read = 0;
    std::uint64_t sent = 0;
    std::uint64_t acknowledged = 0;
    clock::time_point acknowledged_at;  ///< When that last moved, or there was nothing to acknowledge.
  };
  struct load {
    std::uint64_t bytes = 0;  ///< Kept by the library for this connection.
    bool over = false;
  };

  void read_news(clock::time_point now);
  void look_at_all(clock::time_point now, bool idle);
  bool takes_its_answers(watched_connection& one, int descriptor);
  load load_of(watched_connection& one, int descriptor, clock::time_point now, bool idle);
  void forget(watched_connection& one);
  watched_connection* find(int descriptor);

  connection_limits limits_;
  traffic kind_;
  void* watched_;
  socket monitor_;
  clock::time_point next_look_;
  std::vector<watched_connection> by_descriptor_;
  std::uint64_t sent_since_look_ = 0;
  std::size_t connections_ = 0;
  std::uint64_t cut_ = 0;
};

}  // namespace jumak::net
