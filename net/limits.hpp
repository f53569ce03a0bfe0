#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// Every limit of this folder, in one place. What a limit answers when it is reached stands beside it.
namespace jumak::net {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

/// What a ROUTER endpoint takes from its peers.
struct request_limits {
  /// A frame above this many bytes is answered `too_large`; its neighbours are decided.
  std::size_t frame_bytes_max = 64 * 1024;
  /// A frame above this many bytes cuts the connection (ZMQ_MAXMSGSIZE).
  std::size_t frame_bytes_cut = 1024 * 1024;
  /// A message above this many bytes in all cuts the connection.
  std::size_t message_bytes_cut = 16 * 1024 * 1024;
  /// A message with more request frames gets one `too_large`, nothing of it is decided.
  std::uint32_t requests_per_message_max = 1024;
  /// Requests of one connection that wait for their answer; beyond it `overloaded`.
  std::uint32_t in_flight_per_connection_max = 1024;
  /// Requests of all connections that wait for their answer; beyond it `overloaded`.
  std::uint32_t in_flight_max = 16 * 1024;
};

/// How a ROUTER endpoint treats its socket.
struct endpoint_limits {
  /// Messages taken from the socket before the handler is called.
  std::uint32_t messages_per_drain_max = 1024;
  /// Request frames taken before the handler is called; a whole message may go past it.
  std::uint32_t requests_per_drain_max = 1024;
  /// Answers waiting in the socket for one peer, in messages; one more gives the peer up. At least twice
  /// the in-flight limit of a connection, asserted at start.
  std::uint32_t send_queue_max = 16 * 1024;
  /// Messages of one peer waiting in the socket to be read; then TCP pushes back.
  std::uint32_t receive_queue_max = 256;
  /// Connections waiting to be accepted.
  std::uint32_t accept_backlog = 1024;
  std::chrono::milliseconds heartbeat_interval = 1000ms;
  std::chrono::milliseconds heartbeat_timeout = 3000ms;
  std::chrono::milliseconds handshake_timeout = 5000ms;
  /// How long answers already handed to the socket may still leave after close().
  std::chrono::milliseconds linger = 500ms;
  /// How often the handler's on_tick is called, at the latest.
  std::chrono::milliseconds tick_interval = 20ms;
};

/// What an XPUB publisher keeps for its subscribers.
struct publisher_limits {
  /// Commits waiting for the publisher's thread; then the oldest is dropped, and counted.
  std::size_t commits_queued_max = 4096;
  /// The same in bytes.
  std::size_t bytes_queued_max = 64 * 1024 * 1024;
  /// The least time between two goes of publishing what piled up: with more commits a second than that each
  /// go carries several, and wakes whoever follows once for all of them (decision 0010).
  std::chrono::milliseconds rest_between = 1ms;
  /// Messages waiting in the socket for one subscriber; then it misses some. Subscribers share the bytes.
  std::uint32_t send_queue_max = 4096;
  /// Prefixes that are looked at; with more, every event is rendered for whoever might want it.
  std::size_t topics_max = 100'000;
  /// A frame of a subscriber above this many bytes cuts its connection.
  std::uint32_t subscription_bytes_max = 4096;
  std::chrono::milliseconds heartbeat_interval = 1000ms;
  /// Silence after the last event of a burst before its heartbeat; PROTOCOL allows 100 ms.
  std::chrono::milliseconds heartbeat_after_burst = 40ms;
  /// The library's own heartbeats, by which it notices a peer that is gone.
  std::chrono::milliseconds peer_heartbeat_interval = 1000ms;
  std::chrono::milliseconds peer_heartbeat_timeout = 3000ms;
  std::chrono::milliseconds handshake_timeout = 5000ms;
  std::uint32_t accept_backlog = 1024;
  /// How long what was published may still leave after close().
  std::chrono::milliseconds linger = 500ms;
};

/// What a follower keeps and asks for.
struct follower_limits {
  /// Live commits kept while history is read; beyond it they are dropped, since history has them.
  std::size_t live_commits_max = 1024;
  std::size_t live_bytes_max = 8 * 1024 * 1024;
  /// Delivered but not yet applied; then nothing more is delivered, but the page already asked for.
  std::size_t unapplied_commits_max = 8192;
  std::size_t unapplied_bytes_max = 16 * 1024 * 1024;
  /// Size of one page of history, in bytes of commits; one commit above it comes alone.
  std::uint32_t page_bytes = 1024 * 1024;
  /// A page that has not come by then is asked for again.
  std::chrono::milliseconds page_timeout = 2000ms;
  /// Wait before asking again after a page that failed, doubled each time up to the longest.
  std::chrono::milliseconds retry_first = 50ms;
  std::chrono::milliseconds retry_longest = 500ms;
  /// After so long without a sign of life one page is asked for, to hear where the log ends.
  std::chrono::milliseconds silence = 5000ms;
};

/// How a feed treats its sockets.
struct feed_limits {
  /// Live messages waiting in the socket; then some are lost and history is read.
  std::uint32_t receive_queue_max = 1000;
  /// Live messages taken before what they brought is delivered.
  std::uint32_t messages_per_drain_max = 256;
  /// A frame above this many bytes cuts the connection.
  std::uint32_t frame_bytes_cut = 4 * 1024 * 1024;
  std::chrono::milliseconds reconnect_first = 20ms;
  std::chrono::milliseconds reconnect_longest = 1000ms;
  std::chrono::milliseconds heartbeat_interval = 1000ms;
  std::chrono::milliseconds heartbeat_timeout = 3000ms;
  std::chrono::milliseconds tick_interval = 10ms;
};

/// What the watch over connections tolerates before it cuts one.
struct connection_limits {
  /// Bytes the kernel received for a connection that we were not handed yet; four times as many while we
  /// are behind with reading.
  std::uint64_t unread_bytes_max = 16 * 1024 * 1024;
  /// Bytes handed to the socket for a connection that its peer has not acknowledged.
  std::uint64_t unsent_bytes_max = 64 * 1024 * 1024;
  /// Unread and unsent bytes of all connections together; then the greediest is cut.
  std::uint64_t all_bytes_max = 256 * 1024 * 1024;
  /// On the XPUB a peer only ever sends subscriptions: at most this many bytes …
  std::uint64_t subscriber_bytes_base = 256 * 1024;
  /// … and this many for every second of its age. The protocol's own heartbeats live on it, everywhere.
  std::uint64_t bytes_per_second_of_age = 64;
  /// A peer that acknowledges nothing for so long while bytes wait for it is gone.
  std::chrono::milliseconds stalled_max = 10'000ms;
  std::chrono::milliseconds look_interval = 50ms;
};

/// A page of history may not ask for more than this.
inline constexpr std::uint32_t page_bytes_max = 4 * 1024 * 1024;

}  // namespace jumak::net
