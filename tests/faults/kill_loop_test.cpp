// Real processes, real disks, real kills. The long run is `jumak-faults kill`.

#include "tests/faults/kill_loop.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "tests/faults/read_your_writes.hpp"
#include "tests/faults/violation.hpp"
#include "tests/faults/views_rebuild.hpp"

namespace jumak::faults {
namespace {

class Kill : public testing::Test {
 protected:
  Kill() {
    std::string name = (std::filesystem::temp_directory_path() / "jumak-kill-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder");
    folder = name;
    std::cout << "seed " << seed << '\n';
  }
  ~Kill() override { std::filesystem::remove_all(folder); }

  static std::uint64_t chosen_seed() {
    const char* given = std::getenv("JUMAK_SEED");
    return given != nullptr ? std::strtoull(given, nullptr, 10)
                            : static_cast<std::uint64_t>(::getpid());
  }

  kill_options options(std::uint64_t cycles, put_back canary) const {
    return {JUMAK_PROGRAM, folder, cycles, seed, canary, true};
  }

  std::filesystem::path folder;
  std::uint64_t seed = chosen_seed();
};

TEST_F(Kill, NothingAcknowledgedIsLost) {
  const auto figures = run_kill_loop(options(20, put_back::nothing));
  std::cout << figures << '\n';
  EXPECT_GT(figures.at("accepted").to_number<std::uint64_t>(), 0U);
  EXPECT_GT(figures.at("no_availability").to_number<std::uint64_t>(), 0U);
}

TEST_F(Kill, AnOlderDataFolderIsNoticed) {
  EXPECT_THROW(run_kill_loop(options(30, put_back::folder)), violation);
}

TEST_F(Kill, AnOlderLogBesideItsHeadIsRefused) {
  EXPECT_THROW(run_kill_loop(options(30, put_back::log_only)), violation);
}

TEST_F(Kill, AClientReadsItsOwnWrites) {
  const auto figures = read_your_writes({JUMAK_PROGRAM, folder, 2'000, 64, seed});
  std::cout << figures << '\n';
}

TEST_F(Kill, ViewsAreRebuiltUnderLoad) {
  views_rebuild_options chosen;
  chosen.server = JUMAK_PROGRAM;
  chosen.folder = folder;
  chosen.events = 2'000;
  chosen.commands_per_second = 500;
  chosen.queries_per_second = 200;
  const auto figures = run_views_rebuild(chosen);
  std::cout << figures << '\n';
  EXPECT_EQ(figures.at("rebuilds").as_array().size(), chosen.rebuilds);
}

}  // namespace
}  // namespace jumak::faults
