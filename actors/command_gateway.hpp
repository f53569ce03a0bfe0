#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "actors/command_decoder.hpp"
#include "actors/due_watch.hpp"
#include "actors/messages.hpp"
#include "net/router_endpoint.hpp"

namespace jumak::actors {

/// Sends the requests of a drain to the shards they are for, one batch each, unread but for their aggregate's name:
/// whoever decides a command reads it, so that it does not travel from one core's cache to another's. Answers at once
/// what the endpoint refused. Runs in the endpoint's thread.
class command_gateway final : public net::request_handler {
 public:
  /// Sends a batch to a shard; must not block.
  using route = std::function<void(std::uint32_t shard, request_batch_ptr)>;

  /// `shards` ≥ 1. `due` may be null; it is looked at every tick while commands are admitted.
  command_gateway(const command_decoder& decoder, const admission& doors, std::uint32_t shards, route send,
                  due_watch* due = nullptr);

  void on_drained(std::span<net::request> requests, net::reply_sink& replies) override;
  void on_tick(std::chrono::steady_clock::time_point now, net::reply_sink& replies) override;

 private:
  [[nodiscard]] std::uint32_t shard_for(const net::request& request) const;

  const command_decoder& decoder_;
  const admission& doors_;
  route send_;
  due_watch* due_;
  std::vector<request_batch_ptr> batches_;  ///< One per shard; null when empty.
};

}  // namespace jumak::actors
