#pragma once

#include "bench/connections.hpp"

#include <vector>
#include <zmq.hpp>

namespace jumak::bench {

/// One libzmq DEALER socket a connection, one I/O thread for all.
class dealer_connections final : public connections {
 public:
  dealer_connections(const std::string& address, std::size_t count);

  void send(std::size_t connection, std::string_view frame, bool last) override;
  void exchange(std::chrono::milliseconds wait, frame_sink& sink) override;

 private:
  void drain(std::size_t connection, frame_sink& sink);

  zmq::context_t context_;
  std::vector<zmq::socket_t> sockets_;
  std::vector<zmq::pollitem_t> items_;
};

}  // namespace jumak::bench
