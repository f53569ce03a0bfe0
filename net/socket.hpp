#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/error.hpp"
#include "net/context.hpp"
#include "net/frame.hpp"

namespace jumak::net {

/// A ZeroMQ socket, closed when it goes. For this folder only; used by one thread at a time.
///
/// Sending and receiving never block. They say 0 or the library's errno, and EAGAIN also for a call that a
/// signal interrupted.
class socket {
 public:
  /// `type` is the library's, for example ZMQ_ROUTER. LINGER is 0 from the start.
  socket(context& messaging, int type);
  ~socket();
  socket(const socket&) = delete;
  socket& operator=(const socket&) = delete;

  /// Closes it early. What was sent may still leave for so long; the context's destructor waits for that.
  void close(std::chrono::milliseconds linger);

  /// Sets a number; ours are constants or checked limits, so a refusal is a bug.
  void set(int option, int value);
  void set(int option, std::string_view value);

  /// Binds and says the address in full. `endpoint` is for messages.
  [[nodiscard]] result<std::string> bind(std::string_view endpoint, const std::string& address);
  [[nodiscard]] result<void> connect(std::string_view endpoint, const std::string& address);

  [[nodiscard]] int send(frame& what, bool more) noexcept;
  [[nodiscard]] int receive(frame& into) noexcept;

  [[nodiscard]] void* handle() const noexcept { return handle_; }

 private:
  void* handle_;
};

/// True when `received` is followed by another frame of its message.
[[nodiscard]] bool has_more(frame& received) noexcept;
/// The descriptor of the connection `received` came by, or -1.
[[nodiscard]] int descriptor_of(frame& received) noexcept;

}  // namespace jumak::net
