#include "tests/end_to_end/process.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace jumak::end_to_end {
namespace {

using std::chrono::milliseconds;

std::string program() {
  const char* chosen = std::getenv("JUMAK_BINARY");
  return chosen != nullptr ? chosen : JUMAK_PROGRAM;
}

/// Between fork and exec: only what is safe there.
[[noreturn]] void become(char* const* words, int output, int errors) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(errors, STDERR_FILENO);
  ::execv(words[0], words);
  ::_exit(127);
}

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

bool pause_between_looks() {
  ::poll(nullptr, 0, 2);
  return true;
}

temporary_folder::temporary_folder() {
  std::string name = ::testing::TempDir() + "/jumak-ends-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) fail("mkdtemp");
  path_ = name;
}

temporary_folder::~temporary_folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

process::process(const std::vector<std::string>& arguments) {
  std::vector<std::string> all{program()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  std::vector<char*> words;
  for (auto& word : all) words.push_back(word.data());
  words.push_back(nullptr);

  int pipe[2];
  if (::pipe2(pipe, O_CLOEXEC) != 0) fail("pipe");
  errors_ = ::memfd_create("stderr", MFD_CLOEXEC);
  if (errors_ < 0) fail("memfd_create");
  id_ = ::fork();
  if (id_ == 0) become(words.data(), pipe[1], errors_);
  ::close(pipe[1]);
  output_ = pipe[0];
  if (id_ < 0) fail("fork");
}

process::~process() {
  if (running()) {
    signal(SIGTERM);
    if (!eventually([this] { return !running(); }, 10s)) {
      signal(SIGKILL);
      ::waitpid(id_, &status_, 0);
    }
  }
  ::close(output_);
  ::close(errors_);
}

std::string process::line() {
  const auto deadline = clock::now() + patience;
  for (;;) {
    if (const auto end = unread_.find('\n'); end != std::string::npos) {
      auto found = unread_.substr(0, end);
      unread_.erase(0, end + 1);
      return found;
    }
    const auto left = std::chrono::duration_cast<milliseconds>(deadline - clock::now());
    pollfd wanted{output_, POLLIN, 0};
    char bytes[4096];
    if (left <= 0ms || ::poll(&wanted, 1, static_cast<int>(left.count())) != 1)
      throw std::runtime_error("no line on stdout in time; stderr: " + errors());
    const auto count = ::read(output_, bytes, sizeof bytes);
    if (count <= 0) throw std::runtime_error("it ended without a line on stdout: " + errors());
    unread_.append(bytes, static_cast<std::size_t>(count));
  }
}

std::string process::rest() {
  char bytes[4096];
  for (ssize_t count = 0; (count = ::read(output_, bytes, sizeof bytes)) > 0;)
    unread_.append(bytes, static_cast<std::size_t>(count));
  return std::exchange(unread_, {});
}

void process::signal(int number) const { ::kill(id_, number); }

int process::wait(milliseconds longest) {
  if (!eventually([this] { return !running(); }, longest))
    throw std::runtime_error("the process does not end; stderr: " + errors());
  return WIFEXITED(status_) ? WEXITSTATUS(status_) : -WTERMSIG(status_);
}

bool process::running() {
  if (!over_ && ::waitpid(id_, &status_, WNOHANG) == id_) over_ = true;
  return !over_;
}

std::string process::errors() const {
  std::string text(static_cast<std::size_t>(std::max<off_t>(::lseek(errors_, 0, SEEK_END), 0)),
                   '\0');
  const auto count = ::pread(errors_, text.data(), text.size(), 0);
  text.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return text;
}

long process::resident_kib() const {
  std::ifstream status("/proc/" + std::to_string(id_) + "/status");
  for (std::string word; status >> word;) {
    long kib = 0;
    if (word == "VmRSS:" && status >> kib) return kib;
  }
  throw std::runtime_error("the process has no memory any more; stderr: " + errors());
}

run_result run(const std::vector<std::string>& arguments) {
  process it(arguments);
  auto output = it.rest();  // Until it closes stdout, which it does when it ends.
  const int code = it.wait();
  return {code, std::move(output), it.errors()};
}

}  // namespace jumak::end_to_end
