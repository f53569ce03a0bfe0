#include "storage/view_snapshots.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::uint64_t rules = 77;

log_head head_at(std::uint64_t events) {
  log_head head;
  head.log.bits = {3, 4};
  head.epoch = epoch_number(2);
  head.last_commit = commit_number(events + 1);
  head.next_position = position(events + 1);
  head.next_record = record_number(events + 9);
  head.last_hash = {events, 6};
  return head;
}

class ViewSnapshots : public ::testing::Test {
 protected:
  void write(std::uint64_t events, const std::vector<std::string>& pieces = {"some ", "", "views"}) {
    const auto written = snapshots_.write(head_at(events), 5, rules, [&](const view_snapshots::piece_sink& piece) {
      for (const std::string& one : pieces) piece(one);
      return true;
    });
    ASSERT_TRUE(written) << written.error().message;
  }
  std::optional<view_snapshot> newest(std::uint64_t fingerprint = rules) {
    ignored_.clear();
    return snapshots_.newest(
        fingerprint, [&](const log_head& head) { return head.head() <= log_end_; },
        [&](const std::string& why) { ignored_.push_back(why); });
  }
  std::string bytes_of_newest() { return read_file(snapshots_.files().front()).value(); }
  void put_newest(std::string_view bytes) {
    std::ofstream(snapshots_.files().front(), std::ios::binary | std::ios::trunc) << bytes;
  }

  temporary_folder folder_;
  view_snapshots snapshots_ = view_snapshots::open(folder_.path() / "views").value();
  position log_end_{1'000};
  std::vector<std::string> ignored_;
};

TEST_F(ViewSnapshots, NothingIsThereAtFirst) {
  EXPECT_FALSE(newest());
  EXPECT_TRUE(ignored_.empty());
}

TEST_F(ViewSnapshots, OneThatIsGivenUpLeavesNothing) {
  const auto written = snapshots_.write(head_at(9), 5, rules, [](const view_snapshots::piece_sink& piece) {
    piece("half");
    return false;
  });
  EXPECT_EQ(written.error().code, errc::unavailable);
  EXPECT_FALSE(newest());
  EXPECT_TRUE(std::filesystem::exists(folder_.path() / "views" / "LOCK"));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path() / "views"), {}), 1);
}

TEST_F(ViewSnapshots, OneOfALaterPositionIsOfAnotherLogAndGoes) {
  write(900);
  write(800);
  write(9);
  EXPECT_EQ(newest()->head, head_at(9));
  EXPECT_EQ(snapshots_.files().size(), 1U);
}

TEST_F(ViewSnapshots, TheNewestIsReadBackWhole) {
  write(9);
  write(10, {"others"});
  const auto read = newest();
  ASSERT_TRUE(read);
  EXPECT_EQ(read->head, head_at(10));
  EXPECT_EQ(read->streams, 5U);
  EXPECT_EQ(read->views, "others");
  EXPECT_TRUE(ignored_.empty());
  write(100);
  EXPECT_EQ(newest()->views, "some views");
}

TEST_F(ViewSnapshots, OnlyTheNewestFewAreKept) {
  for (const std::uint64_t events : {1U, 3U, 20U, 100U}) write(events);
  ASSERT_EQ(snapshots_.files().size(), view_snapshots::files_max);
  EXPECT_EQ(newest()->head, head_at(100));
  log_end_ = position(99);
  EXPECT_EQ(newest()->head, head_at(20));
}

TEST_F(ViewSnapshots, WhateverIsTornIsIgnoredWithOneLineForTheOneBefore) {
  write(9);
  write(10);
  const std::string whole = bytes_of_newest();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    put_newest(whole.substr(0, size));
    const auto read = newest();
    ASSERT_TRUE(read) << size;
    EXPECT_EQ(read->head, head_at(9)) << size;
    EXPECT_THAT(ignored_, ElementsAre(HasSubstr("is ignored: it is torn or damaged"))) << size;
  }
  put_newest(whole + "x");
  EXPECT_EQ(newest()->head, head_at(9)) << "nothing may follow";
}

TEST_F(ViewSnapshots, AFlippedBitAnywhereIsNoticed) {
  write(10);
  const std::string whole = bytes_of_newest();
  for (std::size_t bit = 0; bit < whole.size() * 8; bit += 3) {
    std::string damaged = whole;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
    put_newest(damaged);
    EXPECT_FALSE(newest()) << "bit " << bit;
    EXPECT_EQ(ignored_.size(), 1U);
  }
  put_newest(whole);
  EXPECT_TRUE(newest());
}

TEST_F(ViewSnapshots, OtherRulesAndOtherLogsAreIgnored) {
  write(10);
  EXPECT_FALSE(newest(rules + 1));
  EXPECT_THAT(ignored_, ElementsAre(HasSubstr("is ignored: it was made by other rules")));
  log_end_ = position(9);
  EXPECT_FALSE(newest()) << "it lies ahead of the log";
  EXPECT_THAT(ignored_, ElementsAre(HasSubstr("is ignored: it is not of this log")));
}

TEST_F(ViewSnapshots, WhatACrashLeftIsClearedAwayAndOthersFilesAreNot) {
  const auto other = temporary_folder();
  std::ofstream(other.path() / "view-00000000000000000007.snapshot.new") << "half";
  std::ofstream(other.path() / "notes.txt") << "mine";
  const auto opened = view_snapshots::open(other.path());
  ASSERT_TRUE(opened);
  EXPECT_FALSE(std::filesystem::exists(other.path() / "view-00000000000000000007.snapshot.new"));
  EXPECT_TRUE(std::filesystem::exists(other.path() / "notes.txt"));
  EXPECT_TRUE(opened->files().empty());
}

TEST_F(ViewSnapshots, TwoProcessesDoNotShareAFolder) {
  const auto second = view_snapshots::open(folder_.path() / "views");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, errc::locked);
}

TEST_F(ViewSnapshots, AWriteThatFailsSaysSoAndLeavesTheOthers) {
  write(9);
  std::filesystem::create_directory(folder_.path() / "views" / "view-00000000000000000010.snapshot.new");
  const auto written = snapshots_.write(head_at(10), 5, rules, [](const auto& piece) {
    piece("x");
    return true;
  });
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, errc::io_failed);
  EXPECT_EQ(newest()->head, head_at(9));
}

}  // namespace
}  // namespace jumak::storage
