#include "tests/end_to_end/client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <utility>

namespace jumak::end_to_end {
namespace {

using std::chrono::milliseconds;

int left(clock::time_point deadline) {
  const auto rest = std::chrono::duration_cast<milliseconds>(deadline - clock::now()).count();
  return static_cast<int>(std::max<milliseconds::rep>(rest, 0));
}

bool ready(int socket, short events, clock::time_point deadline) {
  pollfd wanted{socket, events, 0};
  return ::poll(&wanted, 1, left(deadline)) == 1;
}

std::string take(int socket, std::size_t count) {
  const auto deadline = clock::now() + patience;
  std::string bytes;
  while (bytes.size() < count) {
    char buffer[256];
    const auto wanted = std::min(count - bytes.size(), sizeof buffer);
    if (!ready(socket, POLLIN, deadline)) throw std::runtime_error("the server is silent");
    const auto got = ::recv(socket, buffer, wanted, 0);
    if (got <= 0) throw std::runtime_error("the server hung up while shaking hands");
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
  return bytes;
}

}  // namespace

client::client(const std::string& address, zmq::socket_type type, const std::string& prefix)
    : socket_(context_, type) {
  socket_.set(zmq::sockopt::linger, 0);
  if (type == zmq::socket_type::sub) socket_.set(zmq::sockopt::subscribe, prefix);
  socket_.connect(address);
}

void client::send(const message& frames) {
  for (std::size_t index = 0; index < frames.size(); ++index) {
    const bool more = index + 1 < frames.size();
    socket_.send(zmq::buffer(frames[index]),
                 more ? zmq::send_flags::sndmore : zmq::send_flags::none);
  }
}

std::optional<message> client::receive(milliseconds longest) {
  socket_.set(zmq::sockopt::rcvtimeo, static_cast<int>(longest.count()));
  message frames;
  zmq::message_t next;
  do {
    if (!socket_.recv(next)) return std::nullopt;
    frames.push_back(next.to_string());
  } while (next.more());
  return frames;
}

message client::receive() {
  auto frames = receive(patience);
  if (!frames) throw std::runtime_error("no answer in time");
  return *std::move(frames);
}

object client::ask(std::string_view frame) { return ask_all({std::string(frame)}).front(); }

std::vector<object> client::ask_all(const message& frames) {
  send(frames);
  std::vector<object> answers;
  for (const auto& frame : receive()) answers.push_back(parsed(frame));
  return answers;
}

object command(std::string_view id, std::string_view type, std::string_view aggregate,
               object data) {
  return {{"id", id}, {"type", type}, {"aggregate", aggregate}, {"data", std::move(data)}};
}

std::string text(const object& value) { return boost::json::serialize(value); }

object parsed(std::string_view text) { return boost::json::parse(text).as_object(); }

std::string at(const object& answer, std::string_view path) {
  const auto dot = path.find('.');
  const auto* found = answer.if_contains(path.substr(0, dot));
  if (found == nullptr) return "";
  if (dot != std::string_view::npos)
    return found->is_object() ? at(found->as_object(), path.substr(dot + 1)) : "";
  return found->is_string() ? std::string(found->as_string()) : boost::json::serialize(*found);
}

std::uint64_t position(const object& answer) {
  return answer.at("position").to_number<std::uint64_t>();
}

raw_peer::raw_peer(const std::string& address, std::string_view socket_type) {
  const auto colon = address.rfind(':');
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(colon + 1))));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket_ < 0 || ::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0)
    throw std::runtime_error("cannot connect to " + address);

  // greeting := FF, padding, 7F, version 3.0, mechanism (20 bytes), as-server, filler (31 bytes)
  std::string greeting = "\xFF" + std::string(8, '\0') + "\x7F\x03" + std::string(1, '\0') + "NULL";
  greeting.resize(64, '\0');
  send(greeting);
  take(socket_, greeting.size());

  // ready := 04, size, "\5READY", "\13Socket-Type", length of the type (4 bytes), the type
  std::string body = "\x05READY\x0BSocket-Type" + std::string(3, '\0');
  body += static_cast<char>(socket_type.size());
  body += socket_type;
  send(std::string("\x04") + static_cast<char>(body.size()) + body);
  const auto head = take(socket_, 2);
  take(socket_, static_cast<unsigned char>(head[1]));
}

raw_peer::~raw_peer() { ::close(socket_); }

std::string raw_peer::frame_header(std::uint64_t size, bool more) {
  std::string header(1, static_cast<char>(0x02 | (more ? 0x01 : 0x00)));
  for (int shift = 56; shift >= 0; shift -= 8) header += static_cast<char>(size >> shift);
  return header;
}

bool raw_peer::send(std::string_view bytes, milliseconds longest) {
  const auto deadline = clock::now() + longest;
  while (!bytes.empty()) {
    if (!ready(socket_, POLLOUT, deadline)) return false;
    const auto taken = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (taken < 0 && errno != EAGAIN) return false;
    if (taken > 0) bytes.remove_prefix(static_cast<std::size_t>(taken));
  }
  return true;
}

bool raw_peer::is_cut(milliseconds longest) {
  const auto deadline = clock::now() + longest;
  char buffer[4096];
  while (ready(socket_, POLLIN, deadline)) {
    if (::recv(socket_, buffer, sizeof buffer, 0) <= 0) return true;
  }
  return false;
}

}  // namespace jumak::end_to_end
