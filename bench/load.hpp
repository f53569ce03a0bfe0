#pragma once

#include "bench/connections.hpp"
#include "bench/histogram.hpp"
#include "bench/workload.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace jumak::bench {

/// How the server is loaded: so many connections, each always with so many messages in flight, each
/// of so many commands.
struct load_shape {
  std::size_t connections = 1;
  std::size_t messages = 1;
  std::size_t commands = 1;

  /// `64x16` or, with several commands a message, `8x32x16`.
  [[nodiscard]] std::string name() const;

  /// Reads such a name. Throws `failure` if it is none or too big (100,000 commands in flight,
  /// 1,024 a message).
  static load_shape parse(const std::string& name);

  [[nodiscard]] std::size_t in_flight() const noexcept { return connections * messages * commands; }
};

struct load_options {
  load_shape shape;
  std::chrono::milliseconds warm_up{1'000};
  std::chrono::milliseconds duration{5'000};
  client_kind client = client_kind::zmtp;
  /// The server echoes: an answer is right when it begins as the command did.
  bool echo = false;
};

/// What one measurement saw. Counts and latencies cover the measured time only; what surprised
/// covers all of it.
struct load_result {
  std::uint64_t acknowledged = 0;
  /// Of the measured time, in seconds.
  double seconds = 0;
  /// From handing a message over to its last answer, each of its commands, in nanoseconds.
  histogram latency;

  std::uint64_t rejected = 0;
  std::uint64_t errors = 0;
  std::uint64_t duplicates = 0;
  /// Answers that are none, or answer no command that is in flight.
  std::uint64_t strange = 0;
  /// The first answer that was not as expected.
  std::string first_surprise;
  /// Answers not in the usual order of fields, which cost the generator more.
  std::uint64_t parsed = 0;

  /// Commands accepted from start to end, warm-up and rest included, and the highest position heard
  /// of.
  std::uint64_t accepted_in_all = 0;
  std::uint64_t position = 0;

  [[nodiscard]] double per_second() const noexcept;
  [[nodiscard]] bool surprised() const noexcept {
    return rejected + errors + duplicates + strange != 0;
  }
};

/// Drives the server at `address` with the workload's commands, closed loop: a new message leaves
/// when one is answered. Ends early when `stop_requested()`. Throws `failure` when the server goes
/// silent for 10 s or closes.
[[nodiscard]] load_result run_load(const std::string& address, workload& commands,
                                   const std::string& prefix, const load_options& options);

/// Sends the workload's setup, pipelined over one connection, and waits until all is accepted;
/// throws `failure` if something is not. Returns the highest position.
std::uint64_t run_setup(const std::string& address, const workload& commands, client_kind client);

}  // namespace jumak::bench
