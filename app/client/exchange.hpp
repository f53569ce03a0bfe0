#pragma once

#include <cstdint>
#include <string>

#include "app/client/connection.hpp"
#include "app/client/reply.hpp"
#include "app/client/retry.hpp"

namespace jumak::app::client {

/// One request over one connection until it is answered or given up. Never blocks: whoever owns it
/// calls `advance` when the socket has something or `wake_at` has come. One thread.
class exchange {
 public:
  using time_point = retry::time_point;
  enum class progress : std::uint8_t { waiting, answered, given_up };

  /// `frame` is the request as sent; `id` the id in it, by which replies are recognised.
  exchange(connection& link, std::string id, std::string frame, retry_limits limits,
           std::uint64_t seed, time_point now);

  /// Receives and sends what can be, without blocking.
  [[nodiscard]] progress advance(time_point now);
  /// Blocks until the request is answered or given up.
  [[nodiscard]] progress finish();

  /// The last reply seen; an answer once `advance` said `answered`.
  [[nodiscard]] const reply& last_reply() const noexcept { return last_reply_; }
  /// Whether a copy may have had an effect nobody told us about.
  [[nodiscard]] bool outcome_open() const noexcept { return retry_.outcome_open(); }
  /// One sentence for the case `given_up`: what happened and what to do.
  [[nodiscard]] std::string why_given_up() const;
  /// What zmq::poll is to wait for on the connection's socket.
  [[nodiscard]] zmq::pollitem_t poll_item() noexcept;
  /// How long zmq::poll may wait.
  [[nodiscard]] std::chrono::milliseconds poll_time(time_point now) const;

 private:
  void take_replies(time_point now);

  connection* link_;
  std::string id_;
  std::string frame_;
  retry_limits limits_;
  retry retry_;
  reply last_reply_;
  bool replied_ = false;
  bool wants_to_send_ = false;
};

}  // namespace jumak::app::client
