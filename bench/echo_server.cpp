#include "bench/echo_server.hpp"

#include "bench/router.hpp"
#include "bench/signals.hpp"

#include <algorithm>
#include <cstring>

namespace jumak::bench {

namespace {

constexpr std::chrono::milliseconds turn{200};

zmq::message_t sized(zmq::message_t& frame, std::size_t bytes) {
  if (bytes == 0 || bytes == frame.size()) return std::move(frame);
  zmq::message_t reply(bytes);
  const std::size_t kept = std::min(bytes, frame.size());
  std::memcpy(reply.data(), frame.data(), kept);
  std::memset(static_cast<char*>(reply.data()) + kept, ' ', bytes - kept);
  return reply;
}

}  // namespace

void run_echo_server(const std::string& address, std::size_t reply_bytes) {
  stop_on_signals();
  router router(address);
  announce(router);
  std::vector<routed_message> messages;
  while (!stop_requested()) {
    messages.clear();
    router.drain(messages, turn);
    for (auto& message : messages) {
      if (message.frames.empty()) continue;
      router.begin_answer(message);
      for (std::size_t frame = 0; frame < message.frames.size(); ++frame)
        router.answer(sized(message.frames[frame], reply_bytes),
                      frame + 1 == message.frames.size());
    }
  }
}

}  // namespace jumak::bench
