// kill -9 of a process that appends, at random instants: nothing it reported is lost.

#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <sstream>

#include "storage/log/rocksdb_log.hpp"
#include "storage/log/verify_log.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

/// A running log_appender, and what it has said so far.
class appender {
 public:
  appender(const std::filesystem::path& folder, std::uint64_t seed) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    output_ = file_descriptor(ends[0]);
    const file_descriptor input(ends[1]);
    std::string program = JUMAK_LOG_APPENDER;
    std::string path = folder;
    std::string number = std::to_string(seed);
    char* arguments[] = {program.data(), path.data(), number.data(), nullptr};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, input.number(), STDOUT_FILENO);
    ::posix_spawn_file_actions_addclose(&actions, output_.number());
    const int failed =
        ::posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments, environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error("cannot start " + program);
  }

  /// Waits until it has said at least so many lines; false when it ended by itself.
  bool wait_for(std::size_t lines) {
    while (static_cast<std::size_t>(std::count(said_.begin(), said_.end(), '\n')) < lines) {
      if (!read_more()) return false;
    }
    return true;
  }

  /// Lets up to so many milliseconds pass, or it say the next line, for a kill right after a line would
  /// always meet the same instant.
  void get_into_the_next_append(int milliseconds) const {
    ::pollfd line{.fd = output_.number(), .events = POLLIN, .revents = 0};
    ::poll(&line, 1, milliseconds);
  }

  /// Kills it and returns all it said.
  std::string kill() {
    ::kill(process_, SIGKILL);
    while (read_more()) {
    }
    ::waitpid(process_, nullptr, 0);
    return said_;
  }

 private:
  bool read_more() {
    char part[4096];
    const ::ssize_t count = ::read(output_.number(), part, sizeof part);
    if (count <= 0) return false;
    said_.append(part, static_cast<std::size_t>(count));
    return true;
  }

  ::pid_t process_ = 0;
  file_descriptor output_;
  std::string said_;
};

using reports = std::map<std::uint64_t, std::string>;  // Commit number to "<position> <hash>".

void remember(reports& acknowledged, const std::string& said) {
  std::istringstream lines(said);
  std::uint64_t number = 0;
  for (std::string at, hash; lines >> number >> at >> hash;) acknowledged[number] = at + " " + hash;
}

/// How many of the acknowledged commits the log holds.
std::size_t count_kept(const log& log, const reports& acknowledged) {
  std::size_t kept = 0;
  const auto all = log.read(first_key, SIZE_MAX);
  EXPECT_TRUE(all.has_value()) << all.error().message;
  for (const std::string& bytes : all.value()) {
    const log_head head = head_after(commit_view::parse(bytes).value());
    const auto found = acknowledged.find(head.last_commit.value());
    if (found == acknowledged.end()) continue;
    EXPECT_EQ(found->second, std::to_string(head.head().value()) + " " + to_text(head.last_hash));
    ++kept;
  }
  return kept;
}

/// 25, or as many as JUMAK_KILLS says, for a long night.
std::uint64_t kills_wanted() {
  const char* wanted = std::getenv("JUMAK_KILLS");
  return wanted == nullptr ? 25 : std::strtoull(wanted, nullptr, 10);
}

TEST(LogKill, LosesNothingItReported) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  const temporary_folder folder;
  reports acknowledged;
  const std::uint64_t kills = kills_wanted();
  for (std::uint64_t round = 1; round <= kills; ++round) {
    appender child(folder.path(), random());
    ASSERT_TRUE(child.wait_for(1 + random() % 60));
    child.get_into_the_next_append(static_cast<int>(random() % 4));
    remember(acknowledged, child.kill());
  }
  const auto data = data_folder::open(folder.path());
  ASSERT_TRUE(data.has_value()) << data.error().message;
  const auto log = open_rocksdb_log(*data);
  ASSERT_TRUE(log.has_value()) << log.error().message;
  EXPECT_EQ(count_kept(**log, acknowledged), acknowledged.size());
  EXPECT_EQ((*log)->head().epoch, epoch_number(kills + 1));
  const auto verified = verify_log(**log);
  EXPECT_TRUE(verified.has_value()) << verified.error().message;
}

}  // namespace
}  // namespace jumak::storage
