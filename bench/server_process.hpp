#pragma once

#include "bench/stream_socket.hpp"

#include <sys/types.h>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace jumak::bench {

/// Where a server listens. A baseline has no queries.
struct server_addresses {
  std::string commands;
  std::string queries;
};

/// A server started as a process of its own and stopped at the end of this object's life: SIGTERM,
/// a bounded wait, then SIGKILL. It dies with its parent. Its stderr goes to a file.
class server_process {
 public:
  /// Starts a program (`argv[0]` is its path) and waits for its ready line. Throws `failure` if
  /// none comes in time.
  server_process(std::vector<std::string> argv, std::filesystem::path log);
  ~server_process();

  server_process(const server_process&) = delete;
  server_process& operator=(const server_process&) = delete;

  [[nodiscard]] const server_addresses& addresses() const noexcept { return addresses_; }

  /// Processor time used so far, in seconds; steps of a hundredth.
  [[nodiscard]] double processor_seconds() const;

  /// Memory resident now, in bytes.
  [[nodiscard]] std::uint64_t resident_bytes() const;

  /// Asks it to stop and waits; throws `failure` if it did not exit with 0 in time.
  void stop();

 private:
  void start(std::vector<std::string>& argv);
  std::string first_line();
  std::optional<int> wait_for_exit(std::chrono::milliseconds patience);
  [[noreturn]] void fail(const std::string& what);

  std::string program_;
  std::filesystem::path log_;
  pid_t process_ = -1;
  file_descriptor output_;
  server_addresses addresses_;
};

/// Path of the program that is running.
[[nodiscard]] std::string own_path();

}  // namespace jumak::bench
