#include "app/client/connection.hpp"

#include <cerrno>
#include <utility>

namespace jumak::app::client {
namespace {

/// In messages. Nobody here has as many in flight, so a send is never refused for want of room and
/// a socket that cannot be written to is one without a connection.
constexpr int messages_queued_max = 100'000;
constexpr auto heartbeat_interval = std::chrono::milliseconds(1'000);
constexpr auto heartbeat_timeout = std::chrono::milliseconds(3'000);
/// How long one attempt to connect may take.
constexpr auto attempt_min = std::chrono::milliseconds(100);
constexpr auto attempt_max = std::chrono::milliseconds(2'000);

}  // namespace

connection::connection(zmq::context_t& context, std::string address, std::uint64_t seed)
    : context_(&context), address_(std::move(address)), attempts_(attempt_min, attempt_max, seed) {}

result<connection> connection::open(zmq::context_t& context, const std::string& address,
                                    std::uint64_t seed) {
  connection opened(context, address, seed);
  try {
    opened.connect();
  } catch (const zmq::error_t& problem) {
    return failure(errc::bad_configuration, "Cannot use the address '" + address + "' (" +
                                                problem.what() +
                                                "): give one like tcp://127.0.0.1:7601.");
  }
  return opened;
}

void connection::connect() {
  socket_ = zmq::socket_t(*context_, zmq::socket_type::dealer);
  socket_.set(zmq::sockopt::linger, 0);
  socket_.set(zmq::sockopt::immediate, true);
  socket_.set(zmq::sockopt::sndhwm, messages_queued_max);
  socket_.set(zmq::sockopt::rcvhwm, messages_queued_max);
  socket_.set(zmq::sockopt::reconnect_ivl, -1);
  socket_.set(zmq::sockopt::heartbeat_ivl, static_cast<int>(heartbeat_interval.count()));
  socket_.set(zmq::sockopt::heartbeat_timeout, static_cast<int>(heartbeat_timeout.count()));
  socket_.connect(address_);
  connected_ = false;
  attempt_until_.reset();
}

bool connection::writable() { return (socket_.get(zmq::sockopt::events) & ZMQ_POLLOUT) != 0; }

bool connection::ready(time_point now) {
  if (writable()) {
    if (!connected_) {
      connected_ = true;
      attempts_.reset();
    }
    return true;
  }
  if (connected_) {
    return false;  // `lost` will say so once what it still holds was received.
  }
  if (!attempt_until_) {
    attempt_until_ = now + attempts_.next();
  } else if (now >= *attempt_until_) {
    connect();
    attempt_until_ = now + attempts_.next();
  }
  return false;
}

bool connection::lost() {
  if (!connected_ || (socket_.get(zmq::sockopt::events) & (ZMQ_POLLOUT | ZMQ_POLLIN)) != 0) {
    return false;
  }
  connect();
  return true;
}

void connection::drop() { connect(); }

bool connection::send(std::span<const std::string> frames) {
  for (std::size_t i = 0; i < frames.size(); ++i) {
    auto flags = zmq::send_flags::dontwait;
    if (i + 1 < frames.size()) {
      flags = flags | zmq::send_flags::sndmore;
    }
    if (!socket_.send(zmq::buffer(frames[i]), flags)) {
      return false;
    }
  }
  return true;
}

std::optional<std::vector<std::string>> connection::receive() {
  std::vector<std::string> frames;
  zmq::message_t frame;
  do {
    if (!socket_.recv(frame, zmq::recv_flags::dontwait)) {
      return std::nullopt;
    }
    frames.push_back(frame.to_string());
  } while (frame.more());
  return frames;
}

void wait_for(std::span<zmq::pollitem_t> items, std::chrono::milliseconds time) {
  const int ready =
      zmq_poll(items.data(), static_cast<int>(items.size()), static_cast<long>(time.count()));
  if (ready < 0 && zmq_errno() != EINTR) {
    throw zmq::error_t();
  }
}

}  // namespace jumak::app::client
