#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/commit.hpp"
#include "core/error.hpp"
#include "core/names.hpp"
#include "hosting/hosted_domain.hpp"
#include "storage/index/aggregate_snapshot.hpp"
#include "storage/index/facts_reader.hpp"

/// What a shard asks of a reader thread, because it would block: states and facts that are on disk only.
namespace jumak::actors {

/// One parked command's questions.
struct lookup {
  command_id id;
  std::vector<commit_key> candidates;  ///< Commits that may hold a record of this id; empty = none does.
  std::vector<std::string> streams;    ///< Suffixes whose facts are not in memory.
};

struct lookup_answer {
  std::optional<storage::found_record> record;  ///< The record of this id, if there is one.
  std::vector<commit_key> looked_in;            ///< Where it was looked for: lookup::candidates.
  stream_facts facts;
};

struct read_job {
  std::uint32_t shard = 0;
  aggregate_id aggregate;
  const hosting::aggregate_kind* kind = nullptr;
  bool load = false;                      ///< The state is wanted.
  std::vector<record_place> tail_places;  ///< With `load`: its records that the index on disk does not have.
  std::vector<lookup> lookups;
};
using read_job_ptr = std::shared_ptr<const read_job>;

struct loaded_aggregate {
  std::unique_ptr<hosting::hosted_aggregate> state;
  version aggregate_version;
  timestamp last_time = timestamp::min();  ///< As in aggregate_cell.
};

struct read_result {
  read_job_ptr job;
  std::optional<loaded_aggregate> loaded;
  std::vector<lookup_answer> answers;  ///< One per lookup.
  std::optional<error> failure;        ///< Then the rest is empty.
};
/// Moved out by the one shard that asked.
using read_result_ptr = std::shared_ptr<read_result>;

/// A state that was folded anyway, on its way to the index.
struct kept_snapshot {
  aggregate_id aggregate;
  storage::aggregate_snapshot snapshot;
};
using kept_snapshot_ptr = std::shared_ptr<const kept_snapshot>;

}  // namespace jumak::actors
