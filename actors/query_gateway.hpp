#pragma once

#include <functional>

#include "actors/query_messages.hpp"
#include "net/router_endpoint.hpp"

namespace jumak::actors {

/// Turns frames of the query endpoint into queries for the views and answers at once what is wrong by itself.
/// Runs in the endpoint's thread.
class query_gateway final : public net::request_handler {
 public:
  struct ports {
    std::function<void(query_batch_ptr)> ask;
    std::function<void()> tick;
  };
  explicit query_gateway(ports out) : ports_(std::move(out)) {}

  void on_drained(std::span<net::request> requests, net::reply_sink& replies) override;
  void on_tick(std::chrono::steady_clock::time_point now, net::reply_sink& replies) override;

 private:
  ports ports_;
};

}  // namespace jumak::actors
