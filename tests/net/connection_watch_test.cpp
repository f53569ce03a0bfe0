#include "net/connection_watch.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "tests/net/echo_handler.hpp"
#include "tests/net/feed_server.hpp"
#include "tests/net/peer.hpp"

namespace jumak::net {
namespace {

using namespace testing;  // NOLINT: the tests' own words.

/// Memory of this process in bytes.
std::size_t memory_used() {
  std::ifstream file("/proc/self/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  file >> all >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

/// A peer that speaks just enough of the library's protocol (ZMTP 3.0) to misuse it.
class raw_peer {
 public:
  raw_peer(const std::string& address, const std::string& type) {
    const auto port = static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(port);
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    descriptor_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    EXPECT_EQ(::connect(descriptor_, reinterpret_cast<sockaddr*>(&name), sizeof name), 0);
    timeval longest{1, 0};
    ::setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &longest, sizeof longest);

    std::string greeting("\xff\0\0\0\0\0\0\0\1\x7f\3\0NULL", 16);
    greeting.resize(64, '\0');
    send(greeting);
    const std::string ready = std::string("\5READY\13Socket-Type", 18) + std::string("\0\0\0", 3) +
                              static_cast<char>(type.size()) + type;
    send(std::string("\4", 1) + static_cast<char>(ready.size()) + ready);
    wait_until_ready();
  }
  ~raw_peer() { ::close(descriptor_); }

  /// False once the connection is cut, or nothing is taken any more.
  bool send(const std::string& bytes) {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
      const auto count = ::send(descriptor_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (count <= 0) return false;
      sent += static_cast<std::size_t>(count);
    }
    return true;
  }
  /// One frame, or the start of one: what follows may be longer or shorter than it says.
  static std::string frame_of(const std::string& body, bool more) {
    std::string out(1, static_cast<char>((more ? 1 : 0) | 2));
    for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<char>(body.size() >> shift));
    return out + body;
  }

 private:
  /// The library cuts whoever talks before it was told that the other side is ready.
  void wait_until_ready() {
    std::string heard;
    char bytes[256];
    while (heard.size() < 66 || heard.size() < 66U + static_cast<unsigned char>(heard[65])) {
      const auto count = ::recv(descriptor_, bytes, sizeof bytes, 0);
      if (count <= 0) return;
      heard.append(bytes, static_cast<std::size_t>(count));
    }
  }

  int descriptor_ = -1;
};

constexpr std::size_t megabyte = 1024 * 1024;

TEST(HostilePeer, IsCutWhenItsMessageNeverEnds) {
  running_endpoint<echo_handler> server;
  peer good(zmq::socket_type::req, server.address());
  const std::size_t before = memory_used();
  raw_peer bad(server.address(), "DEALER");
  const std::string piece = raw_peer::frame_of(std::string(60'000, 'x'), true);
  std::size_t sent = 0;
  while (sent < 2048 * megabyte && bad.send(piece)) sent += piece.size();
  EXPECT_LT(sent, 1024 * megabyte) << "it was cut";
  EXPECT_LT(memory_used(), before + 400 * megabyte);
  EXPECT_TRUE(eventually([&] { return server.endpoint->statistics().connections_cut == 1; }));
  good.send({"1"});
  EXPECT_EQ(good.receive(), message{"ok:1"});
}

TEST(HostilePeer, IsCutWhenItAnnouncesAHugeFrame) {
  running_endpoint<echo_handler> server;
  peer good(zmq::socket_type::req, server.address());
  raw_peer bad(server.address(), "DEALER");
  bad.send(std::string("\2\0\0\0\0\x80\0\0\0", 9));
  EXPECT_TRUE(eventually([&] { return !bad.send(std::string(1000, 'x')); }));
  good.send({"1"});
  EXPECT_EQ(good.receive(), message{"ok:1"});
}

TEST(HostilePeer, IsCutWhenItSubscribesWithoutEnd) {
  feed_server server;
  raw_peer bad(server.events_address, "SUB");
  std::size_t sent = 0;
  for (int count = 0; count < 300'000; ++count) {
    const std::string topic = "\1topic/" + std::to_string(count);
    if (!bad.send(raw_peer::frame_of(topic, false))) break;
    sent += topic.size();
  }
  EXPECT_TRUE(eventually([&] { return server.events->statistics().connections_cut == 1; })) << sent;
  EXPECT_TRUE(eventually([&] { return server.events->statistics().topics == 0; }));
}

TEST(HostilePeer, DoesNotGetItsAnswersIntoOurMemory) {
  // It asks small questions with large answers and never reads.
  class generous : public request_handler {
    void on_drained(std::span<request> requests, reply_sink& replies) override {
      for (const request& one : requests) replies.reply(one.address, answer_);
    }
    std::string answer_ = std::string(megabyte, 'y');
  };
  running_endpoint<generous> server;
  const std::size_t before = memory_used();
  raw_peer bad(server.address(), "DEALER");
  const std::string question = raw_peer::frame_of("?", false);
  std::size_t most = 0;
  const bool cut = eventually([&] {
    const bool taken = bad.send(question);
    most = std::max(most, memory_used());
    return !taken;
  });
  EXPECT_TRUE(cut);
  EXPECT_LT(most, before + 300 * megabyte);
  EXPECT_TRUE(eventually([&] { return server.endpoint->statistics().connections_cut == 1; }));
  EXPECT_TRUE(eventually([&] { return memory_used() < before + 200 * megabyte; })) << memory_used() - before;
}

TEST(HostilePeer, DoesNotHinderOthersByItsThousands) {
  running_endpoint<echo_handler> server;
  std::vector<std::unique_ptr<raw_peer>> idle;
  for (int count = 0; count < 300; ++count) idle.push_back(std::make_unique<raw_peer>(server.address(), "DEALER"));
  peer good(zmq::socket_type::req, server.address());
  good.send({"1"});
  EXPECT_EQ(good.receive(), message{"ok:1"});
}

}  // namespace
}  // namespace jumak::net
