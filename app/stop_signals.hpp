#pragma once

#include <atomic>
#include <thread>

namespace jumak::app {

/// SIGINT and SIGTERM as something to wait for. Make it in main before any thread exists: the signals are
/// blocked from then on, in every thread, and one thread of its own takes them.
class stop_signals {
 public:
  stop_signals();
  ~stop_signals();
  stop_signals(const stop_signals&) = delete;
  stop_signals& operator=(const stop_signals&) = delete;

  /// Becomes true with the first signal, and stays.
  [[nodiscard]] const std::atomic<bool>& asked() const noexcept { return asked_; }
  /// Blocks until a signal came or wake() was called.
  void wait() const noexcept { asked_.wait(false); }
  /// As a signal would; any thread.
  void wake() noexcept;

 private:
  std::atomic<bool> asked_ = false;
  std::atomic<bool> ending_ = false;
  std::thread thread_;
};

}  // namespace jumak::app
