#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jumak::bench {

/// What is sent in one measurement: first what must exist, then as many commands as there is time
/// for, all different and none of them to be refused. One thread at a time.
class workload {
 public:
  virtual ~workload() = default;

  /// Commands that must be accepted before the first of `next`, in order; empty if there are none.
  /// Their ids have the slots and numbers 0, 1, 2, …
  [[nodiscard]] virtual std::vector<std::string> setup() const = 0;

  /// Renders the next command. Its id carries `slot` and `number`; both must fit `numbered_id`, and
  /// `number` must be new. The text is valid until the next call. Not to be called more than
  /// `capacity()` times.
  virtual std::string_view next(std::uint64_t slot, std::uint64_t number) = 0;

  /// How many commands there are before one would be refused.
  [[nodiscard]] virtual std::uint64_t capacity() const noexcept = 0;

  /// What the server answers to such a command, in size and shape; for the echo baseline.
  [[nodiscard]] virtual std::string sample_reply() const = 0;
};

/// How a workload is chosen and how big its world is.
struct workload_options {
  /// `bookings`, `guests`, `hot` or `scripted`.
  std::string name = "bookings";
  /// Hotels of `bookings`; `hot` has one.
  std::size_t hotels = 64;
  /// Commands that must fit; the rooms follow from it.
  std::uint64_t commands = 1'000'000;
  /// Of `scripted`: the file (bench/scripted.hpp).
  std::filesystem::path script = {};
};

/// The names of all workloads, for the help.
[[nodiscard]] std::vector<std::string> workload_names();

/// Makes a workload whose every name starts with `prefix` (see `next_prefix`). The name must be one
/// of `workload_names()`. Throws `failure` for a script that cannot be used.
[[nodiscard]] std::unique_ptr<workload> make_workload(const workload_options& options,
                                                      const std::string& prefix);

}  // namespace jumak::bench
