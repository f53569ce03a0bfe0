#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "core/commit.hpp"
#include "storage/index/row_hash.hpp"

namespace jumak::storage {

/// How many of the log's last records are remembered by their command ids.
struct id_horizon {
  static constexpr std::uint64_t records_by_default = 8'000'000;
  /// What an operator may not go below; tests may.
  static constexpr std::uint64_t records_min = 1'000'000;

  std::uint64_t records = records_by_default;
};

/// True when record `hit` is among the last `horizon` records of a log whose last record is `now`. Both
/// numbers come from the log, so every replay forgets the same ids, whatever its memory still holds.
[[nodiscard]] constexpr bool within_horizon(record_number hit, record_number now,
                                            id_horizon horizon) noexcept {
  return distance(hit, now) < horizon.records;
}

/// The command ids of one shard among the last records of the log: which commit each was decided in.
/// It never forgets one within the horizon and may remember older ones, so the caller checks a hit
/// with within_horizon. One thread.
///
/// 16 bytes a row in up to 1,024 small tables by the lowest bits of the hash, each with open addressing over
/// cache lines of four rows. A full table is rebuilt without the rows beyond the horizon, and grows
/// only when there are too few of those: so memory follows use, and a rebuild moves about 8,000 rows.
///
///   row := position 48 bits, commit number 48 bits, tag 32 bits
///
/// Table and tag are 42 bits of hash: among 8 million rows one look-up in 500,000 names a commit that
/// does not hold the id, and the caller reads it for nothing.
///
/// Measured with 8 million rows, -O3, in CPU time on a machine so busy that one random read of 164 MB took
/// 0.33 µs: an add 0.54 µs, a miss 0.43 µs, a hit 0.48 µs, so little more than one such read. 164 MB in all.
class recent_ids {
 public:
  explicit recent_ids(id_horizon horizon = {});
  ~recent_ids();

  /// Remembers that the id was decided in `commit`. In any order within what advance() has not passed.
  void add(row_hash id, commit_key commit);

  /// Starts to fetch what add() will touch, so that it need not wait for memory.
  void prefetch(row_hash id) const noexcept;

  /// Says that every record up to `last`, which is in `commit`, was added or belongs to another shard.
  /// Never goes back; cheap.
  void advance(record_number last, commit_number commit);

  /// Appends the commits that may hold the id, the newest first: nearly always none or one.
  void find(row_hash id, std::vector<commit_key>& candidates) const;

  /// Frees rows beyond the horizon in some of the tables, all in turn: for a shard that gets no records.
  void tidy();

  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  [[nodiscard]] std::size_t memory_bytes() const noexcept;

 private:
  struct row;
  struct bucket;
  struct table {
    std::unique_ptr<bucket[]> buckets;
    std::uint32_t bucket_count = 0;
    std::uint32_t used = 0;
  };
  /// Every record before `record` is in a commit up to `commit`.
  struct milestone {
    record_number record;
    commit_number commit;
  };

  [[nodiscard]] std::size_t table_of(row_hash id) const noexcept {
    return id.bits & (tables_.size() - 1);
  }
  static void insert(table& into, const row& added) noexcept;
  void rebuild(table& full);
  void resize(table& full, std::size_t live);

  id_horizon horizon_;
  std::vector<table> tables_;
  std::vector<row> scratch_;  // Live rows during a rebuild; kept for its memory.
  std::deque<milestone> milestones_;
  record_number now_;
  commit_number expired_before_;  // Every row of an older commit is beyond the horizon.
  std::size_t rows_ = 0;
  std::size_t next_to_tidy_ = 0;
};

}  // namespace jumak::storage
