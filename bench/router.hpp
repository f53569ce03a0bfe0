#pragma once

#include <chrono>
#include <string>
#include <vector>
#include <zmq.hpp>

namespace jumak::bench {

/// What arrived in one piece: who sent it, whether an empty delimiter came first, and its frames.
struct routed_message {
  zmq::message_t peer;
  bool delimited = false;
  std::vector<zmq::message_t> frames;
};

/// The ROUTER of a baseline: bound on construction, used by the constructing thread alone.
class router {
 public:
  explicit router(const std::string& address);

  /// The address that was really bound.
  [[nodiscard]] std::string address() const;

  /// Waits for a message, at most so long, and takes all that are there, up to `drain_max` frames.
  /// Appends to `messages`; false if a signal interrupted the wait.
  bool drain(std::vector<routed_message>& messages, std::chrono::milliseconds wait);

  /// Starts the answer to a message with its routing frames. Frames follow by `answer`.
  void begin_answer(routed_message& message);

  void answer(zmq::message_t frame, bool last);

  /// Frames in one drain, so that one answer does not wait for ever.
  static constexpr std::size_t drain_max = 16'384;

 private:
  bool receive(std::vector<routed_message>& messages, std::size_t& frames);

  zmq::context_t context_;
  zmq::socket_t socket_;
};

/// Prints the line a runner waits for, as `jumak serve` does:
/// `{"ready":true,"commands":"tcp://…"}`.
void announce(const router& bound);

}  // namespace jumak::bench
