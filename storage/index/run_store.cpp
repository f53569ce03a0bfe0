#include "storage/index/run_store.hpp"

#include <algorithm>
#include <ranges>

#include "core/assert.hpp"
#include "storage/index/run_database.hpp"
#include "storage/rocksdb_status.hpp"

namespace jumak::storage {
namespace {

/// A run is written here and then moved into the database; what a crash leaves here is worthless.
std::filesystem::path unfinished_run(const std::filesystem::path& folder) {
  return folder / "unfinished-run";
}
std::filesystem::path unfinished_deadlines(const std::filesystem::path& folder) {
  return folder / "unfinished-deadlines";
}

rocksdb::IngestExternalFileArg ingestion(rocksdb::ColumnFamilyHandle* family, const std::filesystem::path& file) {
  rocksdb::IngestExternalFileArg taken;
  taken.column_family = family;
  taken.external_files = {file.string()};
  taken.options.move_files = true;
  taken.options.snapshot_consistency = false;
  taken.options.write_global_seqno = false;
  return taken;
}

tl::unexpected<error> damaged(std::uint32_t run) {
  return failure(errc::corrupt,
                 "run " + std::to_string(run) + " of the index has rows of another form");
}

rocksdb::ReadOptions scan_options(const rocksdb::Slice& upper_bound) {
  rocksdb::ReadOptions options;
  options.total_order_seek = true;
  options.fill_cache = false;
  options.iterate_upper_bound = &upper_bound;
  return options;
}

result<void> empty_folder(const std::filesystem::path& folder) {
  std::error_code failed;
  std::filesystem::remove_all(folder, failed);
  if (!failed) std::filesystem::create_directories(folder, failed);
  if (failed) {
    return failure(errc::io_failed,
                   "emptying the index in " + folder.string() + " failed: " + failed.message());
  }
  return {};
}

}  // namespace

run_store::run_store(only_open, run_store_options options)
    : options_(std::move(options)), runs_(std::make_shared<const run_list>()) {}

run_store::~run_store() = default;

result<std::unique_ptr<run_store>> run_store::open(run_store_options options) {
  auto store = std::make_unique<run_store>(only_open{}, std::move(options));
  result<void> opened = store->open_database();
  if (!opened && opened.error().code == errc::corrupt) {
    store->discarded_ = opened.error();
    opened = store->drop_all();
  }
  if (!opened) return tl::unexpected(opened.error());
  return store;
}

result<void> run_store::open_database() {
  std::error_code failed;
  std::filesystem::create_directories(options_.folder, failed);
  if (failed) {
    return failure(errc::io_failed,
                   "making " + options_.folder.string() + " failed: " + failed.message());
  }
  std::filesystem::remove(unfinished_run(options_.folder), failed);
  std::filesystem::remove(unfinished_deadlines(options_.folder), failed);
  auto opened = database::open(options_);
  if (!opened) return tl::unexpected(opened.error());
  database_ = std::move(*opened);
  auto runs = read_runs();
  if (!runs) return tl::unexpected(runs.error());
  publish(std::move(*runs));
  return {};
}

result<void> run_store::drop_all() {
  publish({});
  database_.reset();
  if (auto emptied = empty_folder(options_.folder); !emptied) return emptied;
  return open_database();
}

result<run_store::run_list> run_store::read_runs() const {
  run_list runs;
  rocksdb::ReadOptions options;
  options.total_order_seek = true;
  const std::unique_ptr<rocksdb::Iterator> rows(
      database_->db->NewIterator(options, database_->runs));
  for (rows->SeekToFirst(); rows->Valid();) {
    const auto number = static_cast<std::uint32_t>(runs.size() + 1);
    const auto folded = parse_checkpoint_value(rows->value().ToStringView());
    if (rows->key() != checkpoint_key(number) || !folded) return damaged(number);
    const bool follows = runs.empty() || (folded->log == runs.back().folded.log &&
                                          folded->commit > runs.back().folded.commit);
    if (!follows) return damaged(number);
    runs.push_back({number, *folded});
    rows->Seek(checkpoint_key(number + 1));
  }
  if (!rows->status().ok())
    return tl::unexpected(error_of(rows->status(), "reading the runs of the index"));
  return runs;
}

std::shared_ptr<const run_store::run_list> run_store::run_snapshot() const {
  const std::lock_guard lock(mutex_);
  return runs_;
}

void run_store::publish(run_list runs) {
  auto published = std::make_shared<const run_list>(std::move(runs));
  const std::lock_guard lock(mutex_);
  runs_ = std::move(published);
}

std::optional<checkpoint> run_store::last_checkpoint() const {
  const auto runs = run_snapshot();
  if (runs->empty()) return std::nullopt;
  return runs->back().folded;
}

std::size_t run_store::runs() const { return run_snapshot()->size(); }

result<void> run_store::ingest(const run_rows& rows, const checkpoint& folded, const deadline_rows& deadlines) {
  const auto runs = run_snapshot();
  JUMAK_ASSERT(runs->empty() || (folded.log == runs->back().folded.log &&
                                 folded.commit > runs->back().folded.commit));
  const auto number = static_cast<std::uint32_t>(runs->size() + 1);
  const std::filesystem::path file = unfinished_run(options_.folder);
  // After a failure the old file may share its bytes with one of the database's: unlink, never overwrite.
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  if (auto written = write_run_file(file, database_->run_options, number, rows, folded); !written)
    return written;
  std::vector<rocksdb::IngestExternalFileArg> files = {ingestion(database_->runs, file)};
  if (const auto changes = deadlines.sorted(); !changes.empty()) {
    const std::filesystem::path changed = unfinished_deadlines(options_.folder);
    std::filesystem::remove(changed, ignored);
    if (auto written = write_deadline_file(changed, database_->run_options, changes); !written) return written;
    files.push_back(ingestion(database_->deadlines, changed));
  }
  // Several families in one step: all files are in, or none.
  auto taken = result_of(database_->db->IngestExternalFiles(files), "adding a run to the index");
  if (!taken) return taken;
  run_list longer = *runs;
  longer.push_back({number, folded});
  publish(std::move(longer));
  // The run is in; a snapshot that is not written is only a lost shortcut.
  (void)database_->db->Flush(rocksdb::FlushOptions(), database_->snapshots);
  return {};
}

result<void> run_store::find(row_kind kind, row_hash hash, commit_key after,
                             const visit_place& visit) const {
  JUMAK_ASSERT(kind == row_kind::streams || kind == row_kind::aggregates);
  const auto runs = run_snapshot();
  rocksdb::PinnableSlice value;
  for (const run& each : *runs | std::views::reverse) {
    if (each.folded.commit <= after) break;
    value.Reset();
    const rocksdb::Status status = database_->db->Get(rocksdb::ReadOptions(), database_->runs,
                                                      place_key(each.number, kind, hash), &value);
    if (status.IsNotFound()) continue;
    if (!status.ok()) return tl::unexpected(error_of(status, "reading the index"));
    place_reader places(value.ToStringView());
    for (record_place place; places.next(place);) {
      if (!visit(place)) return {};
    }
    if (!places.done()) return damaged(each.number);
  }
  return {};
}

result<void> run_store::scan_slots(std::uint32_t number, row_kind kind, slot_range slots,
                                   const std::function<bool(std::string_view)>& visit) const {
  const std::string end = slot_key(number, kind, slots.to);
  const rocksdb::Slice upper_bound(end);
  const std::unique_ptr<rocksdb::Iterator> rows(
      database_->db->NewIterator(scan_options(upper_bound), database_->runs));
  for (rows->Seek(slot_key(number, kind, slots.from)); rows->Valid(); rows->Next()) {
    if (!visit(rows->value().ToStringView())) return damaged(number);
  }
  return result_of(rows->status(), "reading the index");
}

result<void> run_store::scan_ids(slot_range slots, record_number since, const visit_id& visit,
                                 const visit_run& run_done) const {
  const auto visit_slot = [&](std::string_view value) {
    id_reader ids(value);
    row_hash id;
    for (commit_key commit; ids.next(id, commit);) visit(id, commit);
    return ids.done();
  };
  const auto runs = run_snapshot();
  for (const run& each : *runs) {
    if (each.folded.last_record < since) continue;
    if (auto scanned = scan_slots(each.number, row_kind::ids, slots, visit_slot); !scanned)
      return scanned;
    run_done(each.folded);
  }
  return {};
}

result<void> run_store::scan_names(slot_range slots, const visit_name& visit) const {
  const auto visit_slot = [&](std::string_view value) {
    unpacker in(value);
    while (in.remaining() >= sizeof(row_hash)) visit(row_hash{in.read_fixed64()});
    return in.done();
  };
  const auto runs = run_snapshot();
  for (const run& each : *runs) {
    auto scanned = scan_slots(each.number, row_kind::first_seen, slots, visit_slot);
    if (!scanned) return scanned;
  }
  return {};
}

result<void> run_store::scan_deadlines(slot_range slots, const visit_deadline& visit) const {
  const std::string end = deadline_slot_key(slots.to);
  const rocksdb::Slice upper_bound(end);
  const std::unique_ptr<rocksdb::Iterator> rows(
      database_->db->NewIterator(scan_options(upper_bound), database_->deadlines));
  for (rows->Seek(deadline_slot_key(slots.from)); rows->Valid(); rows->Next()) {
    const auto row = parse_deadline_row(rows->key().ToStringView(), rows->value().ToStringView());
    if (!row) return failure(errc::corrupt, "the deadlines of the index have rows of another form");
    visit(*row);
  }
  return result_of(rows->status(), "reading the deadlines of the index");
}

result<void> run_store::put_snapshot(std::string_view aggregate,
                                     const aggregate_snapshot& snapshot) {
  rocksdb::WriteOptions options;
  options.disableWAL = true;
  return result_of(database_->db->Put(options, database_->snapshots,
                                      rocksdb::Slice(aggregate.data(), aggregate.size()),
                                      encode_snapshot(aggregate, snapshot)),
                   "keeping a snapshot");
}

std::optional<aggregate_snapshot> run_store::find_snapshot(std::string_view aggregate) const {
  rocksdb::PinnableSlice bytes;
  const rocksdb::Status status =
      database_->db->Get(rocksdb::ReadOptions(), database_->snapshots,
                         rocksdb::Slice(aggregate.data(), aggregate.size()), &bytes);
  // A snapshot that cannot be read is as good as none: the log has everything.
  if (!status.ok()) return std::nullopt;
  return decode_snapshot(aggregate, bytes.ToStringView());
}

}  // namespace jumak::storage
