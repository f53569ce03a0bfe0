#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "tests/end_to_end/house.hpp"

/// Clients that take more than their share: others are served, and memory stays bounded.
namespace jumak::end_to_end {
namespace {

class overload : public ::testing::Test {
 protected:
  static constexpr long resident_kib_max = 400 * 1024 * sanitizer_factor;
  static constexpr clock::duration latency_max = 5s * sanitizer_factor;

  void TearDown() override { EXPECT_EQ(house_.jumak.stop(), 0) << house_.jumak.running().errors(); }

  /// A command and a query of a client that waits for its answers, while the others press.
  void expect_served(int number) {
    const auto name = "good-" + std::to_string(number);
    const auto asked = clock::now();
    const auto answer = house_.commands.ask(register_guest(name, name));
    EXPECT_EQ(at(answer, "status"), "accepted") << answer;
    const auto seen = house_.queries.ask(R"({"id":"q","type":"GetSystemStatus"})");
    EXPECT_EQ(at(seen, "status"), "ok") << seen;
    EXPECT_LT(clock::now() - asked, latency_max);
    EXPECT_LE(house_.jumak.running().resident_kib(), resident_kib_max);
  }

  house house_;
};

TEST_F(overload, AClientThatNeverReadsIsCutAndOthersAreServed) {
  const auto request = R"({"id":"h","type":"GetSystemStatus"})" + std::string();
  const auto frame = std::string(1, '\0') + static_cast<char>(request.size()) + request;
  std::string burst;
  for (int copy = 0; copy < 1'000; ++copy) burst += frame;
  raw_peer greedy(house_.jumak.address("queries"));
  std::atomic<bool> over{false};
  std::thread sender([&] {
    const auto deadline = clock::now() + patience;
    while (clock::now() < deadline && greedy.send(burst)) {
    }
    over = true;
  });
  for (int round = 0; !over; ++round) expect_served(round);
  sender.join();
  EXPECT_TRUE(greedy.is_cut());
  expect_served(1'000'000);
}

TEST_F(overload, WhoSendsWithoutEndIsToldSo) {
  client greedy(house_.jumak.address("commands"));
  const message bad(1'024, register_guest("1", "greedy"));
  bool told = false;
  int sent = 0;
  const auto deadline = clock::now() + patience;
  for (int round = 0; !told && clock::now() < deadline; ++round) {
    for (int ahead = 0; ahead < 8; ++ahead, ++sent) greedy.send(bad);
    expect_served(round);
    for (; sent > 0; --sent) {
      const auto frames = greedy.receive();
      for (const auto& frame : {frames.front(), frames.back()})
        told = told || at(parsed(frame), "error.code") == "overloaded";
    }
  }
  EXPECT_TRUE(told);
}

TEST_F(overload, FramesWithoutEndOfOneMessageAreCut) {
  raw_peer endless(house_.jumak.address("commands"));
  const auto frame = std::string("\x01\x02{}", 4);
  std::string burst;
  for (int copy = 0; copy < 10'000; ++copy) burst += frame;
  bool cut = false;
  for (int round = 0; round < 2'000 && !cut; ++round) {
    cut = !endless.send(burst, 2s);
    if (round % 50 == 0) expect_served(round);
  }
  EXPECT_TRUE(cut) << "20,000,000 frames of one message were taken";
}

TEST_F(overload, TwoThousandConnectionsAreServed) {
  rlimit files{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &files), 0);
  files.rlim_cur = files.rlim_max;
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &files), 0);
  std::vector<std::unique_ptr<raw_peer>> crowd;
  for (int number = 0; number < 2'000; ++number) {
    crowd.push_back(std::make_unique<raw_peer>(house_.jumak.address("commands")));
    if (number % 200 == 0) expect_served(number);
  }
  expect_served(2'000);
}

}  // namespace
}  // namespace jumak::end_to_end
