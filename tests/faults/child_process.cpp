#include "tests/faults/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

#include "tests/faults/violation.hpp"

namespace jumak::faults {
namespace {

using std::chrono::milliseconds;
using clock = std::chrono::steady_clock;

[[noreturn]] void become(const std::vector<std::string>& arguments, int output, int errors) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(errors, STDERR_FILENO);
  std::vector<char*> words;
  for (const auto& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  ::execv(words[0], words.data());
  ::_exit(127);
}

milliseconds left(clock::time_point until) {
  const auto rest = std::chrono::duration_cast<milliseconds>(until - clock::now());
  return std::max(rest, milliseconds(0));
}

/// True once the descriptor can be read, false after `patience`.
bool readable(int descriptor, milliseconds patience) {
  pollfd wanted{descriptor, POLLIN, 0};
  return ::poll(&wanted, 1, static_cast<int>(patience.count())) == 1;
}

}  // namespace

child_process::child_process(const std::vector<std::string>& arguments,
                             const std::filesystem::path& log) {
  int pipe[2];
  if (::pipe2(pipe, O_CLOEXEC) != 0)
    throw std::system_error(errno, std::generic_category(), "pipe");
  const int errors = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  pid_ = ::fork();
  if (pid_ == 0) become(arguments, pipe[1], errors);
  ::close(pipe[1]);
  ::close(errors);
  output_ = pipe[0];
  if (pid_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
}

child_process::~child_process() {
  if (running()) {
    signal(SIGKILL);
    ::waitpid(pid_, &status_, 0);
  }
  ::close(output_);
}

boost::json::object child_process::ready(milliseconds patience) {
  const auto until = clock::now() + patience;
  std::string line;
  while (line.empty() || line.back() != '\n') {
    if (!readable(output_, left(until))) throw violation("the server is not ready in time");
    char next = 0;
    if (::read(output_, &next, 1) != 1)
      throw violation("the server ended before it was ready, with " +
                      std::to_string(wait(milliseconds(10'000))));
    line += next;
  }
  return boost::json::parse(line).as_object();
}

void child_process::signal(int number) const noexcept { ::kill(pid_, number); }

int child_process::wait(milliseconds patience) {
  if (!over_) {
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));
    const bool ended = readable(handle, patience);
    ::close(handle);
    if (!ended) throw violation("the process does not end");
    ::waitpid(pid_, &status_, 0);
    over_ = true;
  }
  return WIFEXITED(status_) ? WEXITSTATUS(status_) : -WTERMSIG(status_);
}

bool child_process::running() {
  if (!over_ && ::waitpid(pid_, &status_, WNOHANG) == pid_) over_ = true;
  return !over_;
}

}  // namespace jumak::faults
