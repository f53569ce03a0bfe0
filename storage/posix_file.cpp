#include "storage/posix_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace jumak::storage {

file_descriptor& file_descriptor::operator=(file_descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

file_descriptor::~file_descriptor() {
  if (open()) ::close(number_);
}

error system_error(std::string_view doing, const std::filesystem::path& path) {
  const int number = errno;
  std::string message(doing);
  message += ' ';
  message += path.string();
  message += " failed: ";
  message += std::strerror(number);
  return {number == ENOENT ? errc::not_found : errc::io_failed, std::move(message), std::nullopt};
}

result<file_descriptor> open_file(const std::filesystem::path& path, int flags) {
  constexpr int mode = 0640;
  file_descriptor file(::open(path.c_str(), flags | O_CLOEXEC, mode));
  if (!file.open()) return tl::unexpected(system_error("opening", path));
  return file;
}

result<void> write_at(const file_descriptor& file, std::string_view bytes, std::uint64_t offset,
                      const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const ::ssize_t written =
        ::pwrite(file.number(), bytes.data(), bytes.size(), static_cast<::off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return tl::unexpected(system_error("writing", path));
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
  return {};
}

result<void> sync_data(const file_descriptor& file, const std::filesystem::path& path) {
  if (::fdatasync(file.number()) != 0) return tl::unexpected(system_error("syncing", path));
  return {};
}

result<void> sync_folder(const std::filesystem::path& folder) {
  const auto file = open_file(folder, O_RDONLY | O_DIRECTORY);
  if (!file) return tl::unexpected(file.error());
  if (::fsync(file->number()) != 0) return tl::unexpected(system_error("syncing", folder));
  return {};
}

result<std::string> read_file(const std::filesystem::path& path) {
  const auto file = open_file(path, O_RDONLY);
  if (!file) return tl::unexpected(file.error());
  std::string bytes;
  std::array<char, 64 * 1024> part{};
  while (true) {
    const ::ssize_t count = ::read(file->number(), part.data(), part.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return tl::unexpected(system_error("reading", path));
    if (count == 0) return bytes;
    bytes.append(part.data(), static_cast<std::size_t>(count));
  }
}

result<void> replace_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path beside = path;
  beside += ".new";
  {
    const auto file = open_file(beside, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file) return tl::unexpected(file.error());
    if (auto written = write_at(*file, bytes, 0, beside); !written) return written;
    if (auto synced = sync_data(*file, beside); !synced) return synced;
  }
  if (std::rename(beside.c_str(), path.c_str()) != 0)
    return tl::unexpected(system_error("renaming", beside));
  return sync_folder(path.parent_path());
}

}  // namespace jumak::storage
