#include "storage/data_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>
#include <system_error>

namespace jumak::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view version_prefix = "jumak data ";

std::string named(const fs::path& path) { return "the data folder " + path.string(); }

tl::unexpected<error> not_writable(const fs::path& path, const std::string& reason) {
  return failure(errc::io_failed,
                 named(path) + " is not writable (" + reason +
                     "): give this user the right to write there, or choose another "
                     "folder with --data");
}

result<void> create_folder(const fs::path& path) {
  std::error_code failed;
  if (fs::exists(path, failed) && !fs::is_directory(path, failed)) {
    return failure(errc::bad_configuration,
                   named(path) + " is a file: choose a folder with --data");
  }
  if (fs::create_directories(path, failed)) return sync_folder(fs::absolute(path).parent_path());
  if (failed) {
    return failure(errc::io_failed, named(path) + " cannot be created (" + failed.message() +
                                        "): create it, or choose another folder with --data");
  }
  return {};
}

/// A stranger's folder has files but neither LOCK nor VERSION; we do not write among them.
bool belongs_to_somebody_else(const fs::path& path) {
  std::error_code ignored;
  if (fs::exists(path / "VERSION", ignored) || fs::exists(path / "LOCK", ignored)) return false;
  for (const fs::directory_entry& file : fs::directory_iterator(path, ignored)) {
    // The root of a fresh disk is empty but for this.
    if (file.path().filename() != "lost+found") return true;
  }
  return false;
}

tl::unexpected<error> held_by_another(const fs::path& path) {
  const std::string process = read_file(path / "LOCK").value_or("");
  const std::string who = process.empty() ? "another process" : "process " + process;
  return failure(errc::locked, named(path) + " is in use by " + who +
                                   ": stop that server, or choose another folder with --data");
}

result<file_descriptor> take_lock(const fs::path& path) {
  auto lock = open_file(path / "LOCK", O_RDWR | O_CREAT);
  if (!lock) return not_writable(path, lock.error().message);
  if (::flock(lock->number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return held_by_another(path);
    return tl::unexpected(system_error("locking", path / "LOCK"));
  }
  // Only a help for the operator who finds the folder in use, so a failure does not matter.
  if (::ftruncate(lock->number(), 0) == 0) {
    static_cast<void>(write_at(*lock, std::to_string(::getpid()), 0, path / "LOCK"));
  }
  return lock;
}

std::optional<std::uint32_t> parse_version(std::string_view text) {
  if (!text.starts_with(version_prefix) || !text.ends_with('\n')) return std::nullopt;
  text.remove_prefix(version_prefix.size());
  text.remove_suffix(1);
  std::uint32_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
  return number;
}

result<void> check_version(const fs::path& path) {
  const auto text = read_file(path / "VERSION");
  if (!text && text.error().code != errc::not_found) return tl::unexpected(text.error());
  if (!text) {
    std::error_code ignored;
    if (fs::exists(path / "log" / "CURRENT", ignored)) {
      return failure(errc::corrupt, named(path) +
                                        " has lost its file VERSION: restore a backup, or put "
                                        "VERSION back from where it went");
    }
    return replace_file(path / "VERSION",
                        std::string(version_prefix) + std::to_string(data_folder::version) + "\n");
  }
  const auto number = parse_version(*text);
  if (!number) {
    return failure(errc::corrupt, named(path) + " has a damaged file VERSION: restore a backup");
  }
  if (*number > data_folder::version) {
    return failure(errc::newer_format,
                   named(path) + " was written by a newer version of jumak (form " +
                       std::to_string(*number) + ", this one knows up to " +
                       std::to_string(data_folder::version) +
                       "): start that version, or choose another folder with --data");
  }
  return {};
}

result<void> create_subfolders(const fs::path& path) {
  for (const char* name : {"log", "index"}) {
    std::error_code failed;
    fs::create_directory(path / name, failed);
    if (failed) return not_writable(path / name, failed.message());
    if (::access((path / name).c_str(), R_OK | W_OK | X_OK) != 0)
      return not_writable(path / name, std::strerror(errno));
  }
  return sync_folder(path);
}

}  // namespace

result<data_folder> data_folder::open(const std::filesystem::path& path) {
  if (auto created = create_folder(path); !created) return tl::unexpected(created.error());
  if (belongs_to_somebody_else(path)) {
    return failure(errc::bad_configuration,
                   named(path) +
                       " holds files that are not jumak's: choose an empty or a new folder "
                       "with --data");
  }
  if (::access(path.c_str(), R_OK | W_OK | X_OK) != 0)
    return not_writable(path, std::strerror(errno));
  auto lock = take_lock(path);
  if (!lock) return tl::unexpected(lock.error());
  if (auto checked = check_version(path); !checked) return tl::unexpected(checked.error());
  if (auto created = create_subfolders(path); !created) return tl::unexpected(created.error());
  return data_folder(path, std::move(*lock));
}

}  // namespace jumak::storage
