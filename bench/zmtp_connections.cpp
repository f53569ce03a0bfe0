#include "bench/zmtp_connections.hpp"

#include "bench/failure.hpp"
#include "bench/zmtp.hpp"

#include <sys/epoll.h>
#include <array>

namespace jumak::bench {

namespace {

constexpr std::chrono::milliseconds handshake_patience{5'000};

// Handed-over bytes are dropped from the front once they are this many, not after each frame.
constexpr std::size_t compaction_bytes = 64 * 1024;

}  // namespace

zmtp_connections::zmtp_connections(const std::string& address, std::size_t count)
    : poller_(::epoll_create1(EPOLL_CLOEXEC)), peers_(count) {
  for (std::size_t connection = 0; connection < count; ++connection) {
    peers_[connection].socket = stream_socket::connect(address);
    shake_hands(peers_[connection]);
    watch(connection, EPOLL_CTL_ADD, false);
  }
}

void zmtp_connections::shake_hands(peer& peer) {
  peer.socket.write(zmtp::greeting() + zmtp::ready());
  std::optional<zmtp::frame> theirs;
  while (!theirs) {
    peer.socket.wait_readable(handshake_patience);
    peer.socket.read(peer.in);
    if (peer.in.size() > zmtp::greeting_size)
      theirs = zmtp::read_frame(std::string_view(peer.in).substr(zmtp::greeting_size));
  }
  if (!theirs->command || !theirs->body.substr(1).starts_with("READY"))
    throw failure("The server did not accept a ZeroMQ connection.");
  peer.taken = zmtp::greeting_size + theirs->size;
}

void zmtp_connections::watch(std::size_t connection, int operation, bool writing) {
  epoll_event event{};
  event.events = writing ? EPOLLIN | EPOLLOUT : EPOLLIN;
  event.data.u64 = connection;
  ::epoll_ctl(poller_.get(), operation, peers_[connection].socket.get(), &event);
  peers_[connection].waits_to_write = writing;
}

void zmtp_connections::send(std::size_t connection, std::string_view frame, bool last) {
  zmtp::append_frame(peers_[connection].out, frame, !last);
  want_flush(connection);
}

void zmtp_connections::want_flush(std::size_t connection) {
  if (!std::exchange(peers_[connection].to_flush, true)) to_flush_.push_back(connection);
}

void zmtp_connections::exchange(std::chrono::milliseconds wait, frame_sink& sink) {
  for (const std::size_t connection : std::exchange(to_flush_, {})) flush(connection);
  std::array<epoll_event, 64> events;
  const int ready =
      ::epoll_wait(poller_.get(), events.data(), events.size(), static_cast<int>(wait.count()));
  for (int event = 0; event < ready; ++event) {
    const auto& happened = events[static_cast<std::size_t>(event)];
    if ((happened.events & EPOLLOUT) != 0) want_flush(happened.data.u64);
    if ((happened.events & ~static_cast<unsigned>(EPOLLOUT)) != 0) receive(happened.data.u64, sink);
  }
  for (const std::size_t connection : std::exchange(to_flush_, {})) flush(connection);
}

void zmtp_connections::receive(std::size_t connection, frame_sink& sink) {
  auto& peer = peers_[connection];
  if (peer.socket.read(peer.in)) hand_over(connection, sink);
}

void zmtp_connections::hand_over(std::size_t connection, frame_sink& sink) {
  auto& peer = peers_[connection];
  while (const auto frame = zmtp::read_frame(std::string_view(peer.in).substr(peer.taken))) {
    if (frame->command) {
      peer.out += zmtp::answer_to(frame->body);
      want_flush(connection);
    } else {
      sink.on_frame(connection, frame->body, !frame->more);
    }
    peer.taken += frame->size;
  }
  if (peer.taken == peer.in.size() || peer.taken >= compaction_bytes) {
    peer.in.erase(0, peer.taken);
    peer.taken = 0;
  }
}

void zmtp_connections::flush(std::size_t connection) {
  auto& peer = peers_[connection];
  peer.to_flush = false;
  peer.written += peer.socket.write(std::string_view(peer.out).substr(peer.written));
  const bool all = peer.written == peer.out.size();
  if (all) {
    peer.out.clear();
    peer.written = 0;
  }
  if (peer.waits_to_write == all) watch(connection, EPOLL_CTL_MOD, !all);
}

}  // namespace jumak::bench
