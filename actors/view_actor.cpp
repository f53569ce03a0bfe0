#include "actors/view_actor.hpp"

namespace jumak::actors {
namespace {

void send_on(view_state& state, view_service::replies& out) {
  if (!out.empty()) state.ports.reply(std::move(out));
  if (!state.told_ready && state.inside->ready()) {
    state.told_ready = true;
    state.ports.ready(state.inside->applied());
  }
  if (!state.told_stopped && state.inside->stopped()) {
    state.told_stopped = true;
    state.ports.stopped(state.inside->applied(), *state.inside->stopped());
  }
  if (!state.told_broken && state.inside->broken()) {
    state.told_broken = true;
    state.ports.broken(*state.inside->broken());
  }
}

void apply(view_state& state, const fed_commits& commits) {
  view_service::replies out;
  state.inside->on_commits(commits, out);
  std::size_t bytes = 0;
  for (const net::fed_commit& commit : commits.commits) bytes += commit.bytes.size();
  // Views that stopped take no more of the log: without credit the feed asks for none.
  if (!state.inside->stopped()) state.ports.applied(commits.commits.size(), bytes);
  send_on(state, out);
}

}  // namespace

view_actor::behavior_type run_view(view_actor::stateful_pointer<view_state> self,
                                   std::shared_ptr<std::unique_ptr<view_service>> inside, view_ports ports) {
  self->state.inside = std::move(*inside);
  self->state.ports = std::move(ports);
  return {
      [self](const fed_commits_ptr& commits) { apply(self->state, *commits); },
      [self](const query_batch_ptr& batch) {
        view_service::replies out;
        self->state.inside->on_queries(*batch, out);
        send_on(self->state, out);
      },
      [self](const feed_state_ptr& news) {
        view_service::replies out;
        self->state.inside->on_feed(*news, out);
        send_on(self->state, out);
      },
      [self](tick_atom) {
        view_service::replies out;
        self->state.inside->on_tick(std::chrono::steady_clock::now(), out);
        send_on(self->state, out);
      },
  };
}

}  // namespace jumak::actors
