#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace jumak::net {

/// The bytes of one ZeroMQ frame, owned, moved and never copied. It is the library's own message, so bytes
/// stay where the network put them; the header hides the library from other folders.
///
/// A frame may move between threads. Its bytes stay in place when it is moved, except for frames below
/// 64 bytes: take text() again after moving such a frame.
class frame {
 public:
  frame() noexcept;
  /// A frame with a copy of `bytes`.
  explicit frame(std::string_view bytes);
  /// A frame that shares `bytes` and keeps them alive until the last copy has left.
  explicit frame(std::shared_ptr<const std::string> bytes);
  ~frame();
  frame(frame&& other) noexcept;
  frame& operator=(frame&& other) noexcept;
  frame(const frame&) = delete;
  frame& operator=(const frame&) = delete;

  [[nodiscard]] std::string_view text() const noexcept;
  [[nodiscard]] std::size_t size() const noexcept { return text().size(); }

  /// The library's message, for this folder only.
  [[nodiscard]] void* handle() noexcept { return message_; }

 private:
  alignas(void*) std::byte message_[64];
};

}  // namespace jumak::net
