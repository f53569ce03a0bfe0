#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>

#include "net/connection_news.hpp"
#include "net/doorbell.hpp"
#include "net/event_feed.hpp"
#include "net/follower.hpp"
#include "net/socket.hpp"

namespace jumak::net {

/// What the thread of an event_feed does: moves bytes between two sockets and a follower, and calls the
/// handler. Only the functions marked so may be called by other threads.
class feed_loop {
 public:
  feed_loop(context& messaging, feed_options options);

  [[nodiscard]] result<void> connect();
  void run(feed_handler& handler);

  // From any thread:
  void applied(std::size_t commits, std::size_t bytes);
  void end();
  [[nodiscard]] feed_statistics statistics() const;

 private:
  using clock = std::chrono::steady_clock;

  void read_news();
  bool read_live(feed_handler& handler);
  void read_live_message(feed_handler& handler, frame&& topic, frame&& body);
  void read_log_message(frame&& body);
  bool read_pages();
  void read_page(frame&& header);
  void take_credit();
  void ask();
  void tell(feed_handler& handler);
  void tell_divergence(feed_handler& handler);
  [[nodiscard]] bool has_much_credit() const noexcept;  ///< Under credit_mutex_.
  void tell_statistics(clock::time_point now);
  void wait();

  feed_options options_;
  socket live_;
  socket history_;
  connection_news live_news_;
  connection_news history_news_;
  follower follower_;
  std::uint64_t damaged_ = 0;
  log_head told_head_;
  bool told_live_ = false;
  bool told_diverged_ = false;

  doorbell bell_;
  std::atomic<bool> ending_{false};
  std::mutex credit_mutex_;
  std::size_t applied_commits_ = 0;
  std::size_t applied_bytes_ = 0;
  mutable std::mutex told_mutex_;
  feed_statistics told_;
};

}  // namespace jumak::net
