#pragma once

#include <functional>
#include <memory>

#include "actors/command_decoder.hpp"
#include "actors/commit_inbox.hpp"
#include "actors/interfaces.hpp"
#include "actors/shard.hpp"

namespace jumak::actors {

/// Where a shard's output goes. Called in the shard's handlers; none may block.
struct shard_ports {
  std::function<void(append_request_ptr)> append;
  std::function<void(std::vector<ready_reply>)> reply;
  std::function<void(read_job_ptr)> read;
  /// Told after each change, for the status.
  std::function<void(std::uint32_t shard, std::size_t aggregates)> in_memory;
  /// Told after each step: when the clock should be told to the shard next.
  std::function<void(std::uint32_t shard, timestamp due)> next_due;
};

struct shard_state {
  static constexpr const char* name = "shard";
  std::unique_ptr<shard> inside;
  const command_decoder* decoder = nullptr;
  std::shared_ptr<commit_inbox> inbox;
  shard_ports ports;
  std::uint32_t number = 0;
  std::vector<flush_result_ptr> taken;  ///< Scratch.
};

/// Adapts a shard to CAF. Before anything else a message makes it do, it is told what `inbox` holds. `decoder` must
/// outlive it.
shard_actor::behavior_type run_shard(shard_actor::stateful_pointer<shard_state> self, std::uint32_t number,
                                     std::shared_ptr<std::unique_ptr<shard>> inside, const command_decoder* decoder,
                                     std::shared_ptr<commit_inbox> inbox, shard_ports ports);

}  // namespace jumak::actors
