#include "actors/view_actor.hpp"

namespace jumak::actors {
namespace {

void send_on(view_state& state, view_service::replies& out) {
  const applied_credit credit = state.inside->take_credit();
  if (credit.commits > 0) state.ports.applied(credit.commits, credit.bytes);
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

void tell_growth(view_state& state) {
  const position now = state.inside->applied().head();
  if (!state.inside->ready() || state.ports.tell_every == 0) return;
  if (now < state.told_growth.plus(state.ports.tell_every)) return;
  state.told_growth = now;
  state.ports.grown(now);
}

}  // namespace

view_actor::behavior_type run_view(view_actor::stateful_pointer<view_state> self,
                                   std::shared_ptr<std::unique_ptr<view_service>> inside, view_ports ports) {
  self->state.inside = std::move(*inside);
  self->state.ports = std::move(ports);
  self->state.told_growth = self->state.ports.begin;
  return {
      [self](const fed_commits_ptr& commits) {
        view_service::replies out;
        self->state.inside->on_commits(commits, out);
        send_on(self->state, out);
        tell_growth(self->state);
      },
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
      [self](const view_order_ptr& order) {
        view_service::replies out;
        self->state.inside->on_order(*order, out);
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
