#pragma once

#include <memory>
#include <vector>

#include "actors/messages.hpp"
#include "storage/log/log.hpp"

namespace jumak::actors {

/// Packs decided commands into commits and makes them durable: the one place where an answer becomes true.
/// Plain and single-threaded; journal_actor gives it a thread of its own, since `flush` blocks.
class journal {
 public:
  explicit journal(storage::log& log);

  /// Takes part in the next flush, after all that was added before.
  void add(append_request_ptr request) { waiting_.push_back(std::move(request)); }
  [[nodiscard]] bool has_waiting() const noexcept { return !waiting_.empty(); }

  /// One sync for all that waits. Null when the outcome is unknown: then nothing was acknowledged, this
  /// journal is `failed` for good, and `abandoned` takes what waited.
  [[nodiscard]] flush_result_ptr flush();
  [[nodiscard]] bool failed() const noexcept { return failed_; }

  /// The answers to give for all that was added and will never be known: `outcome_unknown`.
  [[nodiscard]] std::vector<ready_reply> abandoned();

 private:
  storage::log& log_;
  log_head head_;
  std::vector<append_request_ptr> waiting_;
  bool failed_ = false;
};

}  // namespace jumak::actors
