#pragma once

#include <cstdint>
#include <optional>
#include <shared_mutex>
#include <utility>
#include <vector>

#include "storage/log/log.hpp"

namespace jumak::storage {

/// The log in memory, for tests and simulations: the same contract, and it outlives the "process" that
/// used it, so that a crash is `open` on the same object. What the threads may do is as in the port.
class memory_log final : public log {
 public:
  /// A new log whose id comes from `seed`, opened once: commit 1 is the record of epoch 1.
  explicit memory_log(std::uint64_t seed = 1);

  /// Opens it again, as after a crash or restart: appends the next epoch record and appends work
  /// again. Nobody may use the log meanwhile.
  void open();

  /// The append after `appends` more good ones says `unknown`; when `stored`, its commits are there
  /// after the next open nevertheless. Called by the thread that appends.
  void fail_append_after(std::uint64_t appends, bool stored);

  [[nodiscard]] log_head head() const override;
  [[nodiscard]] append_outcome append(std::span<const std::string> commits) override;
  [[nodiscard]] result<std::vector<std::string>> read(commit_key from,
                                                      std::size_t max_bytes) const override;
  [[nodiscard]] result<std::string> read_commit(commit_key key) const override;
  [[nodiscard]] result<commit_key> find(position event) const override;

 private:
  using stored_commit = std::pair<commit_key, std::string>;
  struct planned_failure {
    std::uint64_t appends_before;
    bool stored;
  };

  void keep(std::span<const std::string> commits);
  [[nodiscard]] std::vector<stored_commit>::const_iterator at_or_after(commit_key key) const;

  const std::uint64_t seed_;
  mutable std::shared_mutex mutex_;  // Guards head_ and entries_.
  log_head head_;
  std::vector<stored_commit> entries_;
  std::vector<std::string> surviving_;  // Of the failed append; they show up when opened again.
  std::optional<planned_failure> planned_;
  bool failed_ = false;
};

}  // namespace jumak::storage
