#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>

#include "core/error.hpp"

namespace jumak::storage {

/// Remembers, beside the index, that it was folded past events which this version could not read: a newer one
/// wrote them, and what they do with deadlines is not in the index. Whoever reads more than that folds it anew.
///
///   INDEX/UNREAD := "unread " and what the version could read, 16 digits in hex, and "\n"
class unread_events {
 public:
  /// `readable` names all that this version can read; equal names, equal versions.
  unread_events(std::filesystem::path index_folder, std::uint64_t readable);

  /// Notes it durably, before the index goes past the event; true the first time, later ones are cheap. Any
  /// thread; blocks. Errors: io_failed.
  [[nodiscard]] result<bool> note();

  /// True when the index was folded by a version that could not read all, and that read other things than this
  /// one. Errors: io_failed.
  [[nodiscard]] result<bool> were_unread_by_another() const;

 private:
  [[nodiscard]] std::filesystem::path file() const { return index_folder_ / "UNREAD"; }
  [[nodiscard]] std::string mark() const;

  std::filesystem::path index_folder_;
  std::uint64_t readable_;
  std::mutex mutex_;
  bool noted_ = false;
};

}  // namespace jumak::storage
