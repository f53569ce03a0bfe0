#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "net/commit_queue.hpp"
#include "net/connection_watch.hpp"
#include "net/doorbell.hpp"
#include "net/event_publisher.hpp"
#include "net/socket.hpp"
#include "net/topic_set.hpp"

namespace jumak::net {

/// What the thread of an event_publisher does. Only the functions marked so may be called by other threads.
class publisher_loop final : private event_sink {
 public:
  publisher_loop(context& messaging, publisher_options options);

  [[nodiscard]] result<std::string> bind();
  /// Runs until end() was called and what was posted before is published.
  void run(event_renderer& renderer, const log_head& head);

  // From any thread:
  void post(std::span<const durable_commit> commits);
  void post_heartbeat();
  void end();
  [[nodiscard]] publisher_statistics statistics() const;

 private:
  using clock = std::chrono::steady_clock;

  void publish(std::string_view topic, std::string_view json) override;

  void read_subscriptions();
  bool publish_posted(event_renderer& renderer);
  void publish_commit(event_renderer& renderer, const durable_commit& commit);
  void beat_if_due(event_renderer& renderer);
  void send(std::string_view topic, frame&& body);
  void rest();
  void wait();
  void tell_statistics();

  publisher_options options_;
  socket socket_;
  connection_watch watch_;
  topic_set topics_;
  log_head published_;
  clock::time_point next_beat_{};
  std::vector<durable_commit> publishing_;
  publisher_statistics counted_;

  doorbell bell_;
  commit_queue posted_;
  std::atomic<bool> beat_wanted_{false};
  std::atomic<bool> ending_{false};
  mutable std::mutex told_mutex_;
  publisher_statistics told_;
};

}  // namespace jumak::net
