#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "core/commit.hpp"
#include "core/error.hpp"
#include "storage/index/aggregate_snapshot.hpp"
#include "storage/index/checkpoint.hpp"
#include "storage/index/deadline_rows.hpp"
#include "storage/index/row_hash.hpp"
#include "storage/index/run_format.hpp"
#include "storage/index/run_rows.hpp"

namespace rocksdb {
class Env;
}

namespace jumak::storage {

struct run_store_options {
  std::filesystem::path folder;
  /// Memory for blocks, their indexes and filters.
  std::size_t cache_bytes = 64 << 20;
  /// Gets RocksDB's warnings; may be empty. From RocksDB's threads.
  std::function<void(std::string_view)> on_note;
  /// Null for the system's own; tests make it fail.
  rocksdb::Env* env = nullptr;
};

/// The half of the index that is on disk: sorted runs, each a file written once and never compacted,
/// and beside them snapshots of aggregates and the deadlines that are armed. A run appears together with its
/// checkpoint and with what changed of the deadlines, or not at all.
///
/// Nothing in here is truth. What is damaged is discarded, and the index folded again from the log;
/// drop_all() does that on demand.
///
/// Reading blocks; any thread may. One thread at a time writes: ingest, put_snapshot. Errors of all:
/// io_failed, corrupt.
///
/// Measured (as in recent_ids.hpp) with RocksDB 7.8.3 and runs of 200,000 records of one or two events:
/// 0.65 µs a record to sort and write a run, 0.55 µs before that to read and collect the record; 55 bytes a
/// record on disk. A look-up over 9 runs takes 30 µs, 20 µs when none has it.
class run_store {
  struct only_open {
    explicit only_open() = default;
  };

 public:
  /// Opens the index in its folder, or makes an empty one there. A damaged index is discarded, as
  /// `discarded()` then tells. Errors: locked, io_failed.
  [[nodiscard]] static result<std::unique_ptr<run_store>> open(run_store_options options);
  run_store(only_open, run_store_options options);
  ~run_store();

  /// Why the index on disk was thrown away when it was opened; nothing when it was not.
  [[nodiscard]] const std::optional<error>& discarded() const noexcept { return discarded_; }

  /// Up to where the runs hold the log; nothing when there is none.
  [[nodiscard]] std::optional<checkpoint> last_checkpoint() const;
  [[nodiscard]] std::size_t runs() const;

  /// Adds a run of the rows of all records after last_checkpoint() up to `folded`, durably, and what they
  /// changed of the deadlines. `rows` are sorted. On failure the readers see what they saw before, and it may be
  /// tried again.
  [[nodiscard]] result<void> ingest(const run_rows& rows, const checkpoint& folded,
                                    const deadline_rows& deadlines = {});

  using visit_place = std::function<bool(record_place)>;
  /// Visits the places of a stream's or aggregate's hash, the newest first, in runs that reach beyond
  /// `after` (so some places up to `after` come too); ends early when `visit` gives false.
  [[nodiscard]] result<void> find(row_kind kind, row_hash hash, commit_key after,
                                  const visit_place& visit) const;

  using visit_id = std::function<void(row_hash, commit_key)>;
  using visit_name = std::function<void(row_hash)>;
  using visit_run = std::function<void(const checkpoint&)>;
  using visit_deadline = std::function<void(const deadline_row&)>;
  /// Visits the ids of these slots in runs that reach to record `since` or beyond, in log order by slot,
  /// the oldest run first, and after each run its checkpoint.
  [[nodiscard]] result<void> scan_ids(slot_range slots, record_number since, const visit_id& visit,
                                      const visit_run& run_done) const;
  /// Visits every stream and every aggregate of these slots that has an event, each once.
  [[nodiscard]] result<void> scan_names(slot_range slots, const visit_name& visit) const;

  /// Visits what is armed in these slots at last_checkpoint(), an aggregate's own row before its streams'.
  [[nodiscard]] result<void> scan_deadlines(slot_range slots, const visit_deadline& visit) const;

  /// Keeps the snapshot in place of an older one. It is on disk after the next ingest or close.
  [[nodiscard]] result<void> put_snapshot(std::string_view aggregate,
                                          const aggregate_snapshot& snapshot);
  /// The last snapshot of the aggregate; nothing when there is none or it cannot be read whole. The
  /// caller checks its checkpoint against the log, and its fingerprint.
  [[nodiscard]] std::optional<aggregate_snapshot> find_snapshot(std::string_view aggregate) const;

  /// Throws away runs and snapshots. Nobody else may use the store meanwhile.
  [[nodiscard]] result<void> drop_all();

 private:
  struct database;
  struct run {
    std::uint32_t number;
    checkpoint folded;
  };
  using run_list = std::vector<run>;

  [[nodiscard]] result<void> open_database();
  [[nodiscard]] result<run_list> read_runs() const;
  [[nodiscard]] std::shared_ptr<const run_list> run_snapshot() const;
  void publish(run_list runs);
  [[nodiscard]] result<void> scan_slots(std::uint32_t number, row_kind kind, slot_range slots,
                                        const std::function<bool(std::string_view)>& visit) const;

  run_store_options options_;
  std::optional<error> discarded_;
  std::unique_ptr<database> database_;
  mutable std::mutex mutex_;  // Guards runs_, which is replaced and never changed.
  std::shared_ptr<const run_list> runs_;
};

}  // namespace jumak::storage
