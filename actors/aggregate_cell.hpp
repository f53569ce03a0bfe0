#pragma once

#include <cstdint>
#include <deque>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "actors/messages.hpp"
#include "actors/read_job.hpp"
#include "core/flat_map.hpp"

namespace jumak::actors {

/// A command that waits until its aggregate's state or facts were read.
struct parked_command {
  command_batch_ptr batch;
  std::uint32_t index = 0;
  std::optional<lookup_answer> answer;  ///< Set once it was read for this command.

  [[nodiscard]] const routed_command& command() const { return batch->commands[index]; }
};

/// A copy of a command whose first is on its way to the log; answered when that one is durable.
struct waiting_copy {
  net::reply_address address;
  std::string id;
  bool same_body = true;
};

/// A record that is decided and not yet durable. Its command is gone by then: so the memory that commands are read
/// into stays the same few kilobytes, and warm.
struct undurable_record {
  hash128 fingerprint;
  std::vector<waiting_copy> copies;
};

/// One aggregate in memory with all that is going on about it. Plain data of `shard`.
struct aggregate_cell {
  aggregate_id id;
  const hosting::aggregate_kind* kind = nullptr;
  std::unique_ptr<hosting::hosted_aggregate> state;  ///< Null until it was loaded.
  version aggregate_version;
  timestamp last_time = timestamp::min();  ///< Of its last event; before all time when it has none.
  timestamp first_due = timestamp::max();  ///< Of its armed deadlines; after all time when it has none.
  bool given_time = false;  ///< While it has deadlines: it lives by the times its commands are given.
  bool reading = false;  ///< A reader thread is at it; commands park.
  std::deque<parked_command> parked;
  flat_text_map<std::string, undurable_record> undurable;  ///< By command id.
  /// Streams that the state let go of by events which are not durable yet.
  flat_text_map<std::string, stream_fact> closing;
  std::list<aggregate_cell*>::iterator by_use;

  /// Nothing would be lost by forgetting it: all of it is in the log.
  [[nodiscard]] bool evictable() const noexcept { return !reading && parked.empty() && undurable.empty(); }
};

}  // namespace jumak::actors
