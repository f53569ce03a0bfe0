#pragma once

#include <algorithm>
#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <vector>

#include "actors/aggregate_cell.hpp"
#include "actors/limits.hpp"
#include "actors/messages.hpp"
#include "actors/read_job.hpp"
#include "storage/index/armed_deadlines.hpp"
#include "storage/index/shard_index.hpp"

namespace jumak::actors {

/// What a shard wants done after it was told something. The adapter sends it on.
struct shard_output {
  std::shared_ptr<append_request> append;  ///< Null when nothing was decided.
  std::vector<ready_reply> replies;        ///< Of durable things only; may leave at once.
  std::vector<read_job_ptr> reads;
};

/// Decides the commands of a hash range of aggregates, one at a time and in order, against states in
/// memory. Plain and single-threaded: no actor, no clock, no disk.
///
/// New events are folded into the state at once and answered after their commit. Whatever it must read from
/// disk (a state, a fact, an old answer) it asks for, parks the commands of that one aggregate meanwhile,
/// and goes on with the others.
class shard {
 public:
  /// `aggregates_max` ≥ 1; `last_record` is the log's; `index` and `armed` were restored up to there. The domain
  /// must outlive it.
  shard(std::uint32_t number, const hosting::hosted_domain& domain, const command_limits& limits,
        std::size_t aggregates_max, record_number last_record, std::unique_ptr<storage::shard_index> index,
        std::unique_ptr<storage::armed_deadlines> armed);

  void on_commands(const command_batch_ptr& batch, shard_output& out);
  /// Settles what is due by `clock`, as far as limits_.due_in_flight_max goes.
  void on_due(timestamp clock, shard_output& out);
  /// When on_due wants to be called next, at the latest.
  [[nodiscard]] timestamp next_due() const noexcept { return std::min(armed_->next_due(), retry_due_at_); }
  void on_committed(const flush_result& result, shard_output& out);
  void on_read(read_result& result, shard_output& out);
  /// The index on disk holds everything up to there.
  void on_folded(const storage::checkpoint& folded) { index_->folded(folded); }
  /// The log failed: what was undurable will never be known. Answers all commands that wait, forgets all
  /// states, and answers every later command `unavailable`.
  void on_log_failed(shard_output& out);

  /// True while somebody's answer, or the room in memory, waits for records to become durable.
  [[nodiscard]] bool waits_for_commits() const noexcept {
    return copies_waiting_ > 0 || cells_.size() > aggregates_max_;
  }
  [[nodiscard]] std::size_t aggregates_in_memory() const noexcept { return cells_.size(); }
  [[nodiscard]] std::size_t tail_records() const noexcept { return index_->not_folded().records(); }

 private:
  struct subject {
    const command_batch_ptr& batch;
    const routed_command& command;
    lookup_answer* answer;  ///< Null as long as nothing was read for this command.
  };

  aggregate_cell& cell_of(const aggregate_id& id, const hosting::aggregate_kind* kind);
  void touch(aggregate_cell& cell);
  void evict_surplus();

  /// Parks the command or settles it now.
  void take(aggregate_cell& cell, const command_batch_ptr& batch, std::uint32_t index, shard_output& out);
  void drain_parked(aggregate_cell& cell, shard_output& out);
  void ask_reader(aggregate_cell& cell, shard_output& out);
  [[nodiscard]] lookup lookup_for(const aggregate_cell& cell, const routed_command& command) const;

  /// False when something must be read first; then nothing happened.
  bool settle(aggregate_cell& cell, const subject& about, shard_output& out);
  enum class memory : std::uint8_t { none, settled, must_read };
  /// Looks whether the command's id was seen before, and answers it then.
  memory settle_remembered(aggregate_cell& cell, const subject& about, shard_output& out);
  void answer_old(const routed_command& command, const storage::found_record& record, shard_output& out);
  /// An error that may tell of undurable events: it leaves after them.
  void refuse(const aggregate_cell& cell, const routed_command& command, const error& why, shard_output& out);
  /// As settle, for what the engine asks itself (shard_deadlines.cpp).
  bool settle_engine(aggregate_cell& cell, const subject& about, shard_output& out);
  /// Settles the aggregate's deadlines due by `until`, in their order, at most so many. False when something must
  /// be read for the next one, which then is the first in the cell's line.
  bool settle_due(aggregate_cell& cell, timestamp until, std::size_t count_max, shard_output& out);
  /// What a decision did to the aggregate's deadlines.
  void note_deadlines(aggregate_cell& cell, const routed_command& command,
                      const std::vector<hosting::produced_event>& events);
  void note_first_due(aggregate_cell& cell) const;
  /// What is due of an aggregate that cannot be read is looked at again later.
  void put_off(const std::string& aggregate, timestamp clock);
  bool gather_facts(const aggregate_cell& cell, const subject& about, stream_facts& facts) const;
  void decide(aggregate_cell& cell, const subject& about, const stream_facts& facts, timestamp now,
              shard_output& out);
  bool append(aggregate_cell& cell, const subject& about, record_view& record, shard_output& out);
  void note_closing(aggregate_cell& cell, const std::vector<hosting::produced_event>& events);
  void settle_copies(const undurable_record& undurable, const record_view& record, position before,
                     shard_output& out);

  std::uint32_t number_;
  const hosting::hosted_domain& domain_;
  command_limits limits_;
  std::size_t aggregates_max_;
  std::unique_ptr<storage::shard_index> index_;
  std::unique_ptr<storage::armed_deadlines> armed_;  ///< After all that was decided, durable or not.
  std::size_t due_in_flight_ = 0;                    ///< Looks that wait, and undurable records of the engine.
  std::vector<std::string> unread_due_;              ///< Aggregates with due deadlines that could not be read.
  timestamp retry_due_at_ = timestamp::max();
  flat_text_map<std::string, std::unique_ptr<aggregate_cell>> cells_;
  std::list<aggregate_cell*> by_use_;  ///< Least recently used first.
  record_number last_record_;
  std::size_t copies_waiting_ = 0;  ///< In all cells.
  bool failed_ = false;  ///< The log failed; nothing is decided any more.
};

}  // namespace jumak::actors
