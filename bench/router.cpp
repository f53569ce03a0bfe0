#include "bench/router.hpp"

#include <array>
#include <iostream>

namespace jumak::bench {

router::router(const std::string& address) : socket_(context_, zmq::socket_type::router) {
  socket_.set(zmq::sockopt::linger, 0);
  // A baseline drops nothing: what is in flight is bounded by the generator.
  socket_.set(zmq::sockopt::sndhwm, 0);
  socket_.set(zmq::sockopt::rcvhwm, 0);
  socket_.bind(address);
}

std::string router::address() const { return socket_.get(zmq::sockopt::last_endpoint); }

bool router::drain(std::vector<routed_message>& messages, std::chrono::milliseconds wait) {
  std::size_t frames = 0;
  if (!receive(messages, frames)) {
    std::array<zmq::pollitem_t, 1> items{{{socket_.handle(), 0, ZMQ_POLLIN, 0}}};
    try {
      zmq::poll(items, wait);
    } catch (const zmq::error_t& error) {
      if (error.num() == EINTR) return false;
      throw;
    }
  }
  while (frames < drain_max && receive(messages, frames)) {
  }
  return true;
}

bool router::receive(std::vector<routed_message>& messages, std::size_t& frames) {
  zmq::message_t peer;
  if (!socket_.recv(peer, zmq::recv_flags::dontwait)) return false;
  auto& message = messages.emplace_back();
  message.peer = std::move(peer);
  for (bool more = message.peer.more(); more;) {
    zmq::message_t frame;
    // The parts of a message arrive together, so this one is there.
    if (!socket_.recv(frame, zmq::recv_flags::dontwait)) break;
    more = frame.more();
    if (message.frames.empty() && !message.delimited && frame.empty()) {
      message.delimited = true;
      continue;
    }
    message.frames.push_back(std::move(frame));
  }
  frames += message.frames.size() + 1;
  return true;
}

void router::begin_answer(routed_message& message) {
  socket_.send(message.peer, zmq::send_flags::sndmore);
  if (message.delimited) socket_.send(zmq::message_t(), zmq::send_flags::sndmore);
}

void router::answer(zmq::message_t frame, bool last) {
  socket_.send(frame, last ? zmq::send_flags::none : zmq::send_flags::sndmore);
}

void announce(const router& bound) {
  std::cout << R"({"ready":true,"commands":")" << bound.address() << "\"}" << std::endl;
}

}  // namespace jumak::bench
