#include "app/stop_signals.hpp"

#include <csignal>

namespace jumak::app {
namespace {

sigset_t stopping_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

stop_signals::stop_signals() {
  const sigset_t signals = stopping_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  thread_ = std::thread([this, signals] {
    int signal = 0;
    while (!ending_ && sigwait(&signals, &signal) == 0) {
      if (!ending_) wake();
    }
  });
}

stop_signals::~stop_signals() {
  ending_ = true;
  pthread_kill(thread_.native_handle(), SIGTERM);
  thread_.join();
}

void stop_signals::wake() noexcept {
  asked_ = true;
  asked_.notify_all();
}

}  // namespace jumak::app
