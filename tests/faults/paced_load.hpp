#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "tests/faults/client.hpp"

namespace jumak::faults {

/// A guest that was registered, and where.
struct registered_guest {
  std::string name;
  std::uint64_t position = 0;
};

/// Sends commands that are all accepted, half of them guests and half reservations, over several connections. Throws
/// violation when one is not. Used by one thread, but for newest().
class paced_writer {
 public:
  paced_writer(zmq::context_t& context, const std::string& commands);

  /// Hotels with rooms for all that comes.
  void set_up();
  /// So many commands as fast as they are taken.
  void write(std::uint64_t commands);
  /// So many a second until `stop`; returns how many were sent and answered.
  std::uint64_t write_at(std::uint64_t per_second, const std::atomic<bool>& stop);

  /// The guest that was acknowledged last. Any thread.
  [[nodiscard]] registered_guest newest() const;
  /// Waits until so many more commands are acknowledged, or `stop`. Any thread.
  void await(std::uint64_t commands, const std::atomic<bool>& stop);

 private:
  /// One message of the next so many commands.
  void send(std::uint64_t commands);
  void send_frames(std::size_t connection, const std::vector<std::string>& frames);
  [[nodiscard]] std::string next();
  /// Takes the answers that have come, or waits for one.
  void receive(std::chrono::milliseconds patience);
  void take(const std::string& reply);

  std::deque<client> connections_;
  std::uint64_t made_ = 0;
  std::uint64_t under_way_ = 0;
  mutable std::mutex mutex_;
  std::condition_variable taken_;
  std::uint64_t acknowledged_ = 0;
  registered_guest newest_;
};

/// Asks for the guest that was acknowledged last, with its position, and checks each answer: in time, from there or
/// later, and never from before the one that came before. Throws violation. Used by one thread.
class paced_asker {
 public:
  paced_asker(zmq::context_t& context, const std::string& queries) : queries_(context, queries) {}

  /// So many a second until `stop`, then until all are answered.
  void ask_at(std::uint64_t per_second, const paced_writer& of, const std::atomic<bool>& stop);

  /// In milliseconds, ascending; after ask_at().
  [[nodiscard]] const std::vector<double>& times() const noexcept { return times_; }

 private:
  struct question {
    std::uint64_t after = 0;
    std::chrono::steady_clock::time_point asked;
  };
  void ask(const registered_guest& guest);
  void take(const std::string& reply);

  client queries_;
  std::map<std::string, question> open_;
  std::uint64_t made_ = 0;
  std::uint64_t last_position_ = 0;
  std::vector<double> times_;
};

}  // namespace jumak::faults
