#include "storage/index/index_restore.hpp"

namespace jumak::storage {
namespace {

constexpr std::size_t page_bytes = 1 << 20;

/// Visits the records of one page; the key after it.
result<commit_key> visit_page(const std::vector<std::string>& page, const visit_record& visit) {
  commit_key after;
  for (const std::string& bytes : page) {
    const auto commit = commit_view::parse(bytes);
    if (!commit) return tl::unexpected(commit.error());
    record_walk walk(*commit);
    while (walk.next()) visit(walk);
    if (auto finished = walk.finished(); !finished) return tl::unexpected(finished.error());
    after = key_after(head_after(*commit));
  }
  return after;
}

}  // namespace

result<bool> discard_unless_of(const log& log, run_store& store) {
  const auto folded = store.last_checkpoint();
  if (!folded) return false;
  const auto matches = agrees(*folded, log);
  if (!matches) return tl::unexpected(matches.error());
  if (*matches) return false;
  if (auto dropped = store.drop_all(); !dropped) return tl::unexpected(dropped.error());
  return true;
}

result<void> restore_shard(shard_index& shard, slot_range slots, const run_store& store,
                           id_horizon horizon) {
  const auto folded = store.last_checkpoint();
  if (!folded) return {};
  const record_number since(distance(record_number(horizon.records), folded->last_record));
  auto ids = store.scan_ids(
      slots, since, [&](row_hash id, commit_key commit) { shard.restore_id(id, commit); },
      [&](const checkpoint& run) { shard.folded(run); });
  if (!ids) return ids;
  return store.scan_names(slots, [&](row_hash name) { shard.restore_stream(name); });
}

result<void> restore_deadlines(armed_deadlines& armed, slot_range slots, const run_store& store) {
  std::string given;  // The last aggregate that lives by given time: its streams come right after it.
  return store.scan_deadlines(slots, [&](const deadline_row& row) {
    if (!row.stream) {
      given = row.aggregate;
      return;
    }
    armed.arm(row.aggregate, *row.stream, row.due, row.armed_by);
    armed.set_given_time(row.aggregate, row.aggregate == given);
  });
}

result<void> for_each_record(const log& log, commit_key from, const visit_record& visit) {
  for (;;) {
    const auto page = log.read(from, page_bytes);
    if (!page) return tl::unexpected(page.error());
    if (page->empty()) return {};
    const auto after = visit_page(*page, visit);
    if (!after) return tl::unexpected(after.error());
    from = *after;
  }
}

}  // namespace jumak::storage
