#pragma once

#include <poll.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <zmq.hpp>

/// Clients of any manners, on the library's own sockets.
namespace jumak::net::testing {

using message = std::vector<std::string>;
using clock = std::chrono::steady_clock;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

/// How long a test waits for what must come; generous, since it only ends a failing test.
inline constexpr auto patience = 20s;

class peer {
 public:
  peer(zmq::socket_type type, const std::string& address, const std::function<void(zmq::socket_t&)>& configure = {})
      : socket_(context_, type) {
    socket_.set(zmq::sockopt::linger, 0);
    if (configure) configure(socket_);
    socket_.connect(address);
  }

  /// True when all of it was taken.
  bool send(const message& frames, zmq::send_flags flags = zmq::send_flags::none) {
    for (std::size_t index = 0; index < frames.size(); ++index) {
      const auto more = index + 1 < frames.size() ? zmq::send_flags::sndmore : zmq::send_flags::none;
      if (!socket_.send(zmq::buffer(frames[index]), more | flags)) return false;
    }
    return true;
  }

  std::optional<message> receive(std::chrono::milliseconds longest = patience) {
    socket_.set(zmq::sockopt::rcvtimeo, static_cast<int>(longest.count()));
    message frames;
    zmq::message_t next;
    do {
      if (!socket_.recv(next)) return std::nullopt;
      frames.push_back(next.to_string());
    } while (next.more());
    return frames;
  }

  zmq::socket_t& socket() { return socket_; }

 private:
  zmq::context_t context_;
  zmq::socket_t socket_;
};

/// Looks again and again until `holds`, or patience is over. Nothing is assumed about when.
template <class Condition>
bool eventually(Condition&& holds, clock::duration longest = patience) {
  const auto deadline = clock::now() + longest;
  while (clock::now() < deadline) {
    if (holds()) return true;
    ::poll(nullptr, 0, 1);  // A millisecond between two looks.
  }
  return holds();
}

}  // namespace jumak::net::testing
