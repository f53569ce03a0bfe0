#include "bench/dealer_connections.hpp"

#include "bench/failure.hpp"

namespace jumak::bench {

namespace {

// Messages taken from one socket before the others have their turn.
constexpr std::size_t messages_a_turn = 256;

}  // namespace

dealer_connections::dealer_connections(const std::string& address, std::size_t count) {
  for (std::size_t connection = 0; connection < count; ++connection) {
    auto& socket = sockets_.emplace_back(context_, zmq::socket_type::dealer);
    socket.set(zmq::sockopt::linger, 0);
    // What is in flight is bounded by the caller, far below any mark.
    socket.set(zmq::sockopt::sndhwm, 0);
    socket.set(zmq::sockopt::rcvhwm, 0);
    socket.connect(address);
    items_.push_back({socket.handle(), 0, ZMQ_POLLIN, 0});
  }
}

void dealer_connections::send(std::size_t connection, std::string_view frame, bool last) {
  const auto flags =
      last ? zmq::send_flags::dontwait : zmq::send_flags::dontwait | zmq::send_flags::sndmore;
  if (!sockets_[connection].send(zmq::buffer(frame), flags))
    throw failure("A connection did not take a command.");
}

void dealer_connections::exchange(std::chrono::milliseconds wait, frame_sink& sink) {
  zmq::poll(items_, wait);
  for (std::size_t connection = 0; connection < sockets_.size(); ++connection)
    if ((items_[connection].revents & ZMQ_POLLIN) != 0) drain(connection, sink);
}

void dealer_connections::drain(std::size_t connection, frame_sink& sink) {
  zmq::message_t frame;
  for (std::size_t message = 0; message < messages_a_turn;) {
    if (!sockets_[connection].recv(frame, zmq::recv_flags::dontwait)) return;
    message += frame.more() ? 0 : 1;
    sink.on_frame(connection, frame.to_string_view(), !frame.more());
  }
}

}  // namespace jumak::bench
