#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "net/router_endpoint.hpp"

namespace jumak::net::testing {

/// What a verdict looks like in these tests.
inline std::string text_of(const request& one) {
  switch (one.verdict) {
    case request_verdict::ok: return "ok:" + std::string(one.body.text());
    case request_verdict::frame_too_large: return "frame_too_large";
    case request_verdict::too_many_frames: return "too_many_frames";
    case request_verdict::empty_frame: return "empty_frame";
    case request_verdict::no_request: return "no_request";
    case request_verdict::overloaded: return "overloaded:" + std::string(one.body.text());
  }
  return "?";
}

/// Answers every request at once.
class echo_handler : public request_handler {
 public:
  void on_drained(std::span<request> requests, reply_sink& replies) override {
    for (const request& one : requests) replies.reply(one.address, text_of(one));
  }
};

/// Keeps good requests until the test answers them; answers the others at once.
class keeping_handler : public request_handler {
 public:
  void on_drained(std::span<request> requests, reply_sink& replies) override {
    const std::lock_guard lock(mutex_);
    for (request& one : requests) {
      if (one.verdict == request_verdict::ok) {
        kept_.push_back(std::move(one));
      } else {
        replies.reply(one.address, text_of(one));
      }
    }
  }

  std::size_t kept() const {
    const std::lock_guard lock(mutex_);
    return kept_.size();
  }
  std::vector<request> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(kept_, {});
  }

 private:
  mutable std::mutex mutex_;
  std::vector<request> kept_;
};

/// Answers `requests` as the echo would, from whatever thread posts it.
class late_replies : public reply_batch {
 public:
  explicit late_replies(std::vector<request> requests) : requests_(std::move(requests)) {}
  void emit(reply_sink& replies) override {
    for (const request& one : requests_) replies.reply(one.address, text_of(one));
  }

 private:
  std::vector<request> requests_;
};

inline router_options options_on_free_port() {
  router_options options;
  options.name = "test";
  options.address = "tcp://127.0.0.1:*";
  return options;
}

/// An endpoint with its handler, on a free port.
template <class Handler>
struct running_endpoint {
  explicit running_endpoint(const router_options& options = options_on_free_port())
      : endpoint(std::move(router_endpoint::open(messaging, options).value())) {
    endpoint->start(handler);
  }
  ~running_endpoint() { endpoint->close(); }

  const std::string& address() const { return endpoint->bound_address(); }

  context messaging;
  Handler handler;
  std::unique_ptr<router_endpoint> endpoint;
};

}  // namespace jumak::net::testing
