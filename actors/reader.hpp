#pragma once

#include <cstdint>
#include <optional>

#include "actors/read_job.hpp"
#include "storage/index/facts_reader.hpp"
#include "storage/index/run_store.hpp"
#include "storage/log/log.hpp"

namespace jumak::actors {

/// Does read_jobs: loads states from snapshot and log, finds old answers and facts. Blocks; one thread.
class reader {
 public:
  struct outcome {
    read_result result;
    std::optional<kept_snapshot> snapshot;  ///< When so much was folded that the next load should not.
  };

  reader(const storage::log& log, const storage::run_store& store, std::uint64_t events_per_snapshot) noexcept
      : log_(log), store_(store), facts_(log, store), events_per_snapshot_(events_per_snapshot) {}

  [[nodiscard]] outcome read(const read_job_ptr& job) const;

 private:
  result<loaded_aggregate> load(const read_job& job, std::optional<kept_snapshot>& snapshot) const;
  [[nodiscard]] std::optional<storage::aggregate_snapshot> usable_snapshot(const read_job& job) const;
  result<lookup_answer> look_up(const aggregate_id& aggregate, const lookup& wanted) const;
  result<kept_snapshot> snapshot_of(const read_job& job, const loaded_aggregate& loaded, commit_key at) const;

  const storage::log& log_;
  const storage::run_store& store_;
  storage::facts_reader facts_;
  std::uint64_t events_per_snapshot_;
};

}  // namespace jumak::actors
