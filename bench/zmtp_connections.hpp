#pragma once

#include "bench/connections.hpp"
#include "bench/stream_socket.hpp"

#include <vector>

namespace jumak::bench {

/// ZMTP over plain sockets in one epoll set: no second thread, one read and one write a connection
/// and turn.
class zmtp_connections final : public connections {
 public:
  zmtp_connections(const std::string& address, std::size_t count);

  void send(std::size_t connection, std::string_view frame, bool last) override;
  void exchange(std::chrono::milliseconds wait, frame_sink& sink) override;

 private:
  struct peer {
    stream_socket socket;
    /// Bytes read; those before `taken` were handed over.
    std::string in;
    std::size_t taken = 0;
    /// Bytes to write; those before `written` are gone.
    std::string out;
    std::size_t written = 0;
    bool waits_to_write = false;
    bool to_flush = false;
  };

  void shake_hands(peer& peer);
  void receive(std::size_t connection, frame_sink& sink);
  void hand_over(std::size_t connection, frame_sink& sink);
  void want_flush(std::size_t connection);
  void flush(std::size_t connection);
  void watch(std::size_t connection, int operation, bool writing);

  file_descriptor poller_;
  std::vector<peer> peers_;
  /// Connections with something to write.
  std::vector<std::size_t> to_flush_;
};

}  // namespace jumak::bench
