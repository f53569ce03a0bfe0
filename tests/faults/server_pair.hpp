#pragma once

#include <filesystem>
#include <memory>

#include "tests/faults/child_process.hpp"
#include "tests/faults/oracle.hpp"

namespace jumak::faults {

/// A command side and a query side as processes of their own, on ipc sockets in one folder. Used by one
/// thread.
class server_pair {
 public:
  server_pair(std::filesystem::path program, std::filesystem::path folder);

  void start_commands();
  void start_queries();
  /// Waits until what was started is ready; the position the command side started with, if it is new.
  std::uint64_t wait_commands();
  void wait_queries();

  [[nodiscard]] child_process* commands() noexcept { return commands_.get(); }
  [[nodiscard]] child_process* queries() noexcept { return queries_.get(); }
  void lose_commands() { commands_.reset(); }
  void lose_queries() { queries_.reset(); }

  [[nodiscard]] addresses where() const;
  [[nodiscard]] std::filesystem::path data() const { return folder_ / "data"; }

 private:
  std::vector<std::string> arguments(const char* role) const;

  std::filesystem::path program_;
  std::filesystem::path folder_;
  std::unique_ptr<child_process> commands_;
  std::unique_ptr<child_process> queries_;
};

}  // namespace jumak::faults
