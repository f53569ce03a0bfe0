#pragma once

#include <functional>

#include "core/error.hpp"
#include "storage/index/armed_deadlines.hpp"
#include "storage/index/record_walk.hpp"
#include "storage/index/run_store.hpp"
#include "storage/index/shard_index.hpp"

/// What happens to the index at start, in this order: discard it unless it is of this log, restore each
/// shard from the runs, replay the tail into the shards. All of it blocks.
namespace jumak::storage {

/// Empties the store when its last checkpoint is not of this log or lies ahead; true when it did.
[[nodiscard]] result<bool> discard_unless_of(const log& log, run_store& store);

/// Gives a fresh shard_index what the runs know of its slots: the ids within the horizon before the
/// last checkpoint, and all names. Different shards can do it on different threads at once.
[[nodiscard]] result<void> restore_shard(shard_index& shard, slot_range slots,
                                         const run_store& store, id_horizon horizon);

/// Gives a fresh armed_deadlines what was armed in its slots at the last checkpoint.
[[nodiscard]] result<void> restore_deadlines(armed_deadlines& armed, slot_range slots, const run_store& store);

using visit_record = std::function<void(const record_walk&)>;
/// Visits the records of all commits from `from` on to the end of the log, in order. Errors: those of
/// the log, and corrupt.
[[nodiscard]] result<void> for_each_record(const log& log, commit_key from,
                                           const visit_record& visit);

}  // namespace jumak::storage
