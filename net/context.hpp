#pragma once

#include <memory>

namespace jumak::net {

/// The process's ZeroMQ context. One per process; every endpoint, publisher and feed must be closed before
/// it is destroyed. Any thread may use it.
class context {
 public:
  context();
  ~context();
  context(const context&) = delete;
  context& operator=(const context&) = delete;

  /// The library's own pointer, for this folder only.
  [[nodiscard]] void* handle() const noexcept { return handle_; }

 private:
  void* handle_ = nullptr;
};

}  // namespace jumak::net
