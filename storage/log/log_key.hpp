#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "core/commit.hpp"

/// The key of a commit in RocksDB:
///
///   key := first position u64, commit number u64      both big-endian, so bytes sort as the log does
namespace jumak::storage {

inline constexpr std::size_t log_key_size = 16;

class log_key {
 public:
  explicit log_key(commit_key key) noexcept;
  [[nodiscard]] std::string_view bytes() const noexcept { return {bytes_.data(), bytes_.size()}; }

 private:
  std::array<char, log_key_size> bytes_{};
};

/// Nothing when the bytes are no such key.
[[nodiscard]] std::optional<commit_key> parse_log_key(std::string_view bytes) noexcept;

}  // namespace jumak::storage
