#include "storage/rocksdb_status.hpp"

#include <rocksdb/status.h>

#include "core/assert.hpp"

namespace jumak::storage {
namespace {

bool is_missing_file(const rocksdb::Status& status) {
  return status.IsPathNotFound() || status.ToString().find("No such file") != std::string::npos;
}

errc code_of(const rocksdb::Status& status) {
  if (status.IsCorruption() || status.IsNotFound() || is_missing_file(status)) return errc::corrupt;
  if (status.ToString().find("lock") != std::string::npos && status.IsIOError())
    return errc::locked;
  return errc::io_failed;
}

}  // namespace

error error_of(const rocksdb::Status& status, std::string_view doing) {
  JUMAK_ASSERT(!status.ok());
  std::string message(doing);
  message +=
      status.IsNoSpace() ? " failed because the disk is full; free some space: " : " failed: ";
  message += status.ToString();
  return {code_of(status), std::move(message), std::nullopt};
}

result<void> result_of(const rocksdb::Status& status, std::string_view doing) {
  if (status.ok()) return {};
  return tl::unexpected(error_of(status, doing));
}

}  // namespace jumak::storage
