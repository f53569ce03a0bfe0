#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/commit.hpp"
#include "storage/index/checkpoint.hpp"
#include "storage/index/deadline_rows.hpp"
#include "storage/index/run_rows.hpp"
#include "storage/index/run_store.hpp"

namespace jumak::storage {

struct index_fold_options {
  /// A run is written when so many records were collected; below tail_records_max, so that the fold
  /// has time to write while the tail grows on.
  std::uint64_t run_records = 200'000;
  /// For tests: no run is ever due by itself, so the tail grows to its bound.
  bool paused = false;
  /// What events do with deadlines; null when nothing is said about them. Must outlive the fold.
  const deadline_source* deadlines = nullptr;
};

/// Folds the log into runs: a plain state machine that is given commits in order and now and then
/// writes a run. Whoever drives it tells the shards of each checkpoint it gives (shard_index::folded).
/// Blocks while a run is written; one thread.
class index_fold {
 public:
  /// Goes on after the store's last checkpoint. The store must outlive it.
  explicit index_fold(run_store& store, const index_fold_options& options = {});

  /// Key of the commit it wants next.
  [[nodiscard]] commit_key next() const noexcept { return key_after(last_); }

  /// Takes the next commit and writes a run when one is due: then the new checkpoint. Errors: corrupt
  /// when the commit does not come next in the same log, or is damaged, or newer_format when it has an
  /// event that would arm a deadline and cannot be read, and then it was not taken;
  /// io_failed when the run could not be written: the commit was taken, and force() tries again.
  [[nodiscard]] result<std::optional<checkpoint>> add(const commit_view& commit);

  /// Writes a run of what was collected, due or not, paused or not; nothing when there is no record.
  [[nodiscard]] result<std::optional<checkpoint>> force();

  [[nodiscard]] bool folds_deadlines() const noexcept { return options_.deadlines != nullptr; }
  /// Records collected since the last run.
  [[nodiscard]] std::size_t collected() const noexcept { return rows_.records(); }

 private:
  [[nodiscard]] bool comes_next(const commit_view& commit) const noexcept;
  [[nodiscard]] result<void> collect_deadlines(const commit_view& commit);

  run_store& store_;
  index_fold_options options_;
  checkpoint last_;  // Of the last commit taken; all zero before the first.
  run_rows rows_;
  deadline_rows deadlines_;
};

}  // namespace jumak::storage
