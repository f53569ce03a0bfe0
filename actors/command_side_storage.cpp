#include "actors/command_side.hpp"
#include "storage/index/deadline_fold.hpp"
#include "storage/index/index_restore.hpp"
#include "storage/index/record_walk.hpp"
#include "storage/log/rocksdb_log.hpp"

/// The half of the command side that is about its storage: opening it, and folding what memory needs of it.
namespace jumak::actors {
namespace {

constexpr std::size_t page_bytes = 4 * 1024 * 1024;

}  // namespace

result<void> command_side::open_storage() {
  auto folder = storage::data_folder::open(options_.data);
  if (!folder) return tl::unexpected(folder.error());
  folder_ = std::make_unique<storage::data_folder>(std::move(*folder));
  storage::rocksdb_log_options log_options;
  log_options.on_note = listener_.note;
  auto log = storage::open_rocksdb_log(*folder_, log_options);
  if (!log) return tl::unexpected(log.error());
  log_ = std::move(*log);
  storage::run_store_options store_options;
  store_options.folder = folder_->index_path();
  store_options.on_note = listener_.note;
  auto store = storage::run_store::open(std::move(store_options));
  if (!store) return tl::unexpected(store.error());
  store_ = std::move(*store);
  if (store_->discarded()) listener_.note("the index is rebuilt: " + store_->discarded()->message);
  unread_ = std::make_unique<storage::unread_events>(folder_->index_path(), deadlines_.readable());
  return discard_unfit_index();
}

result<void> command_side::discard_unfit_index() {
  const auto discarded = storage::discard_unless_of(*log_, *store_);
  if (!discarded) return tl::unexpected(discarded.error());
  if (*discarded) listener_.note("the index is rebuilt: it was not of this log");
  const auto unread = unread_->were_unread_by_another();
  if (!unread) return tl::unexpected(unread.error());
  if (!*unread) return {};
  listener_.note("the index is rebuilt: it was made by a version that could not read all events");
  return store_->drop_all();
}

result<void> command_side::note_unread_event() {
  const auto first = unread_->note();
  if (!first) return tl::unexpected(first.error());
  if (*first) listener_.note("the log has events of a newer version; their aggregates are unavailable to this one");
  return {};
}

result<void> command_side::restore() {
  storage::shard_index_options index_options;
  index_options.horizon = options_.limits.id_horizon;
  for (std::uint32_t number = 0; number < options_.shards; ++number) {
    indexes_.push_back(std::make_unique<storage::shard_index>(index_options));
    const storage::slot_range slots = storage::slots_of(number, options_.shards);
    auto restored = storage::restore_shard(*indexes_.back(), slots, *store_, options_.limits.id_horizon);
    if (!restored) return restored;
    armed_.push_back(std::make_unique<storage::armed_deadlines>());
    auto armed = storage::restore_deadlines(*armed_.back(), slots, *store_);
    if (!armed) return armed;
  }
  storage::index_fold_options fold_options;
  fold_options.paused = options_.fold_paused;
  fold_options.run_records = options_.limits.tail_records_max / 2;
  if (deadlines_.any()) fold_options.deadlines = &deadlines_;
  fold_ = std::make_unique<storage::index_fold>(*store_, fold_options);
  if (const auto folded = store_->last_checkpoint()) folded_record_ = folded->last_record.value();
  last_record_ = log_->head().next_record.value() - 1;
  return replay_tail();
}

result<void> command_side::replay_tail() {
  const commit_key end = storage::key_after(log_->head());
  commit_key next = fold_->next();
  while (next < end) {
    const auto page = log_->read(next, page_bytes);
    if (!page) return tl::unexpected(page.error());
    if (page->empty()) return failure(errc::corrupt, "the log ends before its head");
    for (const std::string& bytes : *page) {
      const auto commit = commit_view::parse(bytes);
      if (!commit) return tl::unexpected(commit.error());
      storage::record_walk walk(*commit);
      while (walk.next()) {
        const std::uint32_t slot = storage::aggregate_hash(walk.record().aggregate).slot();
        const std::uint32_t shard = storage::shard_of(slot, options_.shards);
        indexes_[shard]->add(walk.record(), walk.place(), walk.number());
        if (!fold_->folds_deadlines()) continue;
        auto armed = storage::fold_deadlines(*armed_[shard], walk.record(), deadlines_);
        if (!armed) return armed;
      }
      if (auto whole = walk.finished(); !whole) return whole;
      const auto folded = fold_->add(*commit);
      if (!folded) return tl::unexpected(folded.error());
      if (*folded) {
        folded_record_ = (*folded)->last_record.value();
        for (const auto& index : indexes_) index->folded(**folded);
      }
      next = {commit->header().next_position(), commit->header().number.next()};
    }
  }
  return {};
}

}  // namespace jumak::actors
