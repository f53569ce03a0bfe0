#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/commit.hpp"
#include "core/error.hpp"

/// What every implementation of the log checks before it writes and after it reads.
namespace jumak::storage {

/// The head after all `commits`. Asserts that the first extends `head` and each next the one before:
/// a commit that does not fit must never reach the disk.
[[nodiscard]] log_head head_after_all(const log_head& head, std::span<const std::string> commits);

/// Follows commits as they are read. Stays usable only while every commit was good.
class chain_check {
 public:
  /// Follows from anywhere: the first commit is taken as it is.
  chain_check() = default;
  /// Follows on from `head`, which the first commit must extend.
  explicit chain_check(const log_head& head) : head_(head) {}

  /// Takes the commit that was stored under `key`: its checksum holds, it says the same key, and it
  /// extends the one before. Errors: corrupt, newer_format.
  [[nodiscard]] result<commit_view> take(commit_key key, std::string_view bytes);

  /// The head after the last commit taken; nothing before the first.
  [[nodiscard]] const std::optional<log_head>& head() const noexcept { return head_; }

 private:
  std::optional<log_head> head_;
};

/// Sentences of errors that every implementation gives.
[[nodiscard]] std::string missing_commit(commit_key key);
[[nodiscard]] std::string outside_log(position event);

}  // namespace jumak::storage
