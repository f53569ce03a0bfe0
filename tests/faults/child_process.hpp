#pragma once

#include <sys/types.h>

#include <boost/json.hpp>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace jumak::faults {

/// A process of ours, ended at the latest when this object is. Used by one thread, but for kill_now().
class child_process {
 public:
  /// Starts it; its stderr is appended to `log`. Throws std::system_error.
  child_process(const std::vector<std::string>& arguments, const std::filesystem::path& log);
  ~child_process();
  child_process(const child_process&) = delete;
  child_process& operator=(const child_process&) = delete;

  /// Waits for its first line on stdout, an object, and returns it. Throws violation when the process
  /// ends or `patience` passes before.
  boost::json::object ready(std::chrono::milliseconds patience);

  /// Sends a signal; from any thread, as long as wait() was not called.
  void signal(int number) const noexcept;
  /// Waits for its end; the exit code, or minus the signal. Throws violation after `patience`.
  int wait(std::chrono::milliseconds patience);
  [[nodiscard]] bool running();
  [[nodiscard]] pid_t id() const noexcept { return pid_; }

 private:
  pid_t pid_ = -1;
  int output_ = -1;
  int status_ = 0;
  bool over_ = false;
};

}  // namespace jumak::faults
