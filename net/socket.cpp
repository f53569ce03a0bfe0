#include "net/socket.hpp"

#include <zmq.h>

#include <cerrno>
#include <charconv>
#include <string_view>
#include <system_error>

#include "core/assert.hpp"
#include "net/error_bridge.hpp"
#include "net/local_address.hpp"

namespace jumak::net {
namespace {

zmq_msg_t* message_of(frame& one) noexcept { return static_cast<zmq_msg_t*>(one.handle()); }

int failure_number() noexcept {
  const int number = zmq_errno();
  return number == EINTR ? EAGAIN : number;
}

/// The library takes a port modulo 65,536, so one beyond that would become another one, silently.
bool port_fits(std::string_view address) {
  const auto colon = address.rfind(':');
  if (!address.starts_with("tcp://") || colon == std::string_view::npos) return true;
  const std::string_view digits = address.substr(colon + 1);
  unsigned port = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  return problem != std::errc::result_out_of_range && port <= 65'535;
}

}  // namespace

socket::socket(context& messaging, int type) : handle_(zmq_socket(messaging.handle(), type)) {
  JUMAK_ASSERT(handle_ != nullptr);
  set(ZMQ_LINGER, 0);
}

socket::~socket() {
  if (handle_ != nullptr) zmq_close(handle_);
}

void socket::close(std::chrono::milliseconds linger) {
  if (handle_ == nullptr) return;
  set(ZMQ_LINGER, static_cast<int>(linger.count()));
  zmq_close(handle_);
  handle_ = nullptr;
}

void socket::set(int option, int value) {
  JUMAK_ASSERT(zmq_setsockopt(handle_, option, &value, sizeof value) == 0);
}

void socket::set(int option, std::string_view value) {
  JUMAK_ASSERT(zmq_setsockopt(handle_, option, value.data(), value.size()) == 0);
}

result<std::string> socket::bind(std::string_view endpoint, const std::string& address) {
  if (!port_fits(address)) return tl::unexpected(address_error(EINVAL, endpoint, address));
  if (const int number = prepare_local_address(address); number != 0) {
    return tl::unexpected(address_error(number, endpoint, address));
  }
  if (zmq_bind(handle_, address.c_str()) != 0) {
    return tl::unexpected(address_error(zmq_errno(), endpoint, address));
  }
  char bound[512];
  std::size_t size = sizeof bound;
  JUMAK_ASSERT(zmq_getsockopt(handle_, ZMQ_LAST_ENDPOINT, bound, &size) == 0);
  return std::string(bound);
}

result<void> socket::connect(std::string_view endpoint, const std::string& address) {
  if (!port_fits(address)) return tl::unexpected(address_error(EINVAL, endpoint, address));
  if (zmq_connect(handle_, address.c_str()) != 0) {
    return tl::unexpected(address_error(zmq_errno(), endpoint, address));
  }
  return {};
}

int socket::send(frame& what, bool more) noexcept {
  const int flags = ZMQ_DONTWAIT | (more ? ZMQ_SNDMORE : 0);
  return zmq_msg_send(message_of(what), handle_, flags) >= 0 ? 0 : failure_number();
}

int socket::receive(frame& into) noexcept {
  return zmq_msg_recv(message_of(into), handle_, ZMQ_DONTWAIT) >= 0 ? 0 : failure_number();
}

bool has_more(frame& received) noexcept { return zmq_msg_more(message_of(received)) != 0; }

int descriptor_of(frame& received) noexcept { return zmq_msg_get(message_of(received), ZMQ_SRCFD); }

}  // namespace jumak::net
