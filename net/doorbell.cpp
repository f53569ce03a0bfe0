#include "net/doorbell.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>

#include "core/assert.hpp"

namespace jumak::net {

doorbell::doorbell() : descriptor_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) { JUMAK_ASSERT(descriptor_ >= 0); }

doorbell::~doorbell() { ::close(descriptor_); }

void doorbell::ring() noexcept {
  if (!waiting_.load() || !waiting_.exchange(false)) return;
  const std::uint64_t one = 1;
  // It cannot fail but when the counter is full, and then the waiter is awake anyway.
  [[maybe_unused]] const auto written = ::write(descriptor_, &one, sizeof one);
}

void doorbell::done() noexcept {
  // Somebody took the flag and therefore wrote, or is about to: then the next wait returns at once, which
  // costs a turn and loses nothing.
  if (waiting_.exchange(false)) return;
  std::uint64_t count = 0;
  [[maybe_unused]] const auto read = ::read(descriptor_, &count, sizeof count);
}

}  // namespace jumak::net
