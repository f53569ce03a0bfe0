#include "actors/journal_actor.hpp"

namespace jumak::actors {
namespace {

void flush(journal_state& state) {
  state.scheduled = false;
  if (flush_result_ptr result = state.inside->flush()) {
    state.ports.flushed(std::move(result));
  } else {
    state.ports.failed(state.inside->abandoned());
  }
}

}  // namespace

journal_actor::behavior_type run_journal(journal_actor::stateful_pointer<journal_state> self, storage::log* log,
                                         journal_ports ports) {
  self->state.inside = std::make_unique<journal>(*log);
  self->state.ports = std::move(ports);
  return {
      [self](const append_request_ptr& request) {
        journal_state& state = self->state;
        state.inside->add(request);
        if (state.inside->failed()) {
          state.ports.failed(state.inside->abandoned());
        } else if (!state.scheduled) {
          state.scheduled = true;
          self->send(self, flush_atom::value);
        }
      },
      [self](flush_atom) {
        if (!self->state.inside->failed()) flush(self->state);
      },
  };
}

}  // namespace jumak::actors
