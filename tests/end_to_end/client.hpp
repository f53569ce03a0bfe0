#pragma once

#include <boost/json.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include <zmq.hpp>

#include "tests/end_to_end/process.hpp"

namespace jumak::end_to_end {

using message = std::vector<std::string>;
using boost::json::object;

/// A socket of a client that knows nothing but the protocol. One thread.
class client {
 public:
  explicit client(const std::string& address, zmq::socket_type type = zmq::socket_type::dealer,
                  const std::string& prefix = {});

  void send(const message& frames);
  /// The next message; throws std::runtime_error when patience is over.
  message receive();
  /// The same, or nothing after `longest`.
  std::optional<message> receive(std::chrono::milliseconds longest);

  /// Sends one frame without a delimiter; the answer must be one frame with one object.
  object ask(std::string_view frame);
  /// Sends all as one message, and gives one answer for each.
  std::vector<object> ask_all(const message& frames);

  zmq::socket_t& socket() { return socket_; }

 private:
  zmq::context_t context_;
  zmq::socket_t socket_;
};

/// Members in the shape the protocol asks for.
object command(std::string_view id, std::string_view type, std::string_view aggregate, object data);
std::string text(const object& value);
object parsed(std::string_view text);

/// Of an answer: the member at a path such as "error.code", as text; "" if it is not there.
std::string at(const object& answer, std::string_view path);
std::uint64_t position(const object& answer);

/// A connection that speaks ZMTP 3.0 byte by byte, to say what no library lets one say.
class raw_peer {
 public:
  /// Connects to `tcp://host:port` and shakes hands, as a socket of this type; throws
  /// std::runtime_error when the server does not.
  explicit raw_peer(const std::string& address, std::string_view socket_type = "DEALER");
  ~raw_peer();
  raw_peer(const raw_peer&) = delete;
  raw_peer& operator=(const raw_peer&) = delete;

  /// The header of a frame of so many bytes.
  static std::string frame_header(std::uint64_t size, bool more);
  /// False once the connection is cut, or when it takes nothing for so long.
  bool send(std::string_view bytes, std::chrono::milliseconds longest = patience);
  /// True when the server ends the connection; what else it says is dropped.
  bool is_cut(std::chrono::milliseconds longest = patience);

 private:
  int socket_ = -1;
};

}  // namespace jumak::end_to_end
