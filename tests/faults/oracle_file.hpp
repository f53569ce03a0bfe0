#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace jumak::faults {

/// What the oracle knows, where no crash of the server reaches it: a line for each command sent, each
/// answer received and each command whose outcome a crash left open. Only appended to; lines count
/// once sync() returned. Used by one thread.
class oracle_file {
 public:
  /// Makes or extends the file. Throws std::system_error when the disk does not do it.
  explicit oracle_file(const std::filesystem::path& path);
  ~oracle_file();
  oracle_file(const oracle_file&) = delete;
  oracle_file& operator=(const oracle_file&) = delete;

  void invoked(std::string_view command) { note('I', command); }
  void answered(std::string_view reply) { note('A', reply); }
  void unknown(std::string_view id) { note('U', id); }
  /// Writes all lines noted so far and waits until the disk has them.
  void sync();

  /// Calls `line` with the kind (I, A or U) and the rest of each whole line.
  static void read(const std::filesystem::path& path,
                   const std::function<void(char kind, std::string_view text)>& line);

 private:
  void note(char kind, std::string_view text);

  int file_;
  std::string pending_;
};

}  // namespace jumak::faults
