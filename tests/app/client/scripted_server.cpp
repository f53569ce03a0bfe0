#include "tests/app/client/scripted_server.hpp"

#include <chrono>
#include <utility>

namespace jumak::app::client {
namespace {

constexpr auto look_interval = std::chrono::milliseconds(20);

}  // namespace

scripted_server::scripted_server(script answers, const std::string& address) : answers_(std::move(answers)) {
  bind(address);
  address_ = socket_.get(zmq::sockopt::last_endpoint);
  thread_ = std::thread([this] { serve(); });
}

scripted_server::~scripted_server() {
  stopping_ = true;
  thread_.join();
}

void scripted_server::bind(const std::string& address) {
  socket_ = zmq::socket_t(context_, zmq::socket_type::router);
  socket_.set(zmq::sockopt::linger, 0);
  // A socket that was just closed gives its port back a moment later, on ZeroMQ's own thread.
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  for (;;) {
    try {
      socket_.bind(address);
      return;
    } catch (const zmq::error_t&) {
      if (std::chrono::steady_clock::now() > deadline) {
        throw;
      }
      std::this_thread::yield();
    }
  }
}

void scripted_server::serve() {
  while (!stopping_) {
    zmq::pollitem_t item{socket_.handle(), 0, ZMQ_POLLIN, 0};
    zmq::poll(&item, 1, look_interval);
    if ((item.revents & ZMQ_POLLIN) == 0) {
      continue;
    }
    std::vector<std::string> frames;
    zmq::message_t frame;
    do {
      if (!socket_.recv(frame)) {
        return;
      }
      frames.push_back(frame.to_string());
    } while (frame.more());
    const std::string sender = frames.front();
    frames.erase(frames.begin());
    const std::vector<std::string> replies = answers_(frames);
    if (cut_) {
      cut_ = false;
      socket_.close();
      bind(address_);
      continue;
    }
    if (replies.empty()) {
      continue;
    }
    socket_.send(zmq::buffer(sender), zmq::send_flags::sndmore);
    for (std::size_t i = 0; i < replies.size(); ++i) {
      socket_.send(zmq::buffer(replies[i]),
                   i + 1 < replies.size() ? zmq::send_flags::sndmore : zmq::send_flags::none);
    }
  }
}

scripted_publisher::scripted_publisher() : socket_(context_, zmq::socket_type::pub) {
  socket_.set(zmq::sockopt::linger, 0);
  socket_.bind("tcp://127.0.0.1:*");
  address_ = socket_.get(zmq::sockopt::last_endpoint);
}

void scripted_publisher::publish(const std::string& topic, const std::string& text) {
  socket_.send(zmq::buffer(topic), zmq::send_flags::sndmore);
  socket_.send(zmq::buffer(text), zmq::send_flags::none);
}

}  // namespace jumak::app::client
