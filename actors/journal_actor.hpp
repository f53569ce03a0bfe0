#pragma once

#include <functional>
#include <memory>

#include "actors/interfaces.hpp"
#include "actors/journal.hpp"

namespace jumak::actors {

/// Where a journal's news go. Called in the journal's thread; none may block.
struct journal_ports {
  std::function<void(flush_result_ptr)> flushed;
  /// The log failed: answers for all that will never be known. Told once, then for each late append.
  std::function<void(std::vector<ready_reply>)> failed;
};

struct journal_state {
  static constexpr const char* name = "journal";
  std::unique_ptr<journal> inside;
  journal_ports ports;
  bool scheduled = false;
};

/// Adapts a journal to CAF. Spawn it detached: it blocks in the sync.
///
/// Group commit by mailbox: the first append of a batch sends `flush` to the actor itself, which queues behind
/// every append that arrived while the last sync ran. No timer, no lingering.
journal_actor::behavior_type run_journal(journal_actor::stateful_pointer<journal_state> self, storage::log* log,
                                         journal_ports ports);

}  // namespace jumak::actors
