#pragma once

#include <boost/json.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <zmq.hpp>

#include "tests/faults/checker.hpp"

namespace jumak::faults {

/// One DEALER that pipelines requests of one frame. Used by one thread.
class client {
 public:
  client(zmq::context_t& context, const std::string& address);

  /// False when nobody is there to take it.
  bool send(const std::string& frame);
  /// The next reply, if one is there.
  std::optional<std::string> receive();
  /// The reply to one request, when no other is under way. Throws violation after 60 s.
  boost::json::object ask(const boost::json::object& request);
  [[nodiscard]] zmq::socket_t& socket() noexcept { return socket_; }

 private:
  zmq::socket_t socket_;
};

/// Waits until one of the sockets can be read or `patience` passed.
void wait_readable(const std::vector<zmq::socket_t*>& sockets, std::chrono::milliseconds patience);

/// Reads all events from `from` to the head, calls `event` with each; returns the head.
std::uint64_t read_history(client& history, std::uint64_t from,
                           const std::function<void(const boost::json::object&)>& event);

}  // namespace jumak::faults
