#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "core/error.hpp"
#include "net/context.hpp"
#include "net/limits.hpp"
#include "net/request.hpp"

namespace jumak::net {

/// Who reads the requests of an endpoint. Every call comes from the endpoint's thread, never two at a time,
/// and should not block. No exception may leave.
class request_handler {
 public:
  virtual ~request_handler() = default;

  /// All requests one drain of the socket brought; those of one connection in the order they were sent.
  /// Bodies may be moved out. Each request gets exactly one answer: here and now by `replies`, or later by
  /// router_endpoint::post.
  virtual void on_drained(std::span<request> requests, reply_sink& replies) = 0;

  /// Called about every endpoint_limits::tick_interval, for time-outs.
  virtual void on_tick(std::chrono::steady_clock::time_point now, reply_sink& replies) {
    static_cast<void>(now);
    static_cast<void>(replies);
  }
};

struct router_options {
  std::string name;     ///< For error messages and the thread's name, for example "commands".
  std::string address;  ///< Any ZeroMQ address; port `*` or `0` takes a free one.
  request_limits requests;
  endpoint_limits endpoint;
  connection_limits connections;
};

/// What an endpoint has seen since it was opened.
struct router_statistics {
  std::uint64_t messages_received = 0;
  std::uint64_t requests_received = 0;
  std::uint64_t requests_overloaded = 0;
  std::uint64_t messages_sent = 0;
  std::uint64_t peers_given_up = 0;     ///< Did not take their answers.
  std::uint64_t connections_cut = 0;    ///< Went over connection_limits.
  std::uint64_t requests_in_flight = 0;
};

/// A ROUTER socket with the one thread that uses it. The other functions may be called from any thread.
class router_endpoint {
 public:
  /// Binds, without reading yet. For `ipc://` the folder is made, mode 0700, if it is not there.
  /// Errors: address_in_use, bad_configuration; the message names the address and what to do.
  [[nodiscard]] static result<std::unique_ptr<router_endpoint>> open(context& messaging, router_options options);
  /// close()s.
  ~router_endpoint();
  router_endpoint(const router_endpoint&) = delete;
  router_endpoint& operator=(const router_endpoint&) = delete;

  /// The address in full, with the port that was taken; clients can connect to it.
  [[nodiscard]] const std::string& bound_address() const noexcept;

  /// Starts to read. The handler must live until close() has returned. Called once.
  void start(request_handler& handler);

  /// Hands over answers; emit() runs soon in the endpoint's thread. After close() it does nothing.
  void post(std::unique_ptr<reply_batch> batch);

  /// No request is read from now on; answers still go out, on_tick is still called.
  void stop_accepting();

  /// Calls stop_accepting(), then waits until every request in flight is answered or `deadline` is there.
  /// True when none is left. Only after start().
  bool drain(std::chrono::steady_clock::time_point deadline);

  /// Ends the thread and closes the socket; what was not answered never is. Answers already given may leave
  /// for another endpoint_limits::linger, which the context's destructor waits for. May be called twice.
  void close();

  [[nodiscard]] router_statistics statistics() const;

 private:
  class implementation;
  explicit router_endpoint(std::unique_ptr<implementation> inside);
  std::unique_ptr<implementation> inside_;
};

}  // namespace jumak::net
