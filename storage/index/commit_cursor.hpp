#pragma once

#include <string>
#include <vector>

#include "core/commit.hpp"
#include "storage/log/log.hpp"

namespace jumak::storage {

/// Reads commits named by ascending keys: alone when they are far apart, whole pages when they are near,
/// for a page costs little more than the seek to it. Blocks; one thread.
class commit_cursor {
 public:
  explicit commit_cursor(const log& log) noexcept : log_(log) {}

  /// The commit of that key; valid until the next call. Errors: io_failed, and corrupt when the log has
  /// no such commit.
  [[nodiscard]] result<commit_view> at(commit_key key);

 private:
  [[nodiscard]] bool in_page(commit_number number) const noexcept;
  [[nodiscard]] result<std::vector<std::string>> load(commit_key key) const;

  const log& log_;
  std::vector<std::string> page_;
  commit_number page_first_;
};

}  // namespace jumak::storage
