#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

#include "actors/due_watch.hpp"
#include "actors/limits.hpp"
#include "actors/messages.hpp"
#include "hosting/hosted_domain.hpp"
#include "net/router_endpoint.hpp"
#include "wire/json.hpp"

namespace jumak::actors {

/// Why commands are turned away at the moment, if they are. Any thread may set and read it.
class admission {
 public:
  enum class state : std::uint8_t { open, starting, tail_full, log_failed, stopping };
  void set(state now) noexcept { state_.store(now, std::memory_order_relaxed); }
  /// Changes only from `from`, so that a passing trouble does not hide a lasting one.
  void change(state from, state to) noexcept { state_.compare_exchange_strong(from, to, std::memory_order_relaxed); }
  [[nodiscard]] state now() const noexcept { return state_.load(std::memory_order_relaxed); }

 private:
  std::atomic<state> state_ = state::open;
};

struct command_gateway_options {
  bool allow_backdating = false;
  std::uint32_t shards = 1;
  std::uint32_t retry_after_ms = 50;
};

/// Turns frames of the command endpoint into decoded commands, one batch per shard and drain, and answers
/// at once what is wrong by itself. Runs in the endpoint's thread.
class command_gateway final : public net::request_handler {
 public:
  /// Sends a batch to a shard; must not block.
  using route = std::function<void(std::uint32_t shard, command_batch_ptr)>;

  /// `due` may be null; it is looked at every tick while commands are admitted.
  command_gateway(const hosting::hosted_domain& domain, const admission& doors, command_gateway_options options,
                  route send, due_watch* due = nullptr);

  void on_drained(std::span<net::request> requests, net::reply_sink& replies) override;
  void on_tick(std::chrono::steady_clock::time_point now, net::reply_sink& replies) override;

 private:
  result<routed_command> read(const net::request& request, std::optional<std::string>& id) const;
  result<routed_command> decode(const wire::json_value& json) const;
  [[nodiscard]] std::optional<error> closed() const;

  const hosting::hosted_domain& domain_;
  const admission& doors_;
  command_gateway_options options_;
  route send_;
  due_watch* due_;
  std::vector<std::shared_ptr<command_batch>> batches_;  ///< One per shard; null when empty.
};

}  // namespace jumak::actors
