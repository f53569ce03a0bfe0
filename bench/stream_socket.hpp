#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace jumak::bench {

/// Owns a file descriptor.
class file_descriptor {
 public:
  file_descriptor() = default;
  explicit file_descriptor(int number) : number_(number) {}
  file_descriptor(file_descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  file_descriptor& operator=(file_descriptor&& other) noexcept;
  ~file_descriptor();

  [[nodiscard]] int get() const noexcept { return number_; }

 private:
  int number_ = -1;
};

/// A connected TCP or Unix stream that never blocks. Failures are thrown as `failure`.
class stream_socket {
 public:
  /// Connects to `tcp://<IPv4 address>:<port>` or `ipc://<path>`.
  static stream_socket connect(const std::string& address);

  /// Appends what has arrived, up to about 256 KiB; false if nothing had.
  bool read(std::string& to);

  /// Writes what the kernel takes and says how much that was.
  std::size_t write(std::string_view bytes);

  /// Waits until something can be read; throws after this time.
  void wait_readable(std::chrono::milliseconds patience);

  [[nodiscard]] int get() const noexcept { return descriptor_.get(); }

 private:
  file_descriptor descriptor_;
};

}  // namespace jumak::bench
