// Real sockets, real processes, a real database: each baseline is started as a measurement starts it, and loaded briefly.

#include <gtest/gtest.h>

#include <filesystem>
#include <zmq.hpp>

#include "bench/cell.hpp"
#include "bench/failure.hpp"
#include "bench/load.hpp"
#include "bench/numbered_id.hpp"
#include "bench/server_process.hpp"

namespace jumak::bench {
namespace {

class BenchSmoke : public testing::Test {
 protected:
  BenchSmoke() {
    std::string name =
        (std::filesystem::temp_directory_path() / "jumak-bench-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder");
    folder = name;
  }
  ~BenchSmoke() override { std::filesystem::remove_all(folder); }

  server_process start(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), JUMAK_BENCH_PROGRAM);
    return server_process(std::move(arguments), folder / "stderr");
  }

  static load_result load(const server_process& server, client_kind client, const char* row,
                          bool echo) {
    const std::string prefix = next_prefix();
    const auto work = make_workload({"bookings", 4, 1'000'000}, prefix);
    const load_options options{load_shape::parse(row), std::chrono::milliseconds{20},
                               std::chrono::milliseconds{200}, client, echo};
    return run_load(server.addresses().commands, *work, prefix, options);
  }

  std::filesystem::path folder;
};

TEST_F(BenchSmoke, EchoAnswersEveryRowOverBothClients) {
  auto server = start({"echo-server", "--reply-bytes", "231"});
  for (const auto client : {client_kind::zmtp, client_kind::dealer})
    for (const auto* row : {"1x1", "16x4", "2x4x16"}) {
      const auto result = load(server, client, row, true);
      EXPECT_GT(result.acknowledged, 0U) << row;
      EXPECT_EQ(result.latency.count(), result.acknowledged) << row;
      EXPECT_FALSE(result.surprised()) << result.first_surprise;
    }
  server.stop();
}

TEST_F(BenchSmoke, BaselineAnswersAndKeepsWhatItAnswered) {
  auto server = start({"baseline-server", "--data", folder.string()});
  std::uint64_t accepted = 0;
  for (const auto client : {client_kind::zmtp, client_kind::dealer})
    for (const auto* row : {"1x1", "16x4", "2x4x16"}) {
      const auto result = load(server, client, row, false);
      EXPECT_GT(result.acknowledged, 0U) << row;
      accepted += result.accepted_in_all;
      EXPECT_EQ(result.position, accepted) << row << ": a position for each command";
      EXPECT_EQ(result.parsed, 0U) << "the answers should be of the quick form";
      EXPECT_FALSE(result.surprised()) << result.first_surprise;
    }
  server.stop();
  EXPECT_TRUE(std::filesystem::exists(folder / "CURRENT"));
}

TEST_F(BenchSmoke, BaselineSpeaksToAnOrdinaryClient) {
  auto server = start({"baseline-server", "--data", folder.string()});
  zmq::context_t context;
  zmq::socket_t client(context, zmq::socket_type::req);
  client.set(zmq::sockopt::linger, 0);
  client.set(zmq::sockopt::rcvtimeo, 10'000);
  client.connect(server.addresses().commands);
  client.send(zmq::str_buffer("not json"), zmq::send_flags::none);
  zmq::message_t reply;
  ASSERT_TRUE(client.recv(reply));
  EXPECT_NE(reply.to_string_view().find("malformed"), std::string_view::npos);
  server.stop();
}

TEST_F(BenchSmoke, AnAnswerThatIsNoneIsASurprise) {
  // The echo is no accepted answer when one is expected; nothing of it may count.
  auto server = start({"echo-server"});
  const std::string prefix = next_prefix();
  const auto work = make_workload({"guests", 1, 1'000}, prefix);
  EXPECT_THROW(run_setup(server.addresses().commands, *make_workload({"bookings", 1, 10}, prefix),
                         client_kind::zmtp),
               failure);
  const load_options options{load_shape::parse("1x1"), std::chrono::milliseconds{0},
                             std::chrono::milliseconds{50}, client_kind::zmtp, false};
  const auto result = run_load(server.addresses().commands, *work, prefix, options);
  EXPECT_EQ(result.acknowledged, 0U);
  EXPECT_TRUE(result.surprised());
  EXPECT_EQ(result.accepted_in_all, 0U);
}

TEST_F(BenchSmoke, AServerThatDoesNotStartIsNamedWithItsReason) {
  try {
    start({"baseline-server", "--data", "/nowhere"});
    FAIL() << "it started";
  } catch (const failure& error) {
    EXPECT_NE(std::string(error.what()).find("/nowhere"), std::string::npos) << error.what();
  }
}

TEST_F(BenchSmoke, AConnectionToNobodyFailsAtOnce) {
  EXPECT_THROW(connect(client_kind::zmtp, "tcp://127.0.0.1:1", 1), failure);
  EXPECT_THROW(connect(client_kind::zmtp, "udp://127.0.0.1:1", 1), failure);
  EXPECT_THROW(connect(client_kind::zmtp, "tcp://127.0.0.1", 1), failure);
}

}  // namespace
}  // namespace jumak::bench
