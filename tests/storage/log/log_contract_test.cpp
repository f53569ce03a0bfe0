// What every log promises, over each implementation.

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

#include "storage/data_folder.hpp"
#include "storage/log/memory_log.hpp"
#include "storage/log/rocksdb_log.hpp"
#include "storage/log/verify_log.hpp"
#include "tests/storage/log/commit_maker.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

/// A log that can be closed and opened again, as by a restart.
class openable_log {
 public:
  virtual ~openable_log() = default;
  virtual log& opened() = 0;
  virtual void open_again() = 0;
};

class openable_memory_log final : public openable_log {
 public:
  log& opened() override { return log_; }
  void open_again() override { log_.open(); }

 private:
  memory_log log_;
};

class openable_rocksdb_log final : public openable_log {
 public:
  openable_rocksdb_log() { open_again(); }
  log& opened() override { return *log_; }
  void open_again() override {
    log_.reset();
    auto opened = open_rocksdb_log(data_);
    if (!opened) throw std::runtime_error(opened.error().message);
    log_ = std::move(*opened);
  }

 private:
  temporary_folder folder_;
  data_folder data_ = data_folder::open(folder_.path()).value();
  std::unique_ptr<log> log_;
};

struct implementation {
  const char* name;
  std::function<std::unique_ptr<openable_log>()> make;
};

class LogContract : public ::testing::TestWithParam<implementation> {
 protected:
  log& subject() { return openable_->opened(); }
  void open_again() { openable_->open_again(); }

  /// Appends them one by one and returns all commits of the log from the first on.
  std::vector<std::string> append_all(const std::vector<std::string>& commits) {
    for (const std::string& commit : commits) {
      EXPECT_EQ(subject().append({&commit, 1}), append_outcome::durable);
    }
    return everything();
  }

  /// The whole log in one page.
  std::vector<std::string> everything() { return subject().read(first_key, SIZE_MAX).value(); }

  static commit_header header_of(const std::string& bytes) {
    return commit_view::parse(bytes).value().header();
  }
  static commit_key key_of(const std::string& bytes) {
    return commit_view::parse(bytes).value().key();
  }

 private:
  std::unique_ptr<openable_log> openable_ = GetParam().make();
};

TEST_P(LogContract, BeginsWithTheRecordOfItsFirstEpoch) {
  const log_head head = subject().head();
  EXPECT_EQ(head.epoch, epoch_number(1));
  EXPECT_EQ(head.last_commit, commit_number(1));
  EXPECT_EQ(head.head(), position(0));
  ASSERT_EQ(everything().size(), 1U);
  EXPECT_EQ(header_of(everything()[0]).kind, commit_kind::epoch);
}

TEST_P(LogContract, GivesBackWhatWasAppendedInOrder) {
  log_head head = subject().head();
  const std::vector<std::string> commits = make_commits(head, 50, 1);
  const std::vector<std::string> all = append_all(commits);
  EXPECT_EQ(subject().head(), head);
  ASSERT_EQ(all.size(), commits.size() + 1);
  EXPECT_TRUE(std::equal(commits.begin(), commits.end(), all.begin() + 1));
}

TEST_P(LogContract, TakesManyCommitsInOneAppend) {
  log_head head = subject().head();
  const std::vector<std::string> commits = make_commits(head, 50, 2);
  ASSERT_EQ(subject().append(commits), append_outcome::durable);
  EXPECT_EQ(subject().head(), head);
  EXPECT_EQ(everything().size(), commits.size() + 1);
}

TEST_P(LogContract, PagesJoinWithoutGapOrRepeat) {
  log_head head = subject().head();
  const std::vector<std::string> all = append_all(make_commits(head, 60, 3));
  for (const std::size_t max_bytes : {std::size_t{0}, std::size_t{700}, std::size_t{5000}}) {
    std::vector<std::string> joined;
    commit_key from = first_key;
    while (true) {
      const auto page = subject().read(from, max_bytes).value();
      if (page.empty()) break;
      std::size_t bytes = 0;
      for (const std::string& commit : page) bytes += commit.size();
      EXPECT_TRUE(page.size() == 1 || bytes <= max_bytes);
      joined.insert(joined.end(), page.begin(), page.end());
      from = key_after(head_after(commit_view::parse(joined.back()).value()));
    }
    EXPECT_EQ(joined, all) << max_bytes;
  }
}

TEST_P(LogContract, HasNothingAfterItsHead) {
  log_head head = subject().head();
  append_all(make_commits(head, 5, 4));
  EXPECT_TRUE(subject().read(key_after(head), SIZE_MAX).value().empty());
  EXPECT_TRUE(subject().read({position(1000000), commit_number(1)}, SIZE_MAX).value().empty());
}

TEST_P(LogContract, KeepsRefusalsApartThatShareAPosition) {
  log_head head = subject().head();
  const commit_shape refusal{.accepted = 0, .refused = 2};
  std::vector<std::string> commits;
  for (int round = 0; round < 3; ++round) commits.push_back(make_commit(head, refusal));
  commits.push_back(make_commit(head, {.accepted = 2}));
  commits.push_back(make_commit(head, refusal));
  append_all(commits);
  for (const std::string& commit : commits)
    EXPECT_EQ(subject().read_commit(key_of(commit)).value(), commit);
  EXPECT_EQ(key_of(commits[0]).first_position, key_of(commits[3]).first_position);
  EXPECT_EQ(subject().find(position(1)).value(), key_of(commits[3]));
  EXPECT_EQ(subject().find(position(2)).value(), key_of(commits[3]));
  EXPECT_EQ(subject().find(position(3)).error().code, errc::not_found);
}

TEST_P(LogContract, FindsTheCommitOfEachPosition) {
  log_head head = subject().head();
  const std::vector<std::string> all = append_all(make_commits(head, 80, 5));
  position next(1);
  for (const std::string& commit : all) {
    const commit_header header = header_of(commit);
    for (; next < header.next_position(); next = next.next()) {
      EXPECT_EQ(subject().find(next).value(), key_of(commit));
    }
  }
  EXPECT_EQ(next, head.next_position);
  EXPECT_EQ(subject().find(position(0)).error().code, errc::not_found);
  EXPECT_EQ(subject().find(next).error().code, errc::not_found);
}

TEST_P(LogContract, SaysWhenACommitIsNotThere) {
  log_head head = subject().head();
  append_all(make_commits(head, 5, 6));
  EXPECT_EQ(subject().read_commit(key_after(head)).error().code, errc::corrupt);
  EXPECT_EQ(subject().read_commit({position(7), commit_number(1)}).error().code, errc::corrupt);
}

TEST_P(LogContract, KeepsEverythingOverRestartsAndCountsEpochs) {
  const log_id id = subject().head().log;
  for (std::uint64_t epoch = 1; epoch <= 4; ++epoch) {
    log_head head = subject().head();
    EXPECT_EQ(head.epoch, epoch_number(epoch));
    EXPECT_EQ(head.log, id);
    const std::vector<std::string> all = append_all(make_commits(head, 20, epoch));
    const log_head before = subject().head();
    open_again();
    const std::vector<std::string> reopened = everything();
    ASSERT_EQ(reopened.size(), all.size() + 1);
    EXPECT_TRUE(std::equal(all.begin(), all.end(), reopened.begin()));
    EXPECT_TRUE(commit_view::parse(reopened.back()).value().extends(before));
    EXPECT_EQ(header_of(reopened.back()).kind, commit_kind::epoch);
  }
}

TEST_P(LogContract, IsVerifiedWhole) {
  log_head head = subject().head();
  append_all(make_commits(head, 100, 7));
  open_again();
  position reached;
  const log_summary found = verify_log(subject(), [&](position at) { reached = at; }).value();
  EXPECT_EQ(found.head, subject().head());
  EXPECT_EQ(found.commits, 102U);
  EXPECT_EQ(found.events, head.head().value());
  EXPECT_EQ(found.records, head.next_record.value() - 1);
  EXPECT_EQ(reached, head.head());
}

TEST_P(LogContract, ReadersNeverPassTheHeadWhileAWriterAppends) {
  constexpr std::uint64_t appends = 300;
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (std::uint64_t round = 0; round < appends; ++round) {
      log_head head = subject().head();
      EXPECT_EQ(subject().append(make_commits(head, 3, round)), append_outcome::durable);
    }
    done = true;
  });
  const auto follow = [&] {
    log_head followed = head_after(commit_view::parse(everything().front()).value());
    while (true) {
      const bool last_round = done;
      const log_head before = subject().head();
      if (before.head() > position(0)) {
        EXPECT_TRUE(subject().find(before.head()).has_value());
      }
      const auto page = subject().read(key_after(followed), 4096).value();
      const log_head after = subject().head();
      EXPECT_TRUE(!page.empty() || before.last_commit <= followed.last_commit);
      for (const std::string& bytes : page) {
        const commit_view commit = commit_view::parse(bytes).value();
        ASSERT_TRUE(commit.extends(followed));
        followed = head_after(commit);
      }
      EXPECT_LE(followed.last_commit, after.last_commit);
      if (last_round && page.empty()) break;
    }
    EXPECT_EQ(followed, subject().head());
  };
  std::thread follower(follow);
  follow();
  writer.join();
  follower.join();
}

INSTANTIATE_TEST_SUITE_P(
    Each, LogContract,
    ::testing::Values(
        implementation{"Memory", [] { return std::make_unique<openable_memory_log>(); }},
        implementation{"RocksDB", [] { return std::make_unique<openable_rocksdb_log>(); }}),
    [](const auto& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace jumak::storage
