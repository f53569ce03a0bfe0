#include "storage/index/index_fold.hpp"

#include <string>

#include "core/assert.hpp"
#include "storage/index/record_walk.hpp"

namespace jumak::storage {
namespace {

/// Reads the commit to its end, so that a damaged one is known before any of its rows is collected.
result<void> check_records(const commit_view& commit) {
  record_walk walk(commit);
  while (walk.next()) {
  }
  return walk.finished();
}

}  // namespace

index_fold::index_fold(run_store& store, const index_fold_options& options)
    : store_(store), options_(options), last_(store.last_checkpoint().value_or(checkpoint{})) {
  JUMAK_ASSERT(options.run_records > 0);
}

bool index_fold::comes_next(const commit_view& commit) const noexcept {
  const commit_header& header = commit.header();
  const bool same_log = last_.commit.number == commit_number() || header.log == last_.log;
  return same_log && commit.key() == next() && header.first_record == last_.last_record.next() &&
         header.previous == last_.chain;
}

result<void> index_fold::collect_deadlines(const commit_view& commit) {
  if (options_.deadlines == nullptr) return {};
  for (record_walk walk(commit); walk.next();) {
    if (auto added = deadlines_.add(walk.record(), *options_.deadlines); !added) return added;
  }
  return {};
}

result<std::optional<checkpoint>> index_fold::add(const commit_view& commit) {
  if (!comes_next(commit)) {
    return failure(errc::corrupt, "the index wants commit " +
                                      std::to_string(next().number.value()) +
                                      " of its log, and was given another");
  }
  if (auto checked = check_records(commit); !checked) return tl::unexpected(checked.error());
  if (auto collected = collect_deadlines(commit); !collected) return tl::unexpected(collected.error());
  for (record_walk walk(commit); walk.next();) rows_.add(walk.record(), walk.place());
  last_ = checkpoint_at(commit);
  if (options_.paused || collected() < options_.run_records) return std::nullopt;
  return force();
}

result<std::optional<checkpoint>> index_fold::force() {
  if (collected() == 0) return std::nullopt;
  rows_.sort();
  if (auto written = store_.ingest(rows_, last_, deadlines_); !written) return tl::unexpected(written.error());
  rows_.clear();
  deadlines_.clear();
  return last_;
}

}  // namespace jumak::storage
