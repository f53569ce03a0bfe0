#include "app/client/exchange.hpp"

#include <algorithm>
#include <utility>

namespace jumak::app::client {
namespace {

/// A connection that is made or lost does not always wake zmq::poll, so we look this often.
constexpr auto look_interval = std::chrono::milliseconds(50);

}  // namespace

exchange::exchange(connection& link, std::string id, std::string frame, retry_limits limits,
                   std::uint64_t seed, time_point now)
    : link_(&link),
      id_(std::move(id)),
      frame_(std::move(frame)),
      limits_(limits),
      retry_(limits, seed, now) {}

exchange::progress exchange::advance(time_point now) {
  take_replies(now);
  if (link_->lost()) {
    retry_.connection_lost(now);
  }
  wants_to_send_ = false;
  switch (retry_.due(now)) {
    case retry::step::answered:
      return progress::answered;
    case retry::step::given_up:
      return progress::given_up;
    case retry::step::wait:
      return progress::waiting;
    case retry::step::send:
      break;
  }
  if (link_->ready(now) && link_->send({&frame_, 1})) {
    retry_.sent(now);
  } else {
    wants_to_send_ = true;
  }
  return progress::waiting;
}

void exchange::take_replies(time_point now) {
  while (auto frames = link_->receive()) {
    for (const std::string& frame : *frames) {
      auto answer = read_reply(frame);
      // An answer without id is ours too: a server that could not read our id has nothing else.
      // What is not a reply, or answers a request before ours, is passed over.
      if (!answer || (answer->id != id_ && !answer->id.empty())) {
        continue;
      }
      retry_.answered(verdict_of(*answer), answer->retry_after, now);
      last_reply_ = std::move(*answer);
      replied_ = true;
    }
  }
}

exchange::progress exchange::finish() {
  while (true) {
    const progress now_at = advance(std::chrono::steady_clock::now());
    if (now_at != progress::waiting) {
      return now_at;
    }
    zmq::pollitem_t item = poll_item();
    wait_for({&item, 1}, poll_time(std::chrono::steady_clock::now()));
  }
}

std::string exchange::why_given_up() const {
  const std::string seconds = std::to_string(limits_.patience.count()) + " ms";
  if (retry_.copies_sent() == 0) {
    return "Nothing was sent: no connection to " + link_->address() + " within " + seconds +
           "; is `jumak serve` running there?";
  }
  if (replied_) {
    return link_->address() + " still says " + last_reply_.code + " after " + seconds + ": " +
           last_reply_.message;
  }
  return "No answer from " + link_->address() + " within " + seconds +
         "; is it the right endpoint of a running `jumak serve`?";
}

zmq::pollitem_t exchange::poll_item() noexcept {
  const int events = wants_to_send_ ? ZMQ_POLLIN | ZMQ_POLLOUT : ZMQ_POLLIN;
  return {link_->socket().handle(), 0, static_cast<short>(events), 0};
}

std::chrono::milliseconds exchange::poll_time(time_point now) const {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(retry_.wake_at() - now);
  return std::clamp(left, std::chrono::milliseconds(1), look_interval);
}

}  // namespace jumak::app::client
