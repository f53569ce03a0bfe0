#include "bench/environment.hpp"

#include <linux/magic.h>
#include <rocksdb/version.h>
#include <sys/statfs.h>
#include <sys/utsname.h>
#include <boost/version.hpp>
#include <fstream>
#include <sstream>
#include <thread>
#include <zmq.hpp>

#include "core/timestamp.hpp"

namespace jumak::bench {

namespace {

/// Value of the first `name : value` line of a file of /proc; empty if there is none.
std::string proc_field(const char* file, std::string_view name) {
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(name)) continue;
    const std::size_t value = line.find_first_not_of(" \t", line.find(':') + 1);
    return value == std::string::npos ? std::string() : line.substr(value);
  }
  return {};
}

std::string first_line(const char* file) {
  std::ifstream lines(file);
  std::string line;
  std::getline(lines, line);
  return line;
}

/// Type and options of the mounted file system that holds the folder: the longest mount point that
/// is its prefix.
std::string file_system_of(const std::filesystem::path& folder) {
  const std::string path = std::filesystem::weakly_canonical(folder).string() + "/";
  std::ifstream mounts("/proc/self/mounts");
  std::string best;
  std::size_t longest = 0;
  for (std::string line; std::getline(mounts, line);) {
    std::istringstream fields(line);
    std::string device;
    std::string point;
    std::string type;
    std::string options;
    fields >> device >> point >> type >> options;
    const std::string prefix = point.ends_with('/') ? point : point + "/";
    if (path.starts_with(prefix) && prefix.size() >= longest) {
      longest = prefix.size();
      best = type + " (" + options + ")";
    }
  }
  return best;
}

std::string kernel() {
  utsname name{};
  ::uname(&name);
  return std::string(name.sysname) + " " + name.release + " " + name.machine;
}

std::string zeromq_version() {
  int major = 0;
  int minor = 0;
  int patch = 0;
  zmq_version(&major, &minor, &patch);
  return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

std::string rocksdb_version() {
  return std::to_string(ROCKSDB_MAJOR) + "." + std::to_string(ROCKSDB_MINOR) + "." +
         std::to_string(ROCKSDB_PATCH);
}

}  // namespace

bool lies_in_memory(const std::filesystem::path& folder) {
  struct statfs about {};
  return ::statfs(folder.c_str(), &about) == 0 &&
         (about.f_type == TMPFS_MAGIC || about.f_type == RAMFS_MAGIC);
}

bool is_release_build() noexcept {
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  return true;
#else
  return false;
#endif
}

boost::json::object environment(const std::filesystem::path& folder) {
  return {
      {"date", to_text(std::chrono::time_point_cast<std::chrono::microseconds>(
                   std::chrono::system_clock::now()))},
      {"processor", proc_field("/proc/cpuinfo", "model name")},
      {"cores", std::thread::hardware_concurrency()},
      {"memory", proc_field("/proc/meminfo", "MemTotal")},
      {"load_before", first_line("/proc/loadavg")},
      {"kernel", kernel()},
      {"file_system", file_system_of(folder)},
      {"zeromq", zeromq_version()},
      {"rocksdb", rocksdb_version()},
      {"boost", BOOST_LIB_VERSION},
      {"compiler", __VERSION__},
      {"release_build", is_release_build()},
  };
}

}  // namespace jumak::bench
