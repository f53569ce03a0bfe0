#include "bench/signals.hpp"

#include <csignal>

namespace jumak::bench {

namespace {

volatile std::sig_atomic_t stop_flag = 0;

}  // namespace

void stop_on_signals() {
  struct sigaction action {};
  action.sa_handler = [](int) { stop_flag = 1; };
  ::sigaction(SIGTERM, &action, nullptr);
  ::sigaction(SIGINT, &action, nullptr);
}

bool stop_requested() noexcept { return stop_flag != 0; }

}  // namespace jumak::bench
