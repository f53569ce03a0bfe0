#include <algorithm>

#include <rocksdb/sst_file_writer.h>

#include "storage/index/run_database.hpp"
#include "storage/rocksdb_status.hpp"

namespace jumak::storage {
namespace {

/// Puts rows in key order until the first failure, which it keeps.
class run_writer {
 public:
  run_writer(const rocksdb::Options& options, std::uint32_t run)
      : writer_(rocksdb::EnvOptions(options), options), run_(run) {}

  rocksdb::Status write(const std::filesystem::path& path, const run_rows& rows,
                        const checkpoint& folded) {
    status_ = writer_.Open(path.string());
    put(checkpoint_key(run_), checkpoint_value(folded));
    for (std::uint32_t slot = 0; slot < slot_count; ++slot) put_ids(slot, rows.slots()[slot].ids);
    for (std::uint32_t slot = 0; slot < slot_count; ++slot)
      put_first_seen(slot, rows.slots()[slot].first_seen);
    // A row hash starts with its slot, so slots in turn give hashes in order.
    for (const slot_rows& slot : rows.slots()) put_places(row_kind::streams, slot.streams);
    for (const slot_rows& slot : rows.slots()) put_places(row_kind::aggregates, slot.aggregates);
    if (status_.ok()) status_ = writer_.Finish();
    return status_;
  }

 private:
  void put(const std::string& key, const std::string& value) {
    if (status_.ok()) status_ = writer_.Put(key, value);
  }
  void put_ids(std::uint32_t slot, const std::string& ids) {
    if (!ids.empty()) put(slot_key(run_, row_kind::ids, slot), ids);
  }
  void put_first_seen(std::uint32_t slot, const std::vector<row_hash>& names) {
    if (names.empty()) return;
    std::string value;
    value.reserve(names.size() * sizeof(row_hash));
    for (const row_hash name : names) pack_fixed64(value, name.bits);
    put(slot_key(run_, row_kind::first_seen, slot), value);
  }
  void put_places(row_kind kind, std::span<const place_row> rows) {
    while (!rows.empty() && status_.ok()) {
      const row_hash hash = rows.front().hash;
      const auto end = std::find_if(rows.begin(), rows.end(),
                                    [&](const place_row& row) { return row.hash != hash; });
      const auto count = static_cast<std::size_t>(end - rows.begin());
      put(place_key(run_, kind, hash), pack_places(rows.first(count)));
      rows = rows.subspan(count);
    }
  }

  rocksdb::SstFileWriter writer_;
  std::uint32_t run_;
  rocksdb::Status status_;
};

}  // namespace

result<void> write_run_file(const std::filesystem::path& path, const rocksdb::Options& options,
                            std::uint32_t run, const run_rows& rows, const checkpoint& folded) {
  return result_of(run_writer(options, run).write(path, rows, folded),
                   "writing a run of the index");
}

result<void> write_deadline_file(const std::filesystem::path& path, const rocksdb::Options& options,
                                 std::span<const deadline_rows::change> changes) {
  rocksdb::SstFileWriter writer(rocksdb::EnvOptions(options), options);
  rocksdb::Status status = writer.Open(path.string());
  for (const deadline_rows::change& each : changes) {
    if (!status.ok()) break;
    status = each.value ? writer.Put(each.key, *each.value) : writer.Delete(each.key);
  }
  if (status.ok()) status = writer.Finish();
  return result_of(status, "writing the deadlines of the index");
}

}  // namespace jumak::storage
