#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "net/connection_watch.hpp"
#include "net/doorbell.hpp"
#include "net/request_message.hpp"
#include "net/request_table.hpp"
#include "net/router_endpoint.hpp"
#include "net/socket.hpp"

namespace jumak::net {

/// What the thread of a router_endpoint does: one turn after the other. Only the functions marked so may be
/// called by other threads.
class router_loop final : private reply_sink {
 public:
  router_loop(context& messaging, router_options options);

  [[nodiscard]] result<std::string> bind();

  /// Runs until end() was called. `handler` gets every request.
  void run(request_handler& handler);

  // From any thread:
  void post(std::unique_ptr<reply_batch> batch);
  void stop_accepting();
  bool wait_until_answered(std::chrono::steady_clock::time_point deadline);
  void end();
  [[nodiscard]] router_statistics statistics() const;

 private:
  using clock = std::chrono::steady_clock;

  void reply(reply_address to, std::string_view json) override;
  void reply(reply_address to, std::span<const std::string_view> frames) override;

  bool read_requests(request_handler& handler);
  bool read_message();
  int known_descriptor(frame& routing_id) const;
  bool emit_posted();
  void look_after(request_handler& handler, bool idle);
  void send(const request_table::complete_message& message);
  bool send_frames(const request_table::complete_message& message, const peer_connection& to);
  void wait(bool accepting);
  bool has_posted();
  void tell_statistics();

  router_options options_;
  socket socket_;
  connection_watch watch_;
  request_table table_;
  request_message message_;
  std::vector<request> requests_;
  clock::time_point next_tick_{};
  router_statistics counted_;

  doorbell bell_;
  std::atomic<bool> accepting_{true};
  std::atomic<bool> ending_{false};
  std::mutex posted_mutex_;
  std::vector<std::unique_ptr<reply_batch>> posted_;
  std::vector<std::unique_ptr<reply_batch>> emitting_;

  mutable std::mutex told_mutex_;
  std::condition_variable told_changed_;
  router_statistics told_;
  bool stopped_reading_ = false;  ///< Told: no request is read any more.
};

}  // namespace jumak::net
