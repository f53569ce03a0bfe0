#include "bench/stream_socket.hpp"

#include "bench/failure.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace jumak::bench {

namespace {

[[noreturn]] void fail(const std::string& what) {
  throw failure(what + ": " + std::strerror(errno) + ".");
}

file_descriptor open_stream(int family) {
  file_descriptor descriptor(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (descriptor.get() < 0) fail("Cannot open a socket");
  return descriptor;
}

file_descriptor connect_tcp(const std::string& address, std::string_view place) {
  const std::size_t colon = place.rfind(':');
  sockaddr_in peer{};
  peer.sin_family = AF_INET;
  std::uint16_t port = 0;
  if (colon != std::string_view::npos)
    std::from_chars(place.data() + colon + 1, place.data() + place.size(), port);
  peer.sin_port = htons(port);
  if (port == 0 ||
      ::inet_pton(AF_INET, std::string(place.substr(0, colon)).c_str(), &peer.sin_addr) != 1)
    throw failure("Cannot connect to " + address + ": give an IPv4 address and a port.");
  auto descriptor = open_stream(AF_INET);
  const int on = 1;
  ::setsockopt(descriptor.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (::connect(descriptor.get(), reinterpret_cast<const sockaddr*>(&peer), sizeof peer) != 0)
    fail("Cannot connect to " + address);
  return descriptor;
}

file_descriptor connect_ipc(const std::string& address, std::string_view path) {
  sockaddr_un peer{};
  peer.sun_family = AF_UNIX;
  if (path.empty() || path.size() >= sizeof peer.sun_path)
    throw failure("Cannot connect to " + address + ": the path is empty or too long.");
  path.copy(peer.sun_path, path.size());
  auto descriptor = open_stream(AF_UNIX);
  if (::connect(descriptor.get(), reinterpret_cast<const sockaddr*>(&peer), sizeof peer) != 0)
    fail("Cannot connect to " + address);
  return descriptor;
}

}  // namespace

file_descriptor& file_descriptor::operator=(file_descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

file_descriptor::~file_descriptor() {
  if (number_ >= 0) ::close(number_);
}

stream_socket stream_socket::connect(const std::string& address) {
  stream_socket result;
  if (address.starts_with("tcp://"))
    result.descriptor_ = connect_tcp(address, std::string_view(address).substr(6));
  else if (address.starts_with("ipc://"))
    result.descriptor_ = connect_ipc(address, std::string_view(address).substr(6));
  else
    throw failure("Cannot connect to " + address + ": only tcp:// and ipc:// are known.");
  return result;
}

bool stream_socket::read(std::string& to) {
  static thread_local std::array<char, 256 * 1024> buffer;
  const ssize_t got = ::recv(get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (got > 0) {
    to.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
  }
  if (got == 0) throw failure("The server closed a connection.");
  if (errno != EAGAIN && errno != EINTR) fail("Reading from the server failed");
  return false;
}

std::size_t stream_socket::write(std::string_view bytes) {
  const ssize_t taken = ::send(get(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  if (taken >= 0) return static_cast<std::size_t>(taken);
  if (errno != EAGAIN && errno != EINTR) fail("Writing to the server failed");
  return 0;
}

void stream_socket::wait_readable(std::chrono::milliseconds patience) {
  pollfd item{get(), POLLIN, 0};
  if (::poll(&item, 1, static_cast<int>(patience.count())) != 1)
    throw failure("The server did not answer in time.");
}

}  // namespace jumak::bench
