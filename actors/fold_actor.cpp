#include "actors/fold_actor.hpp"

#include "core/assert.hpp"

namespace jumak::actors {
namespace {

void fold(fold_state& state, const flush_result& result) {
  for (const net::durable_commit& commit : result.commits) {
    const auto view = commit_view::parse(*commit.bytes);
    JUMAK_ASSERT(view.has_value());  // The journal sealed it a moment ago.
    const auto folded = state.inside->add(*view);
    if (!folded) {
      state.ports.failed(folded.error());
    } else if (*folded) {
      state.ports.folded(**folded);
    }
  }
}

}  // namespace

fold_actor::behavior_type run_fold(fold_actor::stateful_pointer<fold_state> self, storage::run_store* store,
                                   std::shared_ptr<std::unique_ptr<storage::index_fold>> inside, fold_ports ports) {
  self->state.store = store;
  self->state.inside = std::move(*inside);
  self->state.ports = std::move(ports);
  return {
      [self](const flush_result_ptr& result) { fold(self->state, *result); },
      [self](const kept_snapshot_ptr& kept) {
        const auto put = self->state.store->put_snapshot(kept->aggregate.text(), kept->snapshot);
        if (!put) self->state.ports.failed(put.error());
      },
  };
}

}  // namespace jumak::actors
