#include "actors/shard_actor.hpp"

#include <algorithm>
#include <span>

namespace jumak::actors {
namespace {

void send_on(shard_state& state, shard_output& out) {
  if (out.append) state.ports.append(std::move(out.append));
  if (!out.replies.empty()) state.ports.reply(std::move(out.replies));
  for (read_job_ptr& job : out.reads) state.ports.read(std::move(job));
  state.ports.in_memory(state.number, state.inside->aggregates_in_memory());
  state.ports.next_due(state.number, state.inside->next_due());
}

void take_durable(shard_state& state, shard_output& out) {
  state.taken.clear();
  state.inbox->take(state.taken);
  for (const flush_result_ptr& result : state.taken) state.inside->on_committed(*result, out);
  state.taken.clear();
}

/// One step of the shard: first what became durable, then `step`, then what came of both.
template <class Step>
void advance(shard_state& state, Step&& step) {
  shard_output out;
  take_durable(state, out);
  step(*state.inside, out);
  if (state.inside->waits_for_commits()) {
    state.inbox->wake_me(true);
    take_durable(state, out);  // What came since was not told.
  } else {
    state.inbox->wake_me(false);
  }
  send_on(state, out);
}

/// A few commands are read and decided before the next few are read, so that they are still in the core's cache.
void decide(const shard_state& state, shard& one, request_batch& batch, shard_output& out) {
  constexpr std::size_t few = 32;
  for (std::span<net::request> rest(batch.requests); !rest.empty();) {
    const auto next = rest.first(std::min(few, rest.size()));
    if (const auto commands = state.decoder->decode(next, batch.clock, out.replies)) one.on_commands(commands, out);
    rest = rest.subspan(next.size());
    const bool worth_a_sync = out.append && out.append->entries.size() >= journal_limits().entries_per_append;
    if (worth_a_sync) state.ports.append(std::move(out.append));
  }
  // Their memory is the library's and wanted back.
  batch.requests.clear();
}

}  // namespace

shard_actor::behavior_type run_shard(shard_actor::stateful_pointer<shard_state> self, std::uint32_t number,
                                     std::shared_ptr<std::unique_ptr<shard>> inside, const command_decoder* decoder,
                                     std::shared_ptr<commit_inbox> inbox, shard_ports ports) {
  self->state.number = number;
  self->state.inside = std::move(*inside);
  self->state.decoder = decoder;
  self->state.inbox = std::move(inbox);
  self->state.ports = std::move(ports);
  return {
      [self](const request_batch_ptr& batch) {
        advance(self->state, [&](shard& one, shard_output& out) { decide(self->state, one, *batch, out); });
      },
      [self](durable_atom) {
        advance(self->state, [](shard&, shard_output&) {});
      },
      [self](const read_result_ptr& result) {
        advance(self->state, [&](shard& one, shard_output& out) { one.on_read(*result, out); });
      },
      [self](const storage::checkpoint& folded) {
        advance(self->state, [&](shard& one, shard_output&) { one.on_folded(folded); });
      },
      [self](const clock_reached& clock) {
        advance(self->state, [&](shard& one, shard_output& out) { one.on_due(clock.now, out); });
      },
      [self](failed_atom) {
        advance(self->state, [](shard& one, shard_output& out) { one.on_log_failed(out); });
      },
  };
}

}  // namespace jumak::actors
