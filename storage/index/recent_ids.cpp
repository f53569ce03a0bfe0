#include "storage/index/recent_ids.hpp"

#include <algorithm>
#include <bit>

#include "core/assert.hpp"

namespace jumak::storage {
namespace {

constexpr std::size_t rows_a_bucket = 4;
/// About how many rows a table holds when the horizon is full, all of which a rebuild moves.
constexpr std::uint64_t rows_a_table = 8'192;
constexpr std::uint64_t tables_max = 1'024;
/// The horizon moves in this many steps; what lies beyond it by less than a step may be remembered.
constexpr std::uint64_t milestones_a_horizon = 64;
/// tidy() comes round to a table after this many calls.
constexpr std::size_t tidy_rounds = 32;

/// A table is rebuilt when 23 of 25 rows are used: with four rows a line, the next one is rarely needed.
std::size_t rows_max(std::size_t buckets) { return buckets * rows_a_bucket * 23 / 25; }

/// After a rebuild four of five rows are used, so that the next is a tenth of the table away.
std::size_t buckets_for(std::size_t rows) { return rows * 5 / (4 * rows_a_bucket) + 2; }

std::uint32_t tag_of(row_hash id) { return static_cast<std::uint32_t>(id.bits >> 24); }

}  // namespace

struct recent_ids::row {
  std::uint64_t position_and_commit =
      0;  // The commit's upper 16 bits. 0 = no row: positions start at 1.
  std::uint32_t commit_low = 0;
  std::uint32_t tag = 0;

  [[nodiscard]] std::uint64_t commit() const noexcept {
    return (position_and_commit & 0xFFFF) << 32 | commit_low;
  }
  [[nodiscard]] commit_key key() const noexcept {
    return {position(position_and_commit >> 16), commit_number(commit())};
  }
};

struct alignas(64) recent_ids::bucket {
  row rows
      [rows_a_bucket];  // Filled from the front and never emptied, so the last row tells if it is full.
};

recent_ids::recent_ids(id_horizon horizon)
    : horizon_(horizon),
      tables_(
          std::bit_ceil(std::clamp<std::uint64_t>(horizon.records / rows_a_table, 1, tables_max))) {
  static_assert(sizeof(row) == 16 && sizeof(bucket) == 64);
  JUMAK_ASSERT(horizon.records > 0);
}

recent_ids::~recent_ids() = default;

void recent_ids::insert(table& into, const row& added) noexcept {
  std::size_t at = std::uint64_t{added.tag} * into.bucket_count >> 32;
  for (;; at = at + 1 == into.bucket_count ? 0 : at + 1) {
    for (row& place : into.buckets[at].rows) {
      if (place.position_and_commit != 0) continue;
      place = added;
      return;
    }
  }
}

void recent_ids::add(row_hash id, commit_key commit) {
  const std::uint64_t number = commit.number.value();
  JUMAK_ASSERT(commit.first_position.value() - 1 < (std::uint64_t{1} << 48) - 1 &&
               number >> 48 == 0);
  table& into = tables_[table_of(id)];
  if (into.used >= rows_max(into.bucket_count)) rebuild(into);
  insert(into, {commit.first_position.value() << 16 | number >> 32,
                static_cast<std::uint32_t>(number), tag_of(id)});
  ++into.used;
  ++rows_;
}

void recent_ids::prefetch(row_hash id) const noexcept {
  const table& in = tables_[table_of(id)];
  if (in.used > 0)
    __builtin_prefetch(&in.buckets[std::uint64_t{tag_of(id)} * in.bucket_count >> 32], 1);
}

void recent_ids::find(row_hash id, std::vector<commit_key>& candidates) const {
  const table& in = tables_[table_of(id)];
  if (in.used == 0) return;
  const std::uint32_t tag = tag_of(id);
  const std::size_t found_before = candidates.size();
  std::size_t at = std::uint64_t{tag} * in.bucket_count >> 32;
  // A table is never full, so some bucket ends the walk.
  for (;; at = at + 1 == in.bucket_count ? 0 : at + 1) {
    const bucket& here = in.buckets[at];
    for (const row& place : here.rows) {
      if (place.tag == tag && place.position_and_commit != 0) candidates.push_back(place.key());
    }
    if (here.rows[rows_a_bucket - 1].position_and_commit == 0) break;
  }
  if (candidates.size() - found_before > 1) {
    std::sort(candidates.begin() + static_cast<std::ptrdiff_t>(found_before), candidates.end(),
              std::greater<>());
  }
}

void recent_ids::advance(record_number last, commit_number commit) {
  if (last <= now_) return;
  now_ = last;
  const std::uint64_t step = std::max<std::uint64_t>(horizon_.records / milestones_a_horizon, 1);
  if (!milestones_.empty() && distance(milestones_.back().record, last) < step) return;
  milestones_.push_back({last, commit});
  // A milestone's own commit may go on behind its record, so only older commits are surely beyond.
  while (!within_horizon(milestones_.front().record, now_, horizon_)) {
    expired_before_ = milestones_.front().commit;
    milestones_.pop_front();
  }
}

void recent_ids::rebuild(table& full) {
  scratch_.clear();
  for (std::size_t at = 0; at < full.bucket_count; ++at) {
    for (const row& place : full.buckets[at].rows) {
      if (place.position_and_commit != 0 && place.commit() >= expired_before_.value()) {
        scratch_.push_back(place);
      }
    }
  }
  rows_ -= full.used - scratch_.size();
  resize(full, scratch_.size());
  full.used = static_cast<std::uint32_t>(scratch_.size());
  for (const row& live : scratch_) insert(full, live);
}

void recent_ids::resize(table& full, std::size_t live) {
  const std::size_t wanted = buckets_for(live);
  const bool fits = wanted <= full.bucket_count && wanted * 4 > std::size_t{full.bucket_count} * 3;
  if (fits) {
    std::fill_n(full.buckets.get(), full.bucket_count, bucket{});
  } else {
    full.buckets = std::make_unique<bucket[]>(wanted);
    full.bucket_count = static_cast<std::uint32_t>(wanted);
  }
}

void recent_ids::tidy() {
  const std::size_t count = std::max<std::size_t>(tables_.size() / tidy_rounds, 1);
  for (std::size_t done = 0; done < count; ++done) {
    table& next = tables_[next_to_tidy_];
    next_to_tidy_ = (next_to_tidy_ + 1) & (tables_.size() - 1);
    if (next.used > 0) rebuild(next);
  }
}

std::size_t recent_ids::memory_bytes() const noexcept {
  std::size_t buckets = 0;
  for (const table& each : tables_) buckets += each.bucket_count;
  return buckets * sizeof(bucket) + tables_.size() * sizeof(table) +
         scratch_.capacity() * sizeof(row);
}

}  // namespace jumak::storage
