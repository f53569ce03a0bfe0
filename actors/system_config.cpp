#include "actors/system_config.hpp"

#include "core/assert.hpp"

namespace jumak::actors {
namespace {

/// Messages an actor handles before it makes room for another: one busy actor must not starve the rest.
constexpr std::size_t messages_per_turn_max = 100;

}  // namespace

system_config::system_config(std::size_t threads) {
  // Sharing, because stealing halved the throughput at low load and let messages wait behind a long handler.
  set("scheduler.policy", caf::atom("sharing"));
  set("scheduler.max-threads", threads);
  set("scheduler.max-throughput", messages_per_turn_max);
}

void assert_options(const caf::actor_system& system) {
  const auto& options = system.config();
  JUMAK_ASSERT(caf::get_or(options, "scheduler.policy", caf::atom("none")) == caf::atom("sharing"));
  JUMAK_ASSERT(caf::get_or(options, "scheduler.max-throughput", std::size_t{0}) == messages_per_turn_max);
}

}  // namespace jumak::actors
