#include "net/local_address.hpp"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace jumak::net {
namespace {

constexpr std::string_view local_scheme = "ipc://";

bool somebody_listens(const std::string& path) {
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  if (path.size() >= sizeof name.sun_path) return false;
  std::memcpy(name.sun_path, path.data(), path.size());
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return false;
  const bool answered = ::connect(descriptor, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0;
  ::close(descriptor);
  return answered;
}

int make_private_folder(const std::filesystem::path& folder) {
  std::error_code problem;
  if (folder.empty() || std::filesystem::is_directory(folder, problem)) return 0;
  std::filesystem::create_directories(folder.parent_path(), problem);
  if (problem) return problem.value();
  if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) return errno;
  return 0;
}

}  // namespace

int prepare_local_address(const std::string& address) {
  if (!address.starts_with(local_scheme)) return 0;
  const std::string path = address.substr(local_scheme.size());
  // `*` lets the library choose a place; `@` is a name without a file.
  if (path.empty() || path.front() == '*' || path.front() == '@') return 0;
  if (somebody_listens(path)) return EADDRINUSE;
  return make_private_folder(std::filesystem::path(path).parent_path());
}

}  // namespace jumak::net
