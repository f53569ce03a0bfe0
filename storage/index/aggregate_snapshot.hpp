#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/strong_integer.hpp"
#include "core/timestamp.hpp"
#include "storage/index/checkpoint.hpp"

/// An aggregate's state at a version: only a shortcut past the log, so one that is damaged, of another
/// log or written by other rules is ignored, and the state is folded from the start.
///
///   snapshot := format u8 (1), text aggregate, text checkpoint, fingerprint fixed64, unsigned version,
///               signed last event time in µs, byte time given, text state, hash of all before 2 × fixed64
namespace jumak::storage {

struct aggregate_snapshot {
  checkpoint at;                  ///< The state is of all the aggregate's events up to here.
  std::uint64_t fingerprint = 0;  ///< Of the state's description and the rules that folded it.
  version aggregate_version;      ///< Of the aggregate's last event in the state.
  timestamp last_event_time;
  bool time_given = false;  ///< Whether the aggregate's clock is given by its commands.
  std::string state;        ///< As the decider saves it.

  friend bool operator==(const aggregate_snapshot&, const aggregate_snapshot&) = default;
};

[[nodiscard]] std::string encode_snapshot(std::string_view aggregate,
                                          const aggregate_snapshot& snapshot);

/// The snapshot in `bytes` if every byte of it is sound and it is of this aggregate, else nothing.
[[nodiscard]] std::optional<aggregate_snapshot> decode_snapshot(std::string_view aggregate,
                                                                std::string_view bytes);

}  // namespace jumak::storage
