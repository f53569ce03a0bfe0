#include <rocksdb/db.h>

#include <random>
#include <system_error>
#include <utility>

#include "storage/log/head_file.hpp"
#include "storage/log/log_database.hpp"
#include "storage/log/log_proof.hpp"
#include "storage/log/rocksdb_log.hpp"
#include "storage/log/wal_tail.hpp"

namespace jumak::storage {
namespace {

std::uint64_t random64() {
  std::random_device device;
  return static_cast<std::uint64_t>(device()) << 32 | device();
}

/// The mark of HEAD. A new log is born by it: HEAD with a fresh id comes before the first file in log/.
result<head_mark> mark_for(const data_folder& folder) {
  auto mark = head_file::read(folder.head_path());
  if (mark || mark.error().code != errc::not_found) return mark;
  std::error_code failed;
  const bool empty = std::filesystem::is_empty(folder.log_path(), failed);
  if (failed || !empty) {
    return failure(errc::corrupt,
                   "the file " + folder.head_path().string() +
                       ", which says how far the log reaches, is not there: put it back, or "
                       "restore a backup");
  }
  const head_mark born{
      .log = log_id{{random64(), random64()}}, .number = {}, .head = {}, .hash = {}};
  if (auto created = head_file::create(folder.head_path(), born); !created) {
    return tl::unexpected(created.error());
  }
  return born;
}

}  // namespace

result<std::unique_ptr<rocksdb_log>> open_rocksdb_log(const data_folder& folder,
                                                      const rocksdb_log_options& options) {
  const auto mark = mark_for(folder);
  if (!mark) return tl::unexpected(mark.error());
  if (auto settled = settle_wal_tail(folder, *mark, options.on_note); !settled) {
    return tl::unexpected(settled.error());
  }
  const auto before = tables_in(folder.log_path());
  if (!before) return tl::unexpected(before.error());
  const bool is_new = mark->number == commit_number(0);
  auto database = open_log_database(folder.log_path(), options,
                                    is_new ? when_missing::create : when_missing::refuse);
  if (!database) return tl::unexpected(database.error());
  const auto head = prove_log(*(*database)->database, folder.log_path(), *before, *mark);
  if (!head) return tl::unexpected(head.error());
  auto head_mark = head_file::open(folder.head_path());
  if (!head_mark) return tl::unexpected(head_mark.error());

  auto log = std::make_unique<rocksdb_log>(std::move(*database), std::move(*head_mark), *head,
                                           options.sync_writes);
  log_head next = *head;
  const std::string epoch[] = {
      seal_epoch(next, {.random = random64(), .ancestor = {}, .ancestor_position = {}})};
  if (log->append(epoch) != append_outcome::durable) {
    return failure(errc::io_failed,
                   "writing to the log in " + folder.log_path().string() + " failed");
  }
  return log;
}

}  // namespace jumak::storage
