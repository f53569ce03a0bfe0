#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace jumak::end_to_end {

/// Bounds on memory and time are wider under a sanitizer, which keeps freed memory and slows all down. The
/// server of a build has the sanitizer of its tests.
#ifdef __SANITIZE_ADDRESS__
inline constexpr int sanitizer_factor = 16;
#else
inline constexpr int sanitizer_factor = 1;
#endif

using clock = std::chrono::steady_clock;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

/// How long a test waits for what must come; generous, since it only ends a failing test.
inline constexpr std::chrono::milliseconds patience = 30s;

/// Looks again and again until `holds`, or patience is over. Nothing is assumed about when.
bool pause_between_looks();
template <class Condition>
bool eventually(Condition&& holds, clock::duration longest = patience) {
  const auto deadline = clock::now() + longest;
  while (clock::now() < deadline && pause_between_looks()) {
    if (holds()) return true;
  }
  return holds();
}

/// A new folder under the tests' own; gone with the object.
class temporary_folder {
 public:
  temporary_folder();
  ~temporary_folder();
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// One run of the program `jumak`, ended at the latest when this object is. It dies with the test,
/// too. Which file is run: the environment's JUMAK_BINARY, else the one of this build. One thread.
class process {
 public:
  /// Starts `jumak ARGUMENTS…`. Throws std::system_error.
  explicit process(const std::vector<std::string>& arguments);
  /// SIGTERM, and SIGKILL if that takes longer than 10 s.
  ~process();
  process(const process&) = delete;
  process& operator=(const process&) = delete;

  /// The next line on stdout without its end; throws std::runtime_error, with what stood on stderr,
  /// when the process ends or patience is over before.
  std::string line();

  void signal(int number) const;
  /// Waits for its end; the exit code, or minus the signal. Throws std::runtime_error after `longest`.
  int wait(std::chrono::milliseconds longest = patience);
  [[nodiscard]] bool running();

  /// All it wrote to stderr so far.
  [[nodiscard]] std::string errors() const;
  /// What it wrote to stdout and line() did not take; for a process that ended.
  std::string rest();
  /// Its memory now, in KiB: VmRSS.
  [[nodiscard]] long resident_kib() const;

 private:
  pid_t id_ = -1;
  int output_ = -1;
  int errors_ = -1;
  int status_ = 0;
  bool over_ = false;
  std::string unread_;
};

/// What a run that ends by itself said.
struct run_result {
  int exit_code;
  std::string output;
  std::string errors;
};
run_result run(const std::vector<std::string>& arguments);

}  // namespace jumak::end_to_end
