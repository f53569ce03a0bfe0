#include "storage/free_space.hpp"

#include <sys/statvfs.h>

#include <algorithm>

#include "storage/log/rocksdb_log.hpp"
#include "storage/posix_file.hpp"

namespace jumak::storage {
namespace {

constexpr std::uint64_t mebibyte = 1024 * 1024;

}  // namespace

std::uint64_t space_needed(std::uint64_t write_buffer_bytes, std::uint64_t wal_bytes) noexcept {
  return std::max(2 * write_buffer_bytes + wal_bytes + 64 * mebibyte, 512 * mebibyte);
}

result<std::uint64_t> free_space(const std::filesystem::path& path) {
  struct statvfs disk {};
  if (::statvfs(path.c_str(), &disk) != 0) {
    return tl::unexpected(system_error("asking for the free space of", path));
  }
  return static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
}

bool free_space_ok(const std::filesystem::path& path) {
  const rocksdb_log_options usual;
  const std::uint64_t buffers = usual.write_buffer_bytes * usual.write_buffers_max;
  // The WAL holds what is in the write buffers, and no more for long.
  return free_space(path).value_or(0) >= space_needed(buffers, buffers);
}

}  // namespace jumak::storage
