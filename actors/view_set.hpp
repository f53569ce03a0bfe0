#pragma once

#include <cstdint>
#include <memory>

#include "core/commit.hpp"
#include "hosting/hosted_domain.hpp"
#include "storage/view_snapshots.hpp"

namespace jumak::actors {

/// All views of a domain, together with the commit up to which they folded the log. One thread at a time; what is
/// const several at once.
class view_set {
 public:
  /// Of nothing: the log's first commit comes next.
  explicit view_set(const hosting::hosted_domain& domain) : views_(domain.make_views()) {}
  /// Goes on from a snapshot. Null when its bytes do not fit.
  [[nodiscard]] static std::shared_ptr<view_set> from(const hosting::hosted_domain& domain,
                                                      const storage::view_snapshot& snapshot);

  /// Applies a commit whole; it extends head(). Errors: newer_format, corrupt; then part of it may be applied, and the
  /// set is not sound any more.
  result<void> apply(const commit_view& commit);
  /// Which log it is, as long as no commit has told.
  void note_log(log_id log) noexcept {
    if (head_.log == log_id{}) head_.log = log;
  }

  [[nodiscard]] const log_head& head() const noexcept { return head_; }
  /// Streams that have an event by now.
  [[nodiscard]] std::uint64_t streams() const noexcept { return streams_; }
  /// False once a commit could not be applied.
  [[nodiscard]] bool sound() const noexcept { return sound_; }
  [[nodiscard]] const hosting::hosted_views& views() const noexcept { return *views_; }

 private:
  std::unique_ptr<hosting::hosted_views> views_;
  log_head head_;
  std::uint64_t streams_ = 0;
  bool sound_ = true;
};

}  // namespace jumak::actors
