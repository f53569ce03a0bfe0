#include "actors/shard_actor.hpp"

namespace jumak::actors {
namespace {

void send_on(shard_state& state, shard_output& out) {
  if (out.append) state.ports.append(std::move(out.append));
  if (!out.replies.empty()) state.ports.reply(std::move(out.replies));
  for (read_job_ptr& job : out.reads) state.ports.read(std::move(job));
  state.ports.in_memory(state.number, state.inside->aggregates_in_memory());
}

}  // namespace

shard_actor::behavior_type run_shard(shard_actor::stateful_pointer<shard_state> self, std::uint32_t number,
                                     std::shared_ptr<std::unique_ptr<shard>> inside, shard_ports ports) {
  self->state.number = number;
  self->state.inside = std::move(*inside);
  self->state.ports = std::move(ports);
  return {
      [self](const command_batch_ptr& batch) {
        shard_output out;
        self->state.inside->on_commands(batch, out);
        send_on(self->state, out);
      },
      [self](const flush_result_ptr& result) {
        shard_output out;
        self->state.inside->on_committed(*result, out);
        send_on(self->state, out);
      },
      [self](const read_result_ptr& result) {
        shard_output out;
        self->state.inside->on_read(*result, out);
        send_on(self->state, out);
      },
      [self](const storage::checkpoint& folded) { self->state.inside->on_folded(folded); },
      [self](failed_atom) {
        shard_output out;
        self->state.inside->on_log_failed(out);
        send_on(self->state, out);
      },
  };
}

}  // namespace jumak::actors
