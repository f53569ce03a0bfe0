#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>
#include <zmq.hpp>

namespace jumak::app::client {

/// A ROUTER, on a free loopback port unless told otherwise, that answers each request message as a script says: the far side
/// of a real socket for tests of clients. The script runs on the server's own thread.
class scripted_server {
 public:
  /// Gets the frames of one request message; returns those of the reply, none for no reply.
  using script = std::function<std::vector<std::string>(const std::vector<std::string>&)>;

  explicit scripted_server(script answers, const std::string& address = "tcp://127.0.0.1:*");
  ~scripted_server();
  scripted_server(const scripted_server&) = delete;
  scripted_server& operator=(const scripted_server&) = delete;

  [[nodiscard]] const std::string& address() const noexcept { return address_; }
  /// From the script only: every connection is cut, and the port is bound again at once.
  void cut_connections() { cut_ = true; }

 private:
  void bind(const std::string& address);
  void serve();

  script answers_;
  zmq::context_t context_;
  zmq::socket_t socket_;
  std::string address_;
  bool cut_ = false;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

/// A PUB on a free loopback port.
class scripted_publisher {
 public:
  scripted_publisher();
  [[nodiscard]] const std::string& address() const noexcept { return address_; }
  void publish(const std::string& topic, const std::string& text);

 private:
  zmq::context_t context_;
  zmq::socket_t socket_;
  std::string address_;
};

}  // namespace jumak::app::client
