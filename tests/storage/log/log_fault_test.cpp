// A disk that fails at the i-th operation, for every i, and power cuts that forget what was not synced.

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "storage/log/rocksdb_log.hpp"
#include "storage/log/verify_log.hpp"
#include "tests/storage/fault_file_system.hpp"
#include "tests/storage/log/commit_maker.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

constexpr int appends = 12;

/// A data folder on a disk with a fault, one run of a process on it, and what that process was told.
class faulty_run {
 public:
  explicit faulty_run(const disk_fault& fault, bool sync_writes = true)
      : disk_(std::make_shared<fault_file_system>(fault)), environment_(environment_on(disk_)) {
    options_.environment = environment_.get();
    options_.write_buffer_bytes = 64 * 1024;  // Small, so that tables and new WAL files come too.
    options_.sync_writes = sync_writes;
  }

  /// Opens, appends, and ends: by a power cut or by closing.
  void run(bool power_cut) {
    if (auto log = open_rocksdb_log(data_, options_)) {
      append_all(**log);
      if (power_cut) disk_->cut_power();
    }
    if (power_cut) disk_->forget_unsynced();
  }

  /// Whether the next process, on a good disk, finds a whole log with all that was acknowledged.
  [[nodiscard]] ::testing::AssertionResult survives() {
    const auto log = open_rocksdb_log(data_);
    if (!log) return ::testing::AssertionFailure() << "not opened: " << log.error().message;
    const auto verified = verify_log(**log);
    if (!verified)
      return ::testing::AssertionFailure() << "not whole: " << verified.error().message;
    for (const std::string& commit : acknowledged_) {
      const commit_view view = commit_view::parse(commit).value();
      const auto found = (*log)->read_commit(view.key());
      if (!found || *found != commit) {
        return ::testing::AssertionFailure()
               << "lost commit " << view.header().number.value() << " of " << acknowledged_.size();
      }
    }
    return ::testing::AssertionSuccess();
  }

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] std::size_t acknowledged() const { return acknowledged_.size(); }
  [[nodiscard]] std::uint64_t operations() const { return disk_->operations(); }

 private:
  void append_all(rocksdb_log& log) {
    for (int round = 0; round < appends; ++round) {
      const log_head before = log.head();
      log_head head = before;
      std::vector<std::string> commits{make_commit(head, {.accepted = 2, .event_bytes = 8000}),
                                       make_commit(head, {.accepted = 0, .refused = 1})};
      const append_outcome outcome = log.append(commits);
      if (outcome == append_outcome::durable) {
        EXPECT_FALSE(failed_) << "durable after a failure";
        EXPECT_EQ(log.head(), head);
        acknowledged_.insert(acknowledged_.end(), commits.begin(), commits.end());
      } else {
        EXPECT_EQ(outcome, append_outcome::unknown);
        EXPECT_EQ(log.head(), before);
        EXPECT_TRUE(log.failed());
        failed_ = true;
      }
    }
  }

  temporary_folder folder_ = temporary_folder::in_memory();
  data_folder data_ = data_folder::open(folder_.path()).value();
  std::shared_ptr<fault_file_system> disk_;
  std::unique_ptr<rocksdb::Env> environment_;
  rocksdb_log_options options_;
  std::vector<std::string> acknowledged_;
  bool failed_ = false;
};

struct fault_case {
  const char* name;
  bool from_then_on;
  bool disk_full;
  bool power_cut;
};

class LogFault : public ::testing::TestWithParam<fault_case> {};

TEST_P(LogFault, AtAnyOperationLosesNothingThatWasAcknowledged) {
  const fault_case& how = GetParam();
  faulty_run good({});
  good.run(false);
  ASSERT_EQ(good.acknowledged(), 2U * appends);
  std::uint64_t runs_that_failed = 0;
  for (std::uint64_t at = 0; at < good.operations(); ++at) {
    faulty_run run({.at = at, .from_then_on = how.from_then_on, .disk_full = how.disk_full});
    run.run(how.power_cut);
    ASSERT_TRUE(run.survives()) << "operation " << at << " of " << good.operations();
    if (run.failed()) ++runs_that_failed;
  }
  EXPECT_GT(runs_that_failed, static_cast<std::uint64_t>(appends));
}

INSTANTIATE_TEST_SUITE_P(
    Each, LogFault,
    ::testing::Values(fault_case{"OnceIoError", false, false, false},
                      fault_case{"FromThenOnIoError", true, false, false},
                      fault_case{"OnceDiskFull", false, true, false},
                      fault_case{"OnceIoErrorThenPowerCut", false, false, true},
                      fault_case{"FromThenOnDiskFullThenPowerCut", true, true, true}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(LogPowerCut, LosesNothingThatWasSynced) {
  faulty_run run({});
  run.run(true);
  EXPECT_EQ(run.acknowledged(), 2U * appends);
  EXPECT_TRUE(run.survives());
}

/// The canary: without the sync the same run must lose something, or the tests above prove nothing.
TEST(LogPowerCut, IsNoticedWhenTheSyncIsLeftOut) {
  faulty_run run({}, false);
  run.run(true);
  EXPECT_EQ(run.acknowledged(), 2U * appends);
  EXPECT_FALSE(run.survives());
}

}  // namespace
}  // namespace jumak::storage
