#include "bench/server_process.hpp"

#include "bench/failure.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <boost/json.hpp>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <sstream>
#include <thread>

namespace jumak::bench {

namespace {

constexpr std::chrono::seconds start_patience{60};
constexpr std::chrono::seconds stop_patience{20};
constexpr std::chrono::milliseconds exit_poll{5};

std::string field_of(const boost::json::object& line, std::string_view name) {
  const auto* value = line.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::string end_of_file(const std::filesystem::path& path) {
  constexpr std::size_t shown = 2'000;
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  const std::string all = text.str();
  return all.substr(all.size() - std::min(all.size(), shown));
}

}  // namespace

server_process::server_process(std::vector<std::string> argv, std::filesystem::path log)
    : program_(argv.at(0)), log_(std::move(log)) {
  start(argv);
  try {
    boost::system::error_code error;
    const auto line = boost::json::parse(first_line(), error);
    if (error || !line.is_object() || field_of(line.get_object(), "commands").empty())
      fail("printed no ready line");
    addresses_ = {field_of(line.get_object(), "commands"), field_of(line.get_object(), "queries")};
  } catch (...) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    throw;
  }
}

void server_process::start(std::vector<std::string>& argv) {
  std::vector<char*> arguments;
  for (auto& argument : argv) arguments.push_back(argument.data());
  arguments.push_back(nullptr);

  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw failure("Cannot make a pipe.");
  output_ = file_descriptor(ends[0]);
  const file_descriptor input(ends[1]);
  const file_descriptor log(::open(log_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644));
  const pid_t parent = ::getpid();
  process_ = ::fork();
  if (process_ < 0) throw failure("Cannot start a process.");
  if (process_ > 0) return;
  // In the child: only calls that are safe between fork and exec.
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (::getppid() != parent) ::_exit(127);
  ::dup2(input.get(), STDOUT_FILENO);
  ::dup2(log.get(), STDERR_FILENO);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

std::string server_process::first_line() {
  std::string line;
  const auto deadline = std::chrono::steady_clock::now() + start_patience;
  while (line.find('\n') == std::string::npos) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    pollfd item{output_.get(), POLLIN, 0};
    if (left.count() <= 0 || ::poll(&item, 1, static_cast<int>(left.count())) == 0)
      fail("was not ready within a minute");
    char buffer[4096];
    const ssize_t got = ::read(output_.get(), buffer, sizeof buffer);
    if (got == 0) fail("ended before it was ready");
    if (got < 0 && errno != EINTR) fail("cannot be read from");
    line.append(buffer, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  }
  return line.substr(0, line.find('\n'));
}

void server_process::fail(const std::string& what) {
  throw failure(program_ + " " + what + ". It said: " + end_of_file(log_));
}

double server_process::processor_seconds() const {
  std::ifstream file("/proc/" + std::to_string(process_) + "/stat");
  std::string line;
  std::getline(file, line);
  // Behind the name in parentheses, which may hold anything: fields 3 to …; user and system time
  // are 14 and 15.
  std::istringstream fields(line.substr(std::min(line.size(), line.rfind(')') + 1)));
  std::string skipped;
  for (int field = 3; field < 14; ++field) fields >> skipped;
  double user = 0;
  double system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

std::uint64_t server_process::resident_bytes() const {
  std::ifstream file("/proc/" + std::to_string(process_) + "/statm");
  std::uint64_t total = 0;
  std::uint64_t resident = 0;
  file >> total >> resident;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

std::optional<int> server_process::wait_for_exit(std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  int status = 0;
  while (::waitpid(process_, &status, WNOHANG) != process_) {
    if (std::chrono::steady_clock::now() > deadline) return std::nullopt;
    std::this_thread::sleep_for(exit_poll);
  }
  process_ = -1;
  return status;
}

void server_process::stop() {
  ::kill(process_, SIGTERM);
  const auto status = wait_for_exit(stop_patience);
  if (!status) fail("did not stop within 20 s of SIGTERM");
  if (!WIFEXITED(*status) || WEXITSTATUS(*status) != 0) fail("did not end well");
}

server_process::~server_process() {
  if (process_ < 0) return;
  ::kill(process_, SIGTERM);
  if (!wait_for_exit(stop_patience)) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
}

std::string own_path() { return std::filesystem::read_symlink("/proc/self/exe").string(); }

}  // namespace jumak::bench
