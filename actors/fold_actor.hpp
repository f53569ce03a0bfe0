#pragma once

#include <functional>
#include <memory>

#include "actors/interfaces.hpp"
#include "storage/index/index_fold.hpp"

namespace jumak::actors {

struct fold_ports {
  /// The index on disk has come this far.
  std::function<void(const storage::checkpoint&)> folded;
  /// Writing it failed; it is tried again with the next commit. The log is not touched by that.
  std::function<void(const error&)> failed;
};

struct fold_state {
  static constexpr const char* name = "fold";
  storage::run_store* store = nullptr;
  std::unique_ptr<storage::index_fold> inside;
  fold_ports ports;
};

/// Folds commits into the index on disk and keeps snapshots there. Spawn it detached: it blocks.
fold_actor::behavior_type run_fold(fold_actor::stateful_pointer<fold_state> self, storage::run_store* store,
                                   std::shared_ptr<std::unique_ptr<storage::index_fold>> inside, fold_ports ports);

}  // namespace jumak::actors
