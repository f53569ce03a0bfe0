#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace jumak::bench {

/// Who is told of arriving frames.
class frame_sink {
 public:
  virtual ~frame_sink() = default;

  /// One frame of a message; the text is valid during the call. `last` ends the message. It may
  /// send.
  virtual void on_frame(std::size_t connection, std::string_view frame, bool last) = 0;
};

/// A number of separate connections to one ROUTER, all driven by the calling thread. Failures are
/// thrown as `failure`.
class connections {
 public:
  virtual ~connections() = default;

  /// Adds one frame to the message that is being sent on this connection; `last` ends the message.
  /// Sending does not wait: what the peer does not take yet is kept in memory, so the caller bounds
  /// what is in flight.
  virtual void send(std::size_t connection, std::string_view frame, bool last) = 0;

  /// Waits until something arrives, at most so long, hands over what is there and sends what was
  /// kept.
  virtual void exchange(std::chrono::milliseconds wait, frame_sink& sink) = 0;
};

/// Which client library the connections are made of.
enum class client_kind {
  /// A libzmq DEALER socket each, as clients have them.
  dealer,
  /// ZMTP 3.1 spoken by ourselves over one epoll set: the same bytes for less of the processor that
  /// the server needs.
  zmtp,
};

/// Opens `count` connections to a `tcp://` or `ipc://` address; all are connected (zmtp: have
/// shaken hands) on return.
[[nodiscard]] std::unique_ptr<connections> connect(client_kind kind, const std::string& address,
                                                   std::size_t count);

}  // namespace jumak::bench
