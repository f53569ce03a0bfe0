#include "net/router_endpoint.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <thread>

#include "tests/net/echo_handler.hpp"
#include "tests/net/peer.hpp"

namespace jumak::net {
namespace {

using namespace testing;  // NOLINT: the tests' own words.

using echo_endpoint = running_endpoint<echo_handler>;
using keeping_endpoint = running_endpoint<keeping_handler>;

TEST(RouterEndpoint, AnswersARequestSocket) {
  echo_endpoint server;
  peer client(zmq::socket_type::req, server.address());
  client.send({"a"});
  EXPECT_EQ(client.receive(), message{"ok:a"});
}

TEST(RouterEndpoint, AnswersADealerWithAndWithoutDelimiter) {
  echo_endpoint server;
  peer client(zmq::socket_type::dealer, server.address());
  client.send({"a"});
  EXPECT_EQ(client.receive(), message{"ok:a"});
  client.send({"", "a", "b"});
  EXPECT_EQ(client.receive(), (message{"", "ok:a", "ok:b"}));
}

TEST(RouterEndpoint, AnswersEachFrameOfABatchInItsPlace) {
  echo_endpoint server;
  peer client(zmq::socket_type::dealer, server.address());
  client.send({"a", "", std::string(65 * 1024, 'x'), "b"});
  EXPECT_EQ(client.receive(), (message{"ok:a", "empty_frame", "frame_too_large", "ok:b"}));
}

TEST(RouterEndpoint, AnswersAMessageWithoutRequests) {
  echo_endpoint server;
  peer client(zmq::socket_type::req, server.address());
  client.send({""});
  EXPECT_EQ(client.receive(), message{"empty_frame"});
  peer dealer(zmq::socket_type::dealer, server.address());
  dealer.send({""});
  EXPECT_EQ(dealer.receive(), (message{"", "no_request"}));
}

TEST(RouterEndpoint, TakesAThousandAndTwentyFourRequestsAndNotOneMore) {
  echo_endpoint server;
  peer client(zmq::socket_type::dealer, server.address());
  client.send(message(1024, "x"));
  EXPECT_EQ(client.receive(), message(1024, "ok:x"));
  client.send(message(1025, "x"));
  EXPECT_EQ(client.receive(), message{"too_many_frames"});
}

TEST(RouterEndpoint, CutsAConnectionThatSendsAHugeFrameWhileOthersGoOn) {
  echo_endpoint server;
  peer good(zmq::socket_type::req, server.address());
  good.send({"1"});
  EXPECT_TRUE(good.receive());
  peer bad(zmq::socket_type::dealer, server.address());
  bad.send({std::string(1024 * 1024 + 1, 'x')});
  EXPECT_FALSE(bad.receive(200ms));
  bad.send({"after"});
  EXPECT_EQ(bad.receive(), message{"ok:after"}) << "it connects again";
  good.send({"2"});
  EXPECT_EQ(good.receive(), message{"ok:2"});
}

TEST(RouterEndpoint, CutsAConnectionThatSendsAHugeMessage) {
  echo_endpoint server;
  peer bad(zmq::socket_type::dealer, server.address());
  bad.send(message(17, std::string(1024 * 1024, 'x')));
  EXPECT_TRUE(eventually([&] { return server.endpoint->statistics().connections_cut == 1; }));
  peer good(zmq::socket_type::req, server.address());
  good.send({"1"});
  EXPECT_TRUE(good.receive());
}

TEST(RouterEndpoint, SendsAnswersThatComeLaterAndInAnyOrder) {
  keeping_endpoint server;
  peer client(zmq::socket_type::dealer, server.address());
  client.send({"", "1", "2", "3"});
  ASSERT_TRUE(eventually([&] { return server.handler.kept() == 3; }));
  auto requests = server.handler.take();
  std::swap(requests[0], requests[2]);
  while (!requests.empty()) {
    std::vector<request> one;
    one.push_back(std::move(requests.back()));
    requests.pop_back();
    server.endpoint->post(std::make_unique<late_replies>(std::move(one)));
  }
  EXPECT_EQ(client.receive(), (message{"", "ok:1", "ok:2", "ok:3"}));
}

TEST(RouterEndpoint, RefusesWhatIsOverTheLimitAndGoesOnWithWhatIsAfterIt) {
  auto options = options_on_free_port();
  options.requests.in_flight_per_connection_max = 2;
  keeping_endpoint server(options);
  peer client(zmq::socket_type::dealer, server.address());
  for (const char* text : {"1", "2", "3"}) client.send({text});
  EXPECT_EQ(client.receive(), message{"overloaded:3"});
  server.endpoint->post(std::make_unique<late_replies>(server.handler.take()));
  EXPECT_EQ(client.receive(), message{"ok:1"});
  EXPECT_EQ(client.receive(), message{"ok:2"});
  client.send({"4"});
  ASSERT_TRUE(eventually([&] { return server.handler.kept() == 1; }));
  EXPECT_EQ(server.endpoint->statistics().requests_overloaded, 1U);
}

TEST(RouterEndpoint, GivesUpAPeerThatNeverReadsAndServesTheOthers) {
  auto options = options_on_free_port();
  options.requests.in_flight_per_connection_max = 4;
  options.endpoint.send_queue_max = 8;
  echo_endpoint server(options);
  peer deaf(zmq::socket_type::dealer, server.address(), [](zmq::socket_t& socket) {
    socket.set(zmq::sockopt::rcvhwm, 1);
    socket.set(zmq::sockopt::rcvbuf, 4096);
    socket.set(zmq::sockopt::sndhwm, 4);
    socket.set(zmq::sockopt::sndtimeo, 10);
  });
  peer good(zmq::socket_type::req, server.address());
  const message batch(2, std::string(60'000, 'x'));
  EXPECT_TRUE(eventually([&] {
    deaf.send(batch, zmq::send_flags::dontwait);
    return server.endpoint->statistics().peers_given_up > 0;
  }));
  good.send({"1"});
  EXPECT_EQ(good.receive(), message{"ok:1"});
}

TEST(RouterEndpoint, ForgetsThePeerThatWentAway) {
  keeping_endpoint server;
  {
    peer client(zmq::socket_type::dealer, server.address());
    client.send({"1"});
    ASSERT_TRUE(eventually([&] { return server.handler.kept() == 1; }));
  }
  const auto requests = std::make_shared<std::vector<request>>(server.handler.take());
  // Until the server has noticed, an answer only leads nowhere; either way nothing stays in flight.
  std::vector<request> one;
  one.push_back(std::move(requests->front()));
  server.endpoint->post(std::make_unique<late_replies>(std::move(one)));
  EXPECT_TRUE(eventually([&] { return server.endpoint->statistics().requests_in_flight == 0; }));
}

TEST(RouterEndpoint, DrainsWhatIsInFlightBeforeItCloses) {
  keeping_endpoint server;
  peer client(zmq::socket_type::dealer, server.address());
  client.send({"1"});
  ASSERT_TRUE(eventually([&] { return server.handler.kept() == 1; }));
  EXPECT_FALSE(server.endpoint->drain(clock::now()));
  client.send({"2"});
  std::thread later([&] { server.endpoint->post(std::make_unique<late_replies>(server.handler.take())); });
  EXPECT_TRUE(server.endpoint->drain(clock::now() + patience));
  later.join();
  server.endpoint->close();
  EXPECT_EQ(client.receive(), message{"ok:1"}) << "given before close, so it arrives";
  EXPECT_EQ(server.handler.kept(), 0U) << "the second was not read any more";
}

TEST(RouterEndpoint, CallsTheTick) {
  struct ticking : echo_handler {
    void on_tick(std::chrono::steady_clock::time_point, reply_sink&) override { ++ticks; }
    std::atomic<int> ticks{0};
  };
  running_endpoint<ticking> server;
  EXPECT_TRUE(eventually([&] { return server.handler.ticks > 2; }));
}

TEST(RouterEndpoint, SaysWhichAddressIsTakenAndWhatToDo) {
  echo_endpoint server;
  auto options = options_on_free_port();
  options.address = server.address();
  const auto second = router_endpoint::open(server.messaging, options);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, errc::address_in_use);
  EXPECT_NE(second.error().message.find(server.address()), std::string::npos) << second.error().message;
  for (const char* nonsense : {"nonsense", "tcp://nowhere", "udp-ish://1", "tcp://192.0.2.1:7777"}) {
    options.address = nonsense;
    const auto refused = router_endpoint::open(server.messaging, options);
    ASSERT_FALSE(refused) << nonsense;
    EXPECT_EQ(refused.error().code, errc::bad_configuration) << refused.error().message;
  }
}

TEST(RouterEndpoint, SpeaksOverAPrivateFile) {
  const auto folder = std::filesystem::temp_directory_path() / ("jumak-net-" + std::to_string(::getpid()));
  auto options = options_on_free_port();
  options.address = "ipc://" + (folder / "commands").string();
  {
    echo_endpoint server(options);
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(folder).permissions(), perms::owner_all);
    peer client(zmq::socket_type::req, server.address());
    client.send({"a"});
    EXPECT_EQ(client.receive(), message{"ok:a"});
    const auto second = router_endpoint::open(server.messaging, options);
    ASSERT_FALSE(second) << "the library alone would take the file away from the first";
    EXPECT_EQ(second.error().code, errc::address_in_use);
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace jumak::net
