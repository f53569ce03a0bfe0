#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <random>

#include "tests/storage/index/made_run.hpp"
#include "tests/storage/temporary_folder.hpp"

extern char** environ;

namespace jumak::storage {
namespace {

constexpr const char* folder_variable = "JUMAK_TEST_INGEST_FOLDER";

/// The other process: goes on with the runs in the folder until it is killed, and says so after each.
[[noreturn]] void ingest_for_ever(const char* folder) {
  const auto store = run_store::open({.folder = folder, .on_note = {}}).value();
  if (store->discarded()) ::_exit(3);
  for (std::uint64_t run = store->runs() + 1;; ++run) {
    const made_run made = make_run(run);
    if (!store->ingest(made.rows, made.folded)) ::_exit(4);
    const char done = 'r';
    if (::write(STDOUT_FILENO, &done, 1) != 1) ::_exit(5);
  }
}

/// Starts this very test as the other process, its output in `pipe_end`.
pid_t start_ingesting(const std::filesystem::path& folder, int pipe_end) {
  ::setenv(folder_variable, folder.c_str(), 1);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe_end, STDOUT_FILENO);
  std::string program = "/proc/self/exe";
  std::string filter = "--gtest_filter=RunWriter.ARunAppearsWholeOrNotAtAll";
  std::string quiet = "--gtest_brief=1";
  std::array<char*, 4> arguments = {program.data(), filter.data(), quiet.data(), nullptr};
  pid_t child = -1;
  EXPECT_EQ(posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ), 0);
  posix_spawn_file_actions_destroy(&actions);
  ::unsetenv(folder_variable);
  return child;
}

/// Runs that the other process said were in, counted until at least `enough`.
std::uint64_t acknowledged(int pipe_end, std::uint64_t enough) {
  std::uint64_t count = 0;
  for (char byte = 0; count < enough && ::read(pipe_end, &byte, 1) == 1;)
    count += byte == 'r' ? 1 : 0;
  return count;
}

/// Lets the other process work in the folder and kills it at some moment; the runs it said were in.
std::uint64_t ingest_until_killed(const std::filesystem::path& folder, std::mt19937_64& random) {
  std::array<int, 2> ends{};
  EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
  const pid_t child = start_ingesting(folder, ends[1]);
  ::close(ends[1]);
  std::uint64_t known = acknowledged(ends[0], random() % 10);
  // A moment within a later run, wherever that is: nothing depends on it.
  for (std::uint64_t spins = random() % 1'000'000; spins > 0; --spins) asm volatile("");
  ::kill(child, SIGKILL);
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFSIGNALED(status)) << "it ended by itself with " << WEXITSTATUS(status);
  known += acknowledged(ends[0], UINT64_MAX);
  ::close(ends[0]);
  return known;
}

TEST(RunWriter, ARunAppearsWholeOrNotAtAll) {
  if (const char* folder = ::getenv(folder_variable)) ingest_for_ever(folder);
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const temporary_folder folder;
    std::uint64_t known = 0;
    for (int kills = 0; kills < 3; ++kills) {
      known += ingest_until_killed(folder.path() / "index", random);
      const auto store =
          run_store::open({.folder = folder.path() / "index", .on_note = {}}).value();
      ASSERT_FALSE(store->discarded());
      ASSERT_GE(store->runs(), known);
      ASSERT_LE(store->runs(), known + 1);
      known = store->runs();
      expect_made_runs(*store, known);
    }
  }
}

}  // namespace
}  // namespace jumak::storage
