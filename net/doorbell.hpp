#pragma once

#include <atomic>

namespace jumak::net {

/// Wakes a thread that waits in a poll. Whoever leaves work rings; only a ring that somebody waits for costs
/// a system call.
///
/// The waiter: prepare(); if there is work after all, or when the poll is over: done(). Who leaves work puts
/// it where the waiter looks before ringing.
class doorbell {
 public:
  doorbell();
  ~doorbell();
  doorbell(const doorbell&) = delete;
  doorbell& operator=(const doorbell&) = delete;

  /// Any thread.
  void ring() noexcept;

  /// The waiting thread only: from now on a ring makes descriptor() readable.
  void prepare() noexcept { waiting_.store(true); }
  /// The waiting thread only: it looks by itself again.
  void done() noexcept;
  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

 private:
  int descriptor_;
  std::atomic<bool> waiting_{false};
};

}  // namespace jumak::net
