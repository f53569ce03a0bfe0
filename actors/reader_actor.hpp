#pragma once

#include <functional>
#include <memory>

#include "actors/interfaces.hpp"
#include "actors/reader.hpp"

namespace jumak::actors {

struct reader_ports {
  std::function<void(std::uint32_t shard, read_result_ptr)> done;
  std::function<void(kept_snapshot_ptr)> keep;
};

struct reader_state {
  static constexpr const char* name = "reader";
  std::unique_ptr<reader> inside;
  reader_ports ports;
};

/// Adapts a reader to CAF. Spawn it detached: it blocks.
reader_actor::behavior_type run_reader(reader_actor::stateful_pointer<reader_state> self,
                                       std::shared_ptr<std::unique_ptr<reader>> inside, reader_ports ports);

}  // namespace jumak::actors
