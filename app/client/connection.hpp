#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>
#include <zmq.hpp>

#include "app/client/back_off.hpp"
#include "core/error.hpp"

namespace jumak::app::client {

/// A DEALER towards one ROUTER of a server. One thread.
///
/// It never reconnects behind our back: a socket is one connection, so what a server receives of it
/// is a prefix of what was sent, in order. With ZeroMQ's own reconnecting, a message in the middle
/// could be lost and those after it delivered, and the order of an aggregate's commands with it.
/// After a loss the owner sends what is unanswered again, on the next connection.
class connection {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  /// `bad_configuration` if ZeroMQ does not take the address. The server need not be there yet.
  [[nodiscard]] static result<connection> open(zmq::context_t& context, const std::string& address,
                                               std::uint64_t seed);

  /// True when a message can be sent now. Where no connection comes about, a new attempt is made
  /// after a pause that grows.
  [[nodiscard]] bool ready(time_point now);
  /// True once after a connection that had been made is gone and all it brought was received;
  /// `ready` will make another one. To be asked before `ready`.
  [[nodiscard]] bool lost();
  /// Drops the connection and what is under way on it; `ready` will make another one.
  void drop();

  /// One message, one frame a request. False if it cannot be sent now. Only when `ready`.
  [[nodiscard]] bool send(std::span<const std::string> frames);
  /// The frames of the next reply message, or none if nothing is there.
  [[nodiscard]] std::optional<std::vector<std::string>> receive();

  /// For zmq::poll. Valid until the next `ready`, `lost` or `drop`.
  [[nodiscard]] zmq::socket_ref socket() noexcept { return socket_; }
  [[nodiscard]] const std::string& address() const noexcept { return address_; }

 private:
  connection(zmq::context_t& context, std::string address, std::uint64_t seed);
  void connect();
  [[nodiscard]] bool writable();

  zmq::context_t* context_;
  std::string address_;
  zmq::socket_t socket_;
  back_off attempts_;
  bool connected_ = false;
  std::optional<time_point> attempt_until_;
};

/// zmq::poll that takes a signal for the end of the wait.
void wait_for(std::span<zmq::pollitem_t> items, std::chrono::milliseconds time);

}  // namespace jumak::app::client
