#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "actors/domain_deadlines.hpp"
#include "actors/journal.hpp"
#include "actors/reader.hpp"
#include "actors/shard.hpp"
#include "storage/data_folder.hpp"
#include "storage/index/index_fold.hpp"
#include "storage/index/run_store.hpp"
#include "storage/log/memory_log.hpp"
#include "tests/actors/shelf_command.hpp"
#include "tests/hosting/shelf_domain.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::actors::testing {

struct world_options {
  std::size_t aggregates_max = 100;
  std::uint64_t run_records = 1'000'000;
  std::uint64_t events_per_snapshot = 1'000'000;
  std::size_t lookups_per_read = 256;
  std::uint64_t horizon = 8'000'000;
  std::size_t due_in_flight_max = 8'192;
  bool on_disk = false;  ///< The log is RocksDB's, and a restart closes and opens everything.
};

/// A command side of one shard without threads: every message waits in its queue until the test lets it go on.
/// Journal, reader, fold, runs and log are real; the log is in memory, unless wanted on disk, and the runs in a
/// temporary folder.
class shard_world {
 public:
  explicit shard_world(world_options options = {});

  [[nodiscard]] const hosting::hosted_domain& domain() const { return *domain_; }
  /// Only when it is in memory.
  [[nodiscard]] storage::memory_log& log() { return log_; }
  [[nodiscard]] const storage::log& truth() const { return disk_log_ ? *disk_log_ : static_cast<const storage::log&>(log_); }
  [[nodiscard]] storage::run_store& store() { return *store_; }
  [[nodiscard]] shard& inside() { return *shard_; }

  /// Sends a batch; returns the slot of its first reply, the others follow.
  std::uint32_t send(const std::vector<shelf_command>& commands, std::int64_t clock = 1'000);

  /// What the endpoint's tick would: the clock goes to the shard if something is due.
  void tell_clock(std::int64_t clock);
  /// The next job fails.
  void fail_read() { fail_read_ = true; }

  // One message each; true when there was one.
  bool flush();            ///< The journal makes durable all that waits for it, and answers.
  bool tell_committed();   ///< The shard hears of the oldest flush.
  bool fold();             ///< The fold takes the oldest flush.
  bool tell_folded();      ///< The shard hears of the oldest checkpoint.
  bool read();             ///< The reader does the oldest job.
  bool tell_read();        ///< The shard hears of the oldest read.
  bool keep_snapshot();    ///< The oldest snapshot is stored.

  /// Lets messages go on until none waits.
  void settle();
  /// Settles, then forgets all that is in memory and starts from log and runs.
  void restart();
  void fail_log();

  [[nodiscard]] bool answered(std::uint32_t slot) const { return replies_.contains(slot); }
  /// The reply; fails the test when there is none.
  [[nodiscard]] std::string reply(std::uint32_t slot) const;
  [[nodiscard]] std::size_t reads_waiting() const { return jobs_.size() + done_reads_.size(); }
  [[nodiscard]] read_job_ptr oldest_job() const { return jobs_.front(); }

 private:
  void open_storage();
  void start();
  [[nodiscard]] storage::log& log_in_use() { return disk_log_ ? *disk_log_ : static_cast<storage::log&>(log_); }
  void take(shard_output& out);
  void keep_reply(net::reply_address to, std::string_view json);

  world_options options_;
  std::unique_ptr<hosting::hosted_domain> domain_;
  domain_deadlines deadlines_;
  storage::memory_log log_;
  storage::temporary_folder folder_;
  std::unique_ptr<storage::data_folder> data_;  ///< With the next: only on disk.
  std::unique_ptr<storage::log> disk_log_;
  std::unique_ptr<storage::run_store> store_;
  std::unique_ptr<storage::index_fold> fold_;
  std::unique_ptr<journal> journal_;
  std::unique_ptr<reader> reader_;
  std::unique_ptr<shard> shard_;

  std::deque<flush_result_ptr> committed_;
  std::deque<flush_result_ptr> to_fold_;
  std::deque<storage::checkpoint> folded_;
  std::deque<read_job_ptr> jobs_;
  std::deque<read_result> done_reads_;
  std::deque<kept_snapshot> snapshots_;
  std::map<std::uint32_t, std::string> replies_;
  std::uint32_t next_slot_ = 0;
  bool fail_read_ = false;
};

}  // namespace jumak::actors::testing
