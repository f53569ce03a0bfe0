#include "bench/failure.hpp"
#include "bench/load.hpp"
#include "bench/reply_scanner.hpp"

#include <algorithm>

namespace jumak::bench {

namespace {

constexpr std::size_t setup_in_flight_max = 64;
constexpr std::chrono::seconds setup_silence_max{30};

class setup_run final : public frame_sink {
 public:
  std::uint64_t position = 0;
  std::size_t answered = 0;

  void on_frame(std::size_t /*connection*/, std::string_view frame, bool /*last*/) override {
    const scanned_reply reply = scanner_.scan(frame);
    if (reply.what != scanned_reply::outcome::accepted)
      throw failure("The server did not accept the setup of the workload: " +
                    std::string(frame.substr(0, 500)));
    position = std::max(position, reply.position);
    ++answered;
  }

 private:
  reply_scanner scanner_;
};

}  // namespace

std::uint64_t run_setup(const std::string& address, const workload& commands, client_kind client) {
  const auto frames = commands.setup();
  const auto peer = connect(client, address, 1);
  setup_run run;
  std::size_t sent = 0;
  auto heard = std::chrono::steady_clock::now();
  while (run.answered < frames.size()) {
    // One connection, so that a hotel is decided before its rooms.
    for (; sent < frames.size() && sent - run.answered < setup_in_flight_max; ++sent)
      peer->send(0, frames[sent], true);
    const std::size_t before = run.answered;
    peer->exchange(std::chrono::milliseconds{100}, run);
    const auto now = std::chrono::steady_clock::now();
    if (run.answered != before)
      heard = now;
    else if (now - heard > setup_silence_max)
      throw failure("The server did not answer the setup of the workload for 30 s.");
  }
  return run.position;
}

}  // namespace jumak::bench
